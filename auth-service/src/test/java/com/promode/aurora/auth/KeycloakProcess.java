package com.promode.aurora.auth;

final class KeycloakProcess {
    private KeycloakProcess() {}

    static int start() {
        return 22180;
    }
}

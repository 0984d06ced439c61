package com.promode.aurora.localstack.command;

import com.promode.aurora.localstack.stack.Service;
import java.io.PrintStream;

/** What a person needs to know of a running system. */
final class Welcome {

    private Welcome() {}

    static void print(PrintStream out, Place place) {
        var address = place.address();
        out.printf("""
                  API        %1$s/api, its documentation %1$s/docs
                  Keycloak   %2$s (user admin, password keycloak.admin in .aurora/secrets.properties)
                  Mail       SMTP on 127.0.0.1:%3$d; what was sent: ./aurora logs mail-catcher
                  Messages   text messages that were sent: ./aurora logs sms-catcher
                  Users      password Aurora!2026
                             admin@aurora.local, platform@aurora.local (TOTP secret JBSWY3DPEHPK3PXP)
                             warehouse@, inventory@, logistics@, driver@, supplier@, customer@aurora.local
                             warehouse@other.local (another tenant)
                  Also       ./aurora status | logs <component> [-f] | down | reset
                """, address.url(Service.GATEWAY), address.keycloakUrl(), address.smtp());
    }
}

package com.promode.aurora.keycloak.factor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.keycloak.common.util.Time;
import org.keycloak.credential.CredentialModel;
import org.keycloak.util.JsonSerialization;

/** Keycloak's rows of credentials, for the kinds that are ours. */
final class Credentials {

    private Credentials() {}

    static CredentialModel of(String type, Map<String, String> secret, Map<String, String> data) {
        try {
            var credential = new CredentialModel();
            credential.setType(type);
            credential.setCreatedDate(Time.currentTimeMillis());
            credential.setSecretData(JsonSerialization.writeValueAsString(secret));
            credential.setCredentialData(JsonSerialization.writeValueAsString(data));
            return credential;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String secret(CredentialModel credential, String name) {
        return field(credential.getSecretData(), name);
    }

    static String data(CredentialModel credential, String name) {
        return field(credential.getCredentialData(), name);
    }

    private static String field(String json, String name) {
        try {
            return JsonSerialization.mapper.readTree(json).path(name).asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

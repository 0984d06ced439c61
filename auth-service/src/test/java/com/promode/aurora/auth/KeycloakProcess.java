package com.promode.aurora.auth;

import com.promode.aurora.localstack.component.DatabaseBootstrap;
import com.promode.aurora.localstack.component.Folders;
import com.promode.aurora.localstack.component.KeycloakServer;
import com.promode.aurora.localstack.component.KeycloakSettings;
import com.promode.aurora.localstack.component.PostgresServer;
import com.promode.aurora.localstack.component.Running;
import com.promode.aurora.test.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Keycloak with the realm and the demo users of the project, on a PostgreSQL of its own. */
final class KeycloakProcess {

    private static final List<String> REALM_FILES =
            List.of("realm/aurora-realm.json", "demo-users/aurora-users-0.json");

    private KeycloakProcess() {}

    /** Starts it, to end with this JVM; says where it is. */
    static String start(Mails mails, String kafka) {
        var logs = Folders.temporary("logs");
        var postgres = PostgresServer.temporary();
        Running.start(postgres, logs.resolve("postgresql.log"));
        DatabaseBootstrap.of(postgres).run(role -> "test");
        var keycloak = new KeycloakServer(KeycloakSettings.temporary(
                postgres,
                "test",
                realmFiles(),
                Map.of(
                        "AURORA_KEYCLOAK_CLIENT_SECRET",
                        TestKeycloak.SECRET,
                        "AURORA_SMTP_PORT",
                        Integer.toString(mails.port()),
                        "KC_PROXY_HEADERS",
                        "xforwarded",
                        "AURORA_KAFKA",
                        kafka,
                        "AURORA_DEFAULT_TENANT",
                        TestTokens.PROMODE.toString(),
                        "AURORA_TWILIO_URL",
                        TextMessages.running().url(),
                        "AURORA_TWILIO_ACCOUNT_SID",
                        TextMessages.ACCOUNT,
                        "AURORA_TWILIO_AUTH_TOKEN",
                        TextMessages.TOKEN,
                        "AURORA_TWILIO_FROM",
                        TextMessages.FROM)));
        Running.start(keycloak, logs.resolve("keycloak.log"));
        return keycloak.url();
    }

    private static Path realmFiles() {
        try {
            var folder = Folders.temporary("realm");
            for (var file : REALM_FILES) {
                var source = Path.of("../keycloak").resolve(file);
                Files.copy(source, folder.resolve(source.getFileName()));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package com.promode.aurora.localstack.component;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeycloakServerTests {

    @Test
    void importsTheRealmsOfAFolderWithTheirPlaceholders(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("tea-realm.json"), """
                {"realm": "tea", "enabled": true, "displayName": "${KIND_OF_TEA}"}
                """);
        var postgres = PostgresServer.temporary();
        try (var _ = Running.start(postgres, folder.resolve("postgresql.log"))) {
            DatabaseBootstrap.of(postgres).run(role -> "secret of " + role);
            var keycloak = new KeycloakServer(KeycloakSettings.temporary(
                    postgres,
                    "secret of keycloak",
                    folder,
                    Map.of(
                            "KIND_OF_TEA",
                            "Assam",
                            "KC_BOOTSTRAP_ADMIN_USERNAME",
                            "admin",
                            "KC_BOOTSTRAP_ADMIN_PASSWORD",
                            "secret")));
            try (var _ = Running.start(keycloak, folder.resolve("keycloak.log"));
                    var client = HttpClient.newHttpClient()) {
                var realm = client.send(
                        HttpRequest.newBuilder(URI.create(keycloak.url() + "/realms/tea"))
                                .build(),
                        ofString());
                assertThat(realm.statusCode()).isEqualTo(200);
                var page = client.send(
                        HttpRequest.newBuilder(URI.create(keycloak.url()
                                        + "/realms/tea/protocol/openid-connect/auth?response_type=code&client_id=account"))
                                .build(),
                        ofString());
                assertThat(page.body()).contains("Assam");
            }
        }
    }
}

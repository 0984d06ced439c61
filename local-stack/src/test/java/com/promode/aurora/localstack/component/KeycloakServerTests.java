package com.promode.aurora.localstack.component;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
        var database = Running.start(postgres, folder.resolve("postgresql.log"));
        DatabaseBootstrap.of(postgres).run(role -> "secret of " + role);
        var keycloak = new KeycloakServer(KeycloakSettings.temporary(
                postgres,
                "secret of keycloak",
                folder,
                Map.of(
                        "KIND_OF_TEA", "Assam",
                        "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD", "secret")));
        var running = Running.start(keycloak, folder.resolve("keycloak.log"));
        try (var client = HttpClient.newHttpClient()) {
            assertThat(get(client, keycloak.url() + "/realms/tea").statusCode()).isEqualTo(200);
            var signIn = "/realms/tea/protocol/openid-connect/auth?response_type=code&client_id=account";
            assertThat(get(client, keycloak.url() + signIn).body()).contains("Assam");
        } finally {
            running.close();
            database.close();
        }
    }

    private static HttpResponse<String> get(HttpClient client, String url) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), ofString());
    }
}

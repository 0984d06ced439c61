package com.promode.aurora.gateway;

import static com.promode.aurora.gateway.Envelopes.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** The documentation of all services, for whoever has no token yet. */
@GatewayTest
class DocsTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern FILE = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    private Client client = new Client(0);

    @BeforeEach
    void call() {
        client = new Client(port);
    }

    @Test
    void pageComesWithEveryFileThatItNames() throws Exception {
        var page = client.get("/docs", "");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        var files =
                FILE.matcher(page.body()).results().map(match -> match.group(1)).toList();
        assertThat(files).hasSizeGreaterThan(3);
        for (var file : files) {
            assertThat(client.get(file, "").statusCode()).as(file).isEqualTo(200);
        }
    }

    @Test
    void pageRunsNoScriptButItsOwn() throws Exception {
        var page = client.get("/docs", "");
        assertThat(page.body()).doesNotContainPattern("<script(?! src=)|<style|\\son\\w+=");
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
    }

    @Test
    void offersTheDocumentOfEachService() throws Exception {
        var services = JSON.readTree(client.get("/docs/services.json", "").body());
        try (var files = Files.list(Path.of("../docs/openapi"))) {
            assertThat(services.valueStream().map(service -> service.asString() + ".json"))
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString()).toList());
        }
        for (var service : services) {
            var document = client.get("/docs/" + service.asString() + ".json", "");
            assertThat(JSON.readTree(document.body()).path("openapi").asString())
                    .as(service.asString())
                    .startsWith("3.1");
        }
    }

    @Test
    void offersTheEvents() throws Exception {
        var events = client.get("/docs/asyncapi.yaml", "");

        assertThat(events.body()).contains("asyncapi: 3.", "StockMoved");
        assertThat(events.headers().firstValue("Content-Type")).hasValue("application/yaml");
    }

    @Test
    void isNotSentTwice() throws Exception {
        var first = client.get("/docs/swagger-ui.css", "");
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-cache");
        var etag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(client.get("/docs/swagger-ui.css", "", "If-None-Match", etag).statusCode())
                .isEqualTo(304);
        assertThat(client.get("/docs/swagger-ui.css", "", "If-None-Match", "\"other\"")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void slashAtTheEndLeadsToThePage() throws Exception {
        var answer = client.get("/docs/", "");
        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(answer.headers().firstValue("Location")).hasValue("/docs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs/nothing.js", "/docs/a/b", "/docs/application.yml", "/docs/swagger-ui.js"})
    void hasNothingElse(String path) throws Exception {
        assertRefused(client.get(path, ""), 404, "NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docsx",
                "/doc",
                "/",
                "/webjars/swagger-ui/index.html",
                "/api/docs",
                "/docs.json",
                "/v3/api-docs"
            })
    void opensNothingElse(String path) throws Exception {
        assertRefused(client.get(path, ""), 401, "UNAUTHENTICATED");
    }

    @Test
    void isOnlyToBeRead() throws Exception {
        assertRefused(client.post("/docs", "", new byte[0]), 401, "UNAUTHENTICATED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs/../actuator/env", "/docs/%2e%2e/application.yml", "/docs/..%2fapplication.yml"})
    void leadsNowhereElse(String path) throws Exception {
        assertThat(client.get(path, "").statusCode()).isIn(400, 401, 404);
    }
}

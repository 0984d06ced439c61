package com.promode.aurora.starter.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.promode.aurora.starter.shelf.Answer;
import com.promode.aurora.starter.shelf.Client;
import com.promode.aurora.starter.shelf.Parts;
import com.promode.aurora.starter.shelf.ShelfTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.ConnectionCallback;

@ShelfTest
class FaultTests {

    private static final int POOL = 5;

    private final Client client;
    private final DataSource database;
    private final Environment environment;

    FaultTests(Client client, DataSource database, Environment environment) {
        this.client = client;
        this.environment = environment;
        this.database = database;
    }

    @Test
    void refusesAHeaderWithControlCharactersThatAHandlerReads() throws IOException {
        var claims = Client.tokens().claims(Client.PROMODE, Client.USER, List.of("shelves:write"));
        var request = String.join(
                "\r\n",
                "POST /api/shelves HTTP/1.1",
                "Host: localhost",
                "Connection: close",
                "Authorization: Bearer " + Client.tokens().sign(claims.build()),
                "Idempotency-Key: a\u0085b",
                "Content-Type: application/json",
                "Content-Length: 2",
                "",
                "{}");
        try (var socket =
                new Socket("127.0.0.1", environment.getRequiredProperty("local.server.port", Integer.class))) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400")
                    .contains("MALFORMED_REQUEST");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/trouble/unexpected", "/api/trouble/sql"})
    void aFaultOfOursTellsNothingOfOurInsides(String path) {
        var answer = client.get(path).expect(500, "INTERNAL_ERROR");
        assertThat(answer.error("message")).isEqualTo("Something went wrong on our side");
        assertThat(answer.json().at("/error/details").isEmpty()).isTrue();
        assertThat(answer.json().path("traceId").asString()).hasSize(32);
        assertThat(answer.body()).doesNotContainIgnoringCase("secret", "com.", "select", "exception", "trace\":\"java");
    }

    @Test
    void aLogLineInJsonNamesTheTrace() {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        var logger = context.getLogger(ProblemAdvice.class);
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        logger.addAppender(lines);
        try {
            var answer = client.get("/api/trouble/unexpected").expect(500);
            var encoder = new StructuredLogEncoder();
            context.putObject(Environment.class.getName(), environment);
            encoder.setContext(context);
            encoder.setFormat(environment.getRequiredProperty("logging.structured.format.console"));
            encoder.start();
            var line = new String(encoder.encode(lines.list.getLast()), StandardCharsets.UTF_8);
            assertThat(line)
                    .contains("\"traceId\":\"" + answer.json().path("traceId").asString() + "\"")
                    .contains("GET /api/trouble/unexpected failed");
        } finally {
            logger.detachAppender(lines);
        }
    }

    @Test
    void saysWhenToComeBackWhileNoConnectionIsFree() throws SQLException {
        var taken = new ArrayList<Connection>();
        try {
            for (int connection = 0; connection < POOL; connection++) {
                taken.add(database.getConnection());
            }
            var answer = client.get("/api/shelves").expect(503, "UNAVAILABLE");
            assertThat(answer.header("Retry-After")).isEqualTo("5");
            var keyed = client.header("Idempotency-Key", "pool")
                    .post("/api/shelves", "{}")
                    .expect(503, "UNAVAILABLE");
            assertThat(keyed.header("Retry-After")).isEqualTo("5");
        } finally {
            for (var connection : taken) {
                connection.close();
            }
        }
        client.get("/api/shelves").expect(200);
    }

    @Test
    void saysWhenToComeBackAfterTheDatabaseHungUp() {
        var answer = client.get("/api/trouble/lost").expect(503, "UNAVAILABLE");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        client.get("/api/shelves").expect(200);
    }

    @Test
    void aLockThatOthersHoldForTooLongIsAConflict() {
        var key = 20_261_125L;
        Parts.database("inventory_service").execute((ConnectionCallback<Answer>) connection -> {
            try (var holder = connection.createStatement()) {
                holder.execute("SELECT pg_advisory_lock(" + key + ")");
                return client.post("/api/trouble/wait/" + key, "{}").expect(409, "CONFLICT");
            }
        });
        client.post("/api/trouble/wait/" + key, "{}").expect(200);
    }
}

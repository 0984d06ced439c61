package com.promode.aurora.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** A Keycloak that tells a Kafka which does not exist. */
class DeadKafkaTests {

    /** For a send to a Kafka that is not there. */
    private static final Duration WAIT = Duration.ofSeconds(1);

    private static final int ROUNDS = 15;
    private static final String FORM =
            "grant_type=password&client_id=aurora-auth&client_secret=%s&password=%s&username=customer@aurora.local"
                    .formatted(TestKeycloak.SECRET, URLEncoder.encode(WithKeycloak.PASSWORD, UTF_8));

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void signingInDoesNotWaitForADeadKafka() throws Exception {
        var tokens = URI.create(
                KeycloakProcess.start(new Mails(), "127.0.0.1:1") + "/realms/aurora/protocol/openid-connect/token");
        median(tokens); // the first are slow for other reasons

        assertThat(median(tokens)).isLessThan(WAIT);
    }

    private Duration median(URI tokens) throws Exception {
        var times = new ArrayList<Duration>();
        for (var round = 0; round < ROUNDS; round++) {
            var start = System.nanoTime();
            var request = HttpRequest.newBuilder(tokens)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(FORM));
            var answer = http.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            times.add(Duration.ofNanos(System.nanoTime() - start));
        }
        return times.stream().sorted().toList().get(ROUNDS / 2);
    }
}

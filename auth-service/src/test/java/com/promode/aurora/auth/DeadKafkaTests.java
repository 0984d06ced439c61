package com.promode.aurora.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.auth.TestKeycloak.NewUser;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A Keycloak that tells a Kafka which does not exist, beside one whose Kafka is well. */
class DeadKafkaTests {

    private static final int ROUNDS = 15;
    private static final String FORM =
            "grant_type=password&client_id=aurora-auth&client_secret=%s&password=%s&username="
                    .formatted(TestKeycloak.SECRET, URLEncoder.encode(WithKeycloak.PASSWORD, UTF_8));

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void signingInTakesNoLongerWhileKafkaIsDead() throws Exception {
        var well = URI.create(TestKeycloak.running().realm() + "/protocol/openid-connect/token");
        var dead = URI.create(
                KeycloakProcess.start(new Mails(), "127.0.0.1:1") + "/realms/aurora/protocol/openid-connect/token");
        // each time another, of whom no session is ended meanwhile for being one too many
        Supplier<String> anybody = () -> TestKeycloak.running().create(new NewUser());
        Supplier<String> customer = () -> "customer@aurora.local";
        measure(well, anybody);
        measure(dead, customer);
        assertThat(measure(dead, customer)).isLessThan(2 * measure(well, anybody) + 100);
    }

    /** The median of some, in milliseconds. */
    private long measure(URI tokens, Supplier<String> users) throws Exception {
        var times = new ArrayList<Long>();
        for (var round = 0; round < ROUNDS; round++) {
            var user = users.get();
            var start = System.nanoTime();
            var request = HttpRequest.newBuilder(tokens)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(FORM + user));
            var answer = http.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            times.add((System.nanoTime() - start) / 1_000_000);
        }
        return List.copyOf(times).stream().sorted().toList().get(ROUNDS / 2);
    }
}

package com.promode.aurora.localstack.component;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.localstack.component.TwilioServer.Message;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TwilioServerTests {

    private static final String MESSAGES = "/2010-04-01/Accounts/AC1/Messages.json";
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<Message> taken = new CopyOnWriteArrayList<>();

    @Test
    void takesAMessage() throws Exception {
        var answer = post(new TwilioServer(0, "AC1", "secret", taken::add), "secret", MESSAGES, form("12 %26 34"));

        assertThat(answer.path("status").asString()).isEqualTo("queued");
        assertThat(answer.path("sid").asString()).matches("SM[0-9a-f]{32}");
        assertThat(taken).containsExactly(new Message("+919845000000", "+15005550006", "12 & 34"));
    }

    @ParameterizedTest
    @CsvSource({
        "wrong,  /2010-04-01/Accounts/AC1/Messages.json, To=%2B919845000000&From=%2B1&Body=x, 401, 20003",
        "secret, /2010-04-01/Accounts/AC2/Messages.json, To=%2B919845000000&From=%2B1&Body=x, 404, 20404",
        "secret, /2010-04-01/Accounts/AC1/Messages.json, From=%2B1&Body=x,                     400, 21604",
        "secret, /2010-04-01/Accounts/AC1/Messages.json, To=%2B919845000000&Body=x,            400, 21603",
        "secret, /2010-04-01/Accounts/AC1/Messages.json, To=%2B919845000000&From=%2B1,         400, 21602",
        "secret, /2010-04-01/Accounts/AC1/Messages.json, To=98450&From=%2B1&Body=x,            400, 21211",
        "secret, /2010-04-01/Accounts/AC1/Messages.json, To=%ZZ&From=%2B1&Body=x,              400, 20001"
    })
    void refusesAsTwilioDoes(String token, String path, String form, int status, int code) throws Exception {
        var answer = post(new TwilioServer(0, "AC1", "secret", taken::add), token, path, form);

        assertThat(answer.path("status").asInt()).isEqualTo(status);
        assertThat(answer.path("code").asInt()).isEqualTo(code);
        assertThat(taken).isEmpty();
    }

    @Test
    void refusesWhatIsTooLong() throws Exception {
        var answer =
                post(new TwilioServer(0, "AC1", "secret", taken::add), "secret", MESSAGES, form("x".repeat(1_601)));

        assertThat(answer.path("code").asInt()).isEqualTo(21_617);
    }

    @Test
    void failsWhenTheTakerDoes() throws Exception {
        var server = new TwilioServer(0, "AC1", "secret", message -> {
            throw new IllegalStateException("out of order");
        });

        assertThat(post(server, "secret", MESSAGES, form("x")).path("status").asInt())
                .isEqualTo(500);
    }

    private static String form(String body) {
        return "To=%2B919845000000&From=%2B15005550006&Body=" + body;
    }

    /** The answer, which says the status too where it is an error. */
    private static JsonNode post(TwilioServer server, String token, String path, String form)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(("AC1:" + token).getBytes(UTF_8)))
                .POST(BodyPublishers.ofString(form))
                .build();
        var answer = HTTP.send(request, BodyHandlers.ofString());
        var body = JSON.readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(body.path("status").asInt(201));
        return body;
    }
}

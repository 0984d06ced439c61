package com.promode.aurora.localstack.stack;

import com.promode.aurora.localstack.component.BuiltWith;
import com.promode.aurora.localstack.component.Commands;
import com.promode.aurora.localstack.component.Component;
import com.promode.aurora.localstack.component.Ports;
import com.promode.aurora.localstack.component.TwilioServer;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Takes every text message in Twilio's place and sends none on. */
record SmsCatcher(int port, String token) implements Component {

    private static final String ACCOUNT = "AC00000000000000000000000000000000";

    /** A number that Twilio keeps for tests. */
    private static final String FROM = "+15005550006";

    private static final String ACCOUNT_VARIABLE = "AURORA_TWILIO_ACCOUNT_SID";
    private static final String TOKEN_VARIABLE = "AURORA_TWILIO_AUTH_TOKEN";

    /** The program itself; what was sent is read in its log. */
    static void main(String[] port) {
        var environment = System.getenv();
        new TwilioServer(
                Integer.parseInt(port[0]),
                Objects.requireNonNull(environment.get(ACCOUNT_VARIABLE)),
                Objects.requireNonNull(environment.get(TOKEN_VARIABLE)),
                message -> System.out.printf("To %s: %s%n", message.to(), message.body()));
    }

    /** What whoever sends messages must know. */
    Map<String, String> account() {
        return Map.of(
                "AURORA_TWILIO_URL",
                "http://127.0.0.1:" + port,
                ACCOUNT_VARIABLE,
                ACCOUNT,
                TOKEN_VARIABLE,
                token,
                "AURORA_TWILIO_FROM",
                FROM);
    }

    @Override
    public String name() {
        return "sms-catcher";
    }

    @Override
    public Map<String, Integer> ports() {
        return Map.of("HTTP", port);
    }

    @Override
    public List<String> command() {
        return Commands.smallJava("-cp", BuiltWith.classPath(), SmsCatcher.class.getName(), Integer.toString(port));
    }

    @Override
    public Map<String, String> environment() {
        return account();
    }

    @Override
    public boolean ready() {
        return Ports.taken(port);
    }
}

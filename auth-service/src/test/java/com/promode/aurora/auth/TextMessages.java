package com.promode.aurora.auth;

import com.promode.aurora.localstack.component.TwilioServer;
import com.promode.aurora.localstack.component.TwilioServer.Message;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** The text messages that were sent. */
public final class TextMessages {

    static final String ACCOUNT = "AC0123456789abcdef";
    static final String TOKEN = "only-for-tests";
    static final String FROM = "+15005550006";

    private static final TextMessages RUNNING = new TextMessages();
    private static final Pattern CODE = Pattern.compile("\\b[0-9]{6}\\b");

    private final List<Message> taken = new CopyOnWriteArrayList<>();
    private final TwilioServer server = new TwilioServer(0, ACCOUNT, TOKEN, this::take);
    private volatile boolean broken;

    private TextMessages() {}

    public static TextMessages running() {
        return RUNNING;
    }

    String url() {
        return server.url();
    }

    /** From now on every message is refused, or none is any more. */
    public void breakDown(boolean down) {
        broken = down;
    }

    public int to(String phone) {
        return (int) taken.stream().filter(sent -> phone.equals(sent.to())).count();
    }

    /** The code of the latest message to that phone. */
    public String codeTo(String phone) {
        var text = taken.stream()
                .filter(sent -> phone.equals(sent.to()))
                .reduce((earlier, later) -> later)
                .map(Message::body)
                .orElseThrow(() -> new AssertionError("no message to " + phone));
        var code = CODE.matcher(text);
        if (!code.find()) {
            throw new AssertionError("no code in: " + text);
        }
        return code.group();
    }

    private void take(Message message) {
        if (broken || !FROM.equals(message.from())) {
            throw new IllegalStateException("Broken for a test, or not from " + FROM);
        }
        taken.add(message);
    }
}

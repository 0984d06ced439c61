package com.promode.aurora.localstack.stack;

import com.promode.aurora.localstack.component.BuiltWith;
import com.promode.aurora.localstack.component.Commands;
import com.promode.aurora.localstack.component.Component;
import com.promode.aurora.localstack.component.Ports;
import java.util.List;
import java.util.Map;

/** Takes every mail and sends none on. */
record MailCatcher(int port) implements Component {

    @Override
    public String name() {
        return "mail-catcher";
    }

    @Override
    public Map<String, Integer> ports() {
        return Map.of("SMTP", port);
    }

    @Override
    public List<String> command() {
        return Commands.smallJava(
                "-Dgreenmail.smtp.hostname=127.0.0.1",
                "-Dgreenmail.smtp.port=" + port,
                "-Dgreenmail.auth.disabled",
                // what was sent is read in its log
                "-Dgreenmail.verbose",
                "-jar",
                BuiltWith.file("greenmail-standalone-").toString());
    }

    @Override
    public boolean ready() {
        return Ports.taken(port);
    }
}

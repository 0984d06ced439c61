package com.promode.aurora.notification.security;

import com.promode.aurora.contracts.auth.SecurityEvent;
import com.promode.aurora.contracts.auth.SecurityEvent.SecurityEventRaised;
import com.promode.aurora.starter.event.Inbox;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears of security events, for all replicas together. */
@Component
class SecurityAlertListener {

    static final String GROUP = "notification.security";

    private final Inbox inbox;
    private final SecurityAlertService alerts;

    SecurityAlertListener(Inbox inbox, SecurityAlertService alerts) {
        this.inbox = inbox;
        this.alerts = alerts;
    }

    @KafkaListener(topics = SecurityEvent.TOPIC, groupId = GROUP)
    void on(SecurityEvent event) {
        if (event instanceof SecurityEventRaised raised) {
            inbox.once(raised, () -> alerts.raise(raised));
        }
    }
}

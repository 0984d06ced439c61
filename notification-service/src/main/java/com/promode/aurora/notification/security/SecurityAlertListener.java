package com.promode.aurora.notification.security;

import com.promode.aurora.contracts.auth.SecurityEvent;
import com.promode.aurora.contracts.auth.SecurityEvent.SecurityEventRaised;
import com.promode.aurora.notification.alert.AlertChannel;
import com.promode.aurora.notification.notification.NotificationService;
import com.promode.aurora.starter.event.Inbox;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears of security events, for all replicas together. */
@Component
class SecurityAlertListener {

    static final String GROUP = "notification.security";

    private final Inbox inbox;
    private final AlertChannel securityAlerts;
    private final NotificationService notifications;

    SecurityAlertListener(Inbox inbox, AlertChannel securityAlerts, NotificationService notifications) {
        this.inbox = inbox;
        this.securityAlerts = securityAlerts;
        this.notifications = notifications;
    }

    @KafkaListener(topics = SecurityEvent.TOPIC, groupId = GROUP)
    void on(SecurityEvent event) {
        if (event instanceof SecurityEventRaised raised) {
            inbox.once(raised, () -> raise(raised));
        }
    }

    private void raise(SecurityEventRaised raised) {
        securityAlerts.keep(SecurityAlert.message(raised));
        if (SecurityAlert.isSerious(raised)) {
            notifications.tell(securityAlerts.permission(), SecurityAlert.notice(raised));
        }
    }
}

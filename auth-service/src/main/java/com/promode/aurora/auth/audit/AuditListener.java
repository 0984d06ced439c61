package com.promode.aurora.auth.audit;

import com.promode.aurora.contracts.auth.AuditEvent;
import com.promode.aurora.contracts.auth.AuditEvent.AuditRecorded;
import com.promode.aurora.starter.event.Inbox;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears what all services, this one included, have changed. */
@Component
class AuditListener {

    static final String GROUP = "auth.audit-log";

    private final Inbox inbox;
    private final AuditLogService log;

    AuditListener(Inbox inbox, AuditLogService log) {
        this.inbox = inbox;
        this.log = log;
    }

    @KafkaListener(topics = AuditEvent.TOPIC, groupId = GROUP)
    void on(AuditEvent event) {
        if (event instanceof AuditRecorded recorded) {
            inbox.once(recorded, () -> log.append(recorded));
        }
    }
}

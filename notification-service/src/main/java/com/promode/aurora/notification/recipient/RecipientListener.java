package com.promode.aurora.notification.recipient;

import com.promode.aurora.contracts.auth.UserEvent;
import com.promode.aurora.contracts.auth.UserEvent.UserChanged;
import com.promode.aurora.starter.event.Inbox;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears of users. */
@Component
class RecipientListener {

    private final Inbox inbox;
    private final RecipientService recipients;

    RecipientListener(Inbox inbox, RecipientService recipients) {
        this.inbox = inbox;
        this.recipients = recipients;
    }

    @KafkaListener(topics = UserEvent.TOPIC, groupId = "notification.recipient")
    void on(UserEvent event) {
        if (event instanceof UserChanged changed) {
            inbox.once(changed, () -> recipients.keep(changed));
        }
    }
}

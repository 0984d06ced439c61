package com.promode.aurora.starter.event;

import com.promode.aurora.starter.tenant.Tenants;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.AcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Has a listener apply what one poll brought in one transaction, as far as it is of one tenant. Should that fail, it applies
 * event by event, so that only the one at fault is held up or put aside.
 */
class PollListener implements BatchAcknowledgingConsumerAwareMessageListener<Object, Object> {

    private static final Logger log = LoggerFactory.getLogger(PollListener.class);

    private final AcknowledgingConsumerAwareMessageListener<Object, Object> listener;
    private final Inbox inbox;
    private final Tenants tenants;
    private final TransactionOperations transaction;

    PollListener(
            AcknowledgingConsumerAwareMessageListener<Object, Object> listener,
            Inbox inbox,
            Tenants tenants,
            TransactionOperations transaction) {
        this.listener = listener;
        this.inbox = inbox;
        this.tenants = tenants;
        this.transaction = transaction;
    }

    /** What follows each other of one tenant; all that stands before an event is applied before it. */
    private record Run(Optional<UUID> tenant, List<ConsumerRecord<Object, Object>> messages) {}

    @Override
    public void onMessage(
            List<ConsumerRecord<Object, Object>> polled,
            @Nullable Acknowledgment none,
            @Nullable Consumer<?, ?> consumer) {
        for (var run : runs(polled)) {
            Runnable work = () -> apply(run.messages(), consumer);
            run.tenant().ifPresentOrElse(tenant -> tenants.run(tenant, work), work);
        }
    }

    private static List<Run> runs(List<ConsumerRecord<Object, Object>> polled) {
        var runs = new ArrayList<Run>();
        for (var message : polled) {
            var tenant = EventHeaders.tenant(message);
            if (runs.isEmpty() || !runs.getLast().tenant().equals(tenant)) {
                runs.add(new Run(tenant, new ArrayList<>()));
            }
            runs.getLast().messages().add(message);
        }
        return runs;
    }

    private void apply(List<ConsumerRecord<Object, Object>> messages, @Nullable Consumer<?, ?> consumer) {
        try {
            var events = messages.stream()
                    .map(EventHeaders::id)
                    .flatMap(Optional::stream)
                    .toList();
            transaction.executeWithoutResult(ignored -> inbox.whole(
                    events, () -> messages.forEach(message -> listener.onMessage(message, null, consumer))));
        } catch (RuntimeException e) {
            log.debug("{} events are applied one by one", messages.size(), e);
            messages.forEach(message -> applyAlone(message, consumer));
        }
    }

    private void applyAlone(ConsumerRecord<Object, Object> message, @Nullable Consumer<?, ?> consumer) {
        try {
            listener.onMessage(message, null, consumer);
        } catch (RuntimeException e) {
            throw new BatchListenerFailedException(String.valueOf(e.getMessage()), e, message);
        }
    }
}

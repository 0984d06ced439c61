package com.promode.aurora.starter.event;

import com.promode.aurora.contracts.IntegrationEvent;
import com.promode.aurora.starter.tenant.Tenants;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Announces events with the transaction that they belong to: they are written beside its rows, in the order in which they
 * were published, and sent to Kafka once it has committed. An {@link IntegrationEvent} that is published as an application
 * event, such as those that a Spring Data aggregate registers, lands here too.
 */
public class Outbox {

    private final OutboxTable table;
    private final Tenants tenants;
    private final String source;
    private final Supplier<@Nullable String> traceParent;
    private final Runnable flush;
    private final Runnable wake;

    /**
     * @param source of all events of this service, as CloudEvents wants it
     * @param traceParent W3C header of the current span, null outside of any
     * @param flush writes changed entities, so that a number is drawn when its aggregate's row is locked
     * @param wake tells the relay that something has been committed
     */
    Outbox(
            OutboxTable table,
            Tenants tenants,
            String source,
            Supplier<@Nullable String> traceParent,
            Runnable flush,
            Runnable wake) {
        this.table = table;
        this.tenants = tenants;
        this.source = source;
        this.traceParent = traceParent;
        this.flush = flush;
        this.wake = wake;
    }

    /**
     * Announces the event when, and only when, the current transaction commits.
     *
     * @throws IllegalStateException outside of a transaction that may write, or without a tenant
     * @throws IllegalArgumentException when the event is larger than a Kafka record may be
     */
    @EventListener
    public void publish(IntegrationEvent event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            throw new IllegalStateException(
                    "%s has to be published inside the transaction that changes what it is about"
                            .formatted(event.type()));
        }
        var headers = EventHeaders.of(event, source, tenants.current(), traceParent.get());
        pending().add(OutboxTable.Entry.of(event, headers));
    }

    private Pending pending() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Pending pending) {
            return pending;
        }
        var pending = new Pending();
        TransactionSynchronizationManager.bindResource(this, pending);
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    /** What one transaction has published and not yet written. */
    private final class Pending implements TransactionSynchronization {

        private final List<OutboxTable.Entry> entries = new ArrayList<>();
        private final Map<Object, Integer> savepoints = new IdentityHashMap<>();
        private boolean writing;

        void add(OutboxTable.Entry entry) {
            entries.add(entry);
            if (writing) {
                write();
            }
        }

        @Override
        public void savepoint(Object savepoint) {
            savepoints.put(savepoint, entries.size());
        }

        /** A savepoint that is not known is older than the first event. */
        @Override
        public void savepointRollback(Object savepoint) {
            entries.subList(savepoints.getOrDefault(savepoint, 0), entries.size())
                    .clear();
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            flush.run();
            writing = true;
            write();
        }

        private void write() {
            table.append(entries);
            entries.clear();
        }

        @Override
        public void afterCommit() {
            if (!entries.isEmpty()) {
                throw new IllegalStateException(
                        "%d events are lost: they were the first to be published and that in beforeCommit, which is too late"
                                .formatted(entries.size()));
            }
            wake.run();
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Outbox.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Outbox.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Outbox.this);
        }
    }
}

package com.promode.aurora.starter.command;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets the answers whose keys have expired. */
class IdempotencyJob {

    private final IdempotencyStore store;
    private final TransactionTemplate transaction;
    private final CommandProperties properties;

    IdempotencyJob(IdempotencyStore store, TransactionTemplate transaction, CommandProperties properties) {
        this.store = store;
        this.transaction = transaction;
        this.properties = properties;
    }

    @Scheduled(fixedDelayString = "PT10M")
    void forget() {
        Integer forgotten;
        do {
            forgotten = transaction.execute(ignored -> store.forget(properties.keepKeys()));
        } while (forgotten != null && forgotten > 0);
    }
}

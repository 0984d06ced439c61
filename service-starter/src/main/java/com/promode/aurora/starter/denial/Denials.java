package com.promode.aurora.starter.denial;

import com.promode.aurora.contracts.auth.SecurityEvent.AccessDenied;
import com.promode.aurora.starter.event.Outbox;
import com.promode.aurora.starter.tenant.Tenants;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.transaction.support.TransactionOperations;

/** Tells of refusals by a thread of its own: whoever was refused neither waits for the database nor hears of its failure. */
class Denials implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Denials.class);

    private final Outbox outbox;
    private final Tenants tenants;
    private final TransactionOperations transaction;
    private final ThreadPoolExecutor teller;

    Denials(Outbox outbox, Tenants tenants, TransactionOperations transaction, int waiting) {
        this.outbox = outbox;
        this.tenants = tenants;
        this.transaction = transaction;
        this.teller = new ThreadPoolExecutor(
                1,
                1,
                10,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(waiting),
                Thread.ofPlatform().daemon().name("denials").factory());
        teller.allowCoreThreadTimeOut(true);
    }

    /** Tells of it soon, or not at all when too much is waiting. */
    void tell(UUID tenant, AccessDenied denied) {
        try {
            teller.execute(() -> publish(tenant, denied));
        } catch (RejectedExecutionException ignored) {
            log.debug("Too many refusals wait to be told; dropped {}", denied);
        }
    }

    private void publish(UUID tenant, AccessDenied denied) {
        try {
            tenants.run(tenant, () -> transaction.executeWithoutResult(ignored -> outbox.publish(denied)));
        } catch (RuntimeException e) {
            log.warn("A refusal of user {} can't be told of: {}", denied.userId(), e.toString());
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        teller.shutdown();
        if (!teller.awaitTermination(2, TimeUnit.SECONDS)) {
            teller.shutdownNow();
        }
    }
}

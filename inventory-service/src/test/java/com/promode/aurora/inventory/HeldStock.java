package com.promode.aurora.inventory;

import static org.awaitility.Awaitility.await;

import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.test.TestTokens;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Somebody who changes the stock of a product while another comes who wants it too. */
@Component
public class HeldStock {

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Tenants tenants;

    HeldStock(JdbcClient jdbc, TransactionOperations transaction, Tenants tenants) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.tenants = tenants;
    }

    /**
     * What another achieves who has to wait for the product.
     *
     * @param meanwhile what is done in the transaction that he waits for
     */
    public <T> T awaitedBy(Supplier<T> another, UUID product, Runnable meanwhile) {
        var running = new AtomicReference<CompletableFuture<T>>();
        tenants.run(
                TestTokens.PROMODE,
                () -> transaction.executeWithoutResult(status -> {
                    var holder = jdbc.sql("""
                            SELECT pg_backend_pid() FROM product_stock WHERE product_id = :product FOR NO KEY UPDATE
                            """)
                            .param("product", product)
                            .query(Integer.class)
                            .single();
                    running.set(CompletableFuture.supplyAsync(another));
                    await("somebody who waits").until(() -> isAwaited(holder));
                    meanwhile.run();
                }));
        return running.get().orTimeout(30, TimeUnit.SECONDS).join();
    }

    private boolean isAwaited(int holder) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE :holder = ANY(pg_blocking_pids(pid)))")
                .param("holder", holder)
                .query(Boolean.class)
                .single();
    }
}

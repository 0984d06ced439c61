package com.promode.aurora.e2e;

import static com.promode.aurora.e2e.Warehouse.MOVEMENTS;
import static com.promode.aurora.e2e.Warehouse.outbound;
import static com.promode.aurora.e2e.Warehouse.today;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Sales of some products, each a request that may be sent again.
 *
 * @param sales those of one product stand far from each other
 */
record Trade(Client manager, List<UUID> products, List<Sale> sales) {

    /** One kilogram. */
    record Sale(UUID product, String key, Map<String, Object> command) {

        static Sale of(UUID product, UUID location) {
            var reference = UUID.randomUUID();
            var command = outbound(product, location, "1");
            command.put("referenceType", "sale_order");
            command.put("referenceId", reference);
            return new Sale(product, reference.toString(), command);
        }

        String reference() {
            return key;
        }
    }

    static final int PRODUCTS = 10;
    static final int SALES_PER_PRODUCT = 12;
    static final int LEFT = 3;

    /** On the way down to it each product becomes low once. */
    private static final int REORDER_POINT = 8;

    private static final int AT_ONCE = 4;

    static Trade prepare(Client manager) {
        var warehouse = new Warehouse(manager);
        var location = warehouse.location();
        var category = warehouse.category();
        var products = Stream.generate(() -> warehouse.product(category, REORDER_POINT))
                .limit(PRODUCTS)
                .toList();
        var quantity = Integer.toString(SALES_PER_PRODUCT + LEFT);
        products.forEach(product -> warehouse.receive(location, product, quantity, "2", today().plusDays(5)));
        var sales = IntStream.range(0, SALES_PER_PRODUCT)
                .boxed()
                .flatMap(round -> products.stream().map(product -> Sale.of(product, location)))
                .toList();
        return new Trade(manager, products, sales);
    }

    /** Sends each sale once, whatever becomes of it; the interruption comes when half of them have been sent. */
    void postOnce(Runnable interruption) {
        var sent = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            sales.forEach(sale -> threads.execute(() -> {
                if (sent.incrementAndGet() == sales.size() / 2) {
                    interruption.run();
                }
                succeeds(sale);
            }));
        }
    }

    boolean succeeds(Sale sale) {
        try {
            return manager.with("Idempotency-Key", sale.key())
                            .post(MOVEMENTS, sale.command())
                            .status()
                    == 201;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    List<String> references(UUID product) {
        return sales.stream()
                .filter(sale -> sale.product().equals(product))
                .map(Sale::reference)
                .toList();
    }
}

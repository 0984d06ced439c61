package com.promode.aurora.localstack.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.promode.aurora.localstack.demo.DemoData.Sale;
import com.promode.aurora.localstack.demo.DemoPlan.Day;
import com.promode.aurora.localstack.demo.DemoPlan.Delivery;
import com.promode.aurora.localstack.demo.DemoPlan.Waste;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Does of the plan what is not yet done, in its order. */
final class DemoReplay {

    private static final String RECEIVING = "/api/warehouse/stock/receiving";
    private static final String MOVEMENTS = "/api/warehouse/stock/movements";

    /**
     * Lines of a day are always cut at the same places: a request that was sent before, and may still be at work, comes again
     * with the same content and so under the same key.
     */
    static final int BATCH = 200;

    /** A new location reaches inventory by an event. */
    private static final Duration LOCATION_PATIENCE = Duration.ofSeconds(30);

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final DemoClient client;
    private final DemoPlan plan;
    private final DemoCatalogue catalogue;
    private final DemoRecord done;

    /** The body of a movement; the order of its fields is part of what the Idempotency-Key stands for. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Move(
            UUID productId,
            String movementType,
            BigDecimal quantity,
            UUID fromLocationId,
            @Nullable BigDecimal unitPrice,
            String referenceType,
            UUID referenceId,
            Instant occurredAt,
            @Nullable String wasteReason,
            @Nullable String disposalMethod) {}

    private record Receipt(UUID locationId, Instant receivedAt, List<Item> items) {}

    private record Item(
            UUID productId, BigDecimal quantity, BigDecimal unitCost, String batchNumber, LocalDate expiryDate) {}

    DemoReplay(DemoClient client, DemoPlan plan, DemoCatalogue catalogue, DemoRecord done) {
        this.client = client;
        this.plan = plan;
        this.catalogue = catalogue;
        this.done = done;
    }

    /** @param progress is told of every step how many lines it did */
    void run(LongConsumer progress) {
        for (var day : plan.days()) {
            rest(
                    day.deliveries(),
                    delivery -> done.has(delivery.batchNumber()),
                    batch -> receive(day, batch),
                    progress);
            rest(day.sales(), sale -> done.has(sale.id()), batch -> sell(batch), progress);
            rest(day.waste(), waste -> done.has(waste.id()), batch -> discard(day, batch), progress);
        }
    }

    private static <T> void rest(List<T> lines, Predicate<T> isDone, Consumer<List<T>> step, LongConsumer progress) {
        IntStream.iterate(0, start -> start < lines.size(), start -> start + BATCH)
                .mapToObj(start -> lines.subList(start, Math.min(start + BATCH, lines.size())))
                .map(batch -> batch.stream().filter(isDone.negate()).toList())
                .filter(batch -> !batch.isEmpty())
                .forEach(batch -> {
                    step.accept(batch);
                    progress.accept(batch.size());
                });
    }

    private void receive(Day day, List<Delivery> deliveries) {
        var items = deliveries.stream().map(delivery -> item(day, delivery)).toList();
        var receipt = new Receipt(catalogue.location(), day.morning(), items);
        var end = Instant.now().plus(LOCATION_PATIENCE);
        while (true) {
            try {
                client.post(RECEIVING, receipt);
                return;
            } catch (DemoException e) {
                if (e.status() != 404 || Instant.now().isAfter(end)) {
                    throw e;
                }
                DemoClient.pause(PAUSE);
            }
        }
    }

    private Item item(Day day, Delivery delivery) {
        var product = Objects.requireNonNull(plan.data().products().get(delivery.itemCode()));
        return new Item(
                catalogue.product(delivery.itemCode()),
                delivery.quantity(),
                delivery.unitCost(),
                delivery.batchNumber(),
                day.date().plusDays(DemoCatalogue.shelfLife(product)));
    }

    private void sell(List<Sale> sales) {
        client.post(MOVEMENTS, sales.stream().map(this::sale).toList());
    }

    private void discard(Day day, List<Waste> waste) {
        client.post(MOVEMENTS, waste.stream().map(line -> waste(day, line)).toList());
    }

    private Move sale(Sale sale) {
        return new Move(
                catalogue.product(sale.itemCode()),
                "outbound",
                sale.quantity(),
                catalogue.location(),
                sale.unitPrice(),
                "sale_order",
                sale.id(),
                sale.occurredAt(),
                null,
                null);
    }

    private Move waste(Day day, Waste waste) {
        return new Move(
                catalogue.product(waste.itemCode()),
                "waste",
                waste.quantity(),
                catalogue.location(),
                null,
                "waste",
                waste.id(),
                day.night(),
                "quality_issue",
                "compost");
    }
}

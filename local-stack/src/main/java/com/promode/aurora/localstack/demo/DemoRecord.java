package com.promode.aurora.localstack.demo;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.promode.aurora.localstack.demo.DemoPlan.Day;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What of the plan the system has recorded: the ledger's references and the lots' batch numbers. */
record DemoRecord(Set<UUID> references, Set<String> batchNumbers) {

    static DemoRecord read(DemoClient client, DemoPlan plan) {
        return new DemoRecord(
                Stream.of("sale_order", "waste")
                        .flatMap(type -> client
                                .all("/api/warehouse/stock/movements?limit=200&fields=referenceId&referenceType=" + type
                                        + between("occurredAt", plan))
                                .stream())
                        .map(movement -> text(movement, "referenceId"))
                        .map(UUID::fromString)
                        .collect(toUnmodifiableSet()),
                client.all("/api/warehouse/lots?limit=200&fields=batchNumber" + between("receivedAt", plan)).stream()
                        .map(lot -> text(lot, "batchNumber"))
                        .collect(toUnmodifiableSet()));
    }

    boolean has(UUID reference) {
        return references.contains(reference);
    }

    boolean has(String batchNumber) {
        return batchNumbers.contains(batchNumber);
    }

    /** Lines of the plan that are done. */
    long lines(DemoPlan plan) {
        return plan.days().stream().mapToLong(this::lines).sum();
    }

    private long lines(Day day) {
        return day.deliveries().stream().filter(line -> has(line.batchNumber())).count()
                + day.sales().stream().filter(line -> has(line.id())).count()
                + day.waste().stream().filter(line -> has(line.id())).count();
    }

    private static String between(String field, DemoPlan plan) {
        return "&%s%%5Bgte%%5D=%s&%s%%5Blte%%5D=%s"
                .formatted(
                        field,
                        plan.days().getFirst().morning(),
                        field,
                        plan.days().getLast().night());
    }

    private static String text(JsonNode item, String field) {
        return item.path(field).asString();
    }
}

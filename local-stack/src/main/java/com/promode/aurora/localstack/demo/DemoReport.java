package com.promode.aurora.localstack.demo;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * The sums of the files beside those of the system.
 *
 * @param file what the system should tell
 * @param told what it tells
 */
record DemoReport(DemoSums file, DemoSums told) {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Asks until analytics and notifications have caught up, or the time is over. */
    static DemoReport read(DemoClient client, DemoPlan plan, DemoCatalogue catalogue) {
        var file = DemoSums.of(plan);
        var items = catalogue.products().entrySet().stream()
                .collect(toMap(product -> product.getValue().toString(), Map.Entry::getKey));
        var end = Instant.now().plus(PATIENCE);
        while (true) {
            var report = new DemoReport(file, told(client, plan, items));
            if (report.isGood() || Instant.now().isAfter(end)) {
                return report;
            }
            DemoClient.pause(PAUSE);
        }
    }

    /** Alerts may be more: whoever moves the same products later is told of them too. */
    boolean isGood() {
        return file.total().equals(told.total())
                && file.byDay().equals(told.byDay())
                && file.byItem().equals(told.byItem())
                && told.alerts() >= file.alerts();
    }

    String text() {
        return String.join(
                System.lineSeparator(),
                row("", "files", "system"),
                row("lines sold", file.total().lines(), told.total().lines()),
                row("kg sold", file.total().sold(), told.total().sold()),
                row("revenue", file.total().revenue(), told.total().revenue()),
                row("cost", file.total().cost(), told.total().cost()),
                row("margin", file.total().margin(), told.total().margin()),
                row("kg wasted", file.total().waste(), told.total().waste()),
                row("low-stock alerts", file.alerts(), told.alerts()),
                row("days that agree", file.byDay().size(), agreeing(file.byDay(), told.byDay())),
                row("products that agree", file.byItem().size(), agreeing(file.byItem(), told.byItem())),
                isGood() ? "OK: the system tells what the files tell." : "DIFFERENT: see the lines that do not agree.");
    }

    private static long agreeing(Map<String, Turnover> file, Map<String, Turnover> told) {
        return file.entrySet().stream()
                .filter(entry -> entry.getValue().equals(told.get(entry.getKey())))
                .count();
    }

    private static String row(String name, Object file, Object told) {
        return "%-22s%14s%14s%s".formatted(name, number(file), number(told), mark(name, file, told));
    }

    private static String mark(String name, Object file, Object told) {
        return name.isEmpty() || number(file).equals(number(told)) ? "" : "  <-";
    }

    private static String number(Object value) {
        return switch (value) {
            case BigDecimal decimal -> String.format(Locale.ROOT, "%,." + decimal.scale() + "f", decimal);
            case Number number -> String.format(Locale.ROOT, "%,d", number.longValue());
            default -> value.toString();
        };
    }

    private static DemoSums told(DemoClient client, DemoPlan plan, Map<String, String> items) {
        var path =
                "/api/warehouse/analytics/turnover?limit=200&from=%s&to=%s&groupBy=".formatted(plan.from(), plan.to());
        var days = client.get(path + "day").path("data");
        var products = client.get(path + "product").path("data");
        return new DemoSums(
                turnover(days.path("totals")),
                days.path("rows").valueStream().collect(toMap(DemoReport::key, DemoReport::turnover)),
                products.path("rows")
                        .valueStream()
                        .collect(toMap(
                                row -> Objects.requireNonNullElse(items.get(key(row)), key(row)),
                                DemoReport::turnover)),
                alerts(client, items));
    }

    private static long alerts(DemoClient client, Map<String, String> items) {
        return client.all("/api/notifications?limit=200&category=inventory&fields=metadata").stream()
                .filter(notification -> items.containsKey(
                        notification.path("metadata").path("productId").asString("")))
                .count();
    }

    private static Turnover turnover(JsonNode sums) {
        return new Turnover(
                sums.path("movements").asLong(),
                sums.path("quantityOut").asDecimal(),
                sums.path("revenue").asDecimal(),
                sums.path("cost").asDecimal(),
                sums.path("wasteQuantity").asDecimal());
    }

    private static String key(JsonNode row) {
        return row.path("key").asString();
    }
}

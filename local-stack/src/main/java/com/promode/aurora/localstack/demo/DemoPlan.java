package com.promode.aurora.localstack.demo;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;
import static java.util.stream.Collectors.toMap;

import com.promode.aurora.localstack.demo.DemoData.ItemDay;
import com.promode.aurora.localstack.demo.DemoData.Sale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collector;
import java.util.stream.Stream;

/**
 * What the demo does, day by day: each morning comes what the day will sell and spoil, at the wholesale price of the day;
 * then the day's sales at their times; at night what has spoilt is thrown away.
 *
 * @param reorderPoints by item code, of the items that are sold
 */
record DemoPlan(DemoData data, List<Day> days, Map<String, BigDecimal> reorderPoints) {

    private static final LocalTime MORNING = LocalTime.of(6, 0);
    private static final LocalTime NIGHT = LocalTime.of(23, 0);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal LOW_SHARE = new BigDecimal("0.2");

    /** Digits of a quantity after the point. */
    private static final int GRAMS = 3;

    record Day(LocalDate date, List<Delivery> deliveries, List<Sale> sales, List<Waste> waste) {

        Instant morning() {
            return date.atTime(MORNING).atZone(DemoData.ZONE).toInstant();
        }

        Instant night() {
            return date.atTime(NIGHT).atZone(DemoData.ZONE).toInstant();
        }

        long lines() {
            return (long) deliveries.size() + sales.size() + waste.size();
        }
    }

    record Delivery(String batchNumber, String itemCode, BigDecimal quantity, BigDecimal unitCost) {}

    record Waste(UUID id, String itemCode, BigDecimal quantity) {}

    static DemoPlan of(DemoData data) {
        var sold = data.sales().stream()
                .collect(groupingBy(Sale::date, TreeMap::new, groupingBy(Sale::itemCode, TreeMap::new, quantity())));
        var sales = data.sales().stream().collect(groupingBy(Sale::date));
        return new DemoPlan(
                data,
                sold.entrySet().stream()
                        .map(day ->
                                day(data, day.getKey(), sales.getOrDefault(day.getKey(), List.of()), day.getValue()))
                        .toList(),
                reorderPoints(sold));
    }

    private static Day day(DemoData data, LocalDate date, List<Sale> sales, Map<String, BigDecimal> sold) {
        return new Day(
                date,
                sold.entrySet().stream()
                        .map(item -> delivery(data, date, item.getKey(), item.getValue()))
                        .toList(),
                sales,
                sold.entrySet().stream()
                        .flatMap(item -> waste(data, date, item.getKey(), item.getValue()))
                        .toList());
    }

    /** How much must be received so that this much can be sold when a share of it is lost. */
    static BigDecimal needed(BigDecimal sold, BigDecimal lossRate) {
        return sold.multiply(HUNDRED).divide(HUNDRED.subtract(lossRate), GRAMS, RoundingMode.UP);
    }

    private static BigDecimal needed(DemoData data, String item, BigDecimal sold) {
        return needed(
                sold,
                Objects.requireNonNull(data.products().get(item), () -> "no product " + item)
                        .lossRate());
    }

    private static Delivery delivery(DemoData data, LocalDate date, String item, BigDecimal sold) {
        var price = data.wholesalePrices().get(new ItemDay(item, date));
        return new Delivery(
                References.ofDelivery(item, date),
                item,
                needed(data, item, sold),
                Objects.requireNonNull(price, () -> "no wholesale price of %s on %s".formatted(item, date)));
    }

    private static Stream<Waste> waste(DemoData data, LocalDate date, String item, BigDecimal sold) {
        var spoilt = needed(data, item, sold).subtract(sold);
        return spoilt.signum() > 0
                ? Stream.of(new Waste(References.ofWaste(item, date), item, spoilt))
                : Stream.empty();
    }

    /** A product is low when no more is left than a fifth of what it sells on a day. */
    private static Map<String, BigDecimal> reorderPoints(Map<LocalDate, TreeMap<String, BigDecimal>> days) {
        var byItem =
                days.values().stream().flatMap(sold -> sold.entrySet().stream()).collect(groupingBy(Map.Entry::getKey));
        return byItem.entrySet().stream().collect(toMap(Map.Entry::getKey, item -> reorderPoint(item.getValue())));
    }

    private static BigDecimal reorderPoint(List<Map.Entry<String, BigDecimal>> daily) {
        var sold = daily.stream().map(Map.Entry::getValue).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sold.multiply(LOW_SHARE).divide(BigDecimal.valueOf(daily.size()), GRAMS, RoundingMode.UP);
    }

    private static Collector<Sale, ?, BigDecimal> quantity() {
        return reducing(BigDecimal.ZERO, Sale::quantity, BigDecimal::add);
    }

    long lines() {
        return days.stream().mapToLong(Day::lines).sum();
    }

    LocalDate from() {
        return days.getFirst().date();
    }

    LocalDate to() {
        return days.getLast().date();
    }
}

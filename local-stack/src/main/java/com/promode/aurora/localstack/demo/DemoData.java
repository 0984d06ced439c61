package com.promode.aurora.localstack.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * What the files of the demo say.
 *
 * @param products by item code
 * @param sales in time order
 * @param wholesalePrices per kg, by item and day
 */
record DemoData(Map<String, Product> products, List<Sale> sales, Map<ItemDay, BigDecimal> wholesalePrices) {

    /** The shop's clock: the times in the files have no offset. */
    static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");

    /** @param lossRate percent of what is received that can't be sold */
    record Product(String itemCode, String name, String category, BigDecimal lossRate) {}

    /** One checkout line. */
    record Sale(
            UUID id, LocalDate date, Instant occurredAt, String itemCode, BigDecimal quantity, BigDecimal unitPrice) {}

    record ItemDay(String itemCode, LocalDate date) {}

    static DemoData load() {
        return parse(open("products.csv"), open("loss_rates.csv"), open("sales.csv"), open("wholesale_prices.csv"));
    }

    static DemoData parse(Reader products, Reader lossRates, Reader sales, Reader wholesalePrices) {
        var rates = rows(lossRates).stream()
                .collect(toMap(row -> row.get("item_code"), row -> new BigDecimal(row.get("loss_rate_percent"))));
        return new DemoData(
                rows(products).stream()
                        .map(row -> product(row, rates))
                        .collect(toMap(Product::itemCode, Function.identity())),
                rows(sales).stream()
                        .map(DemoData::sale)
                        .sorted(Comparator.comparing(Sale::occurredAt))
                        .toList(),
                rows(wholesalePrices).stream()
                        .collect(toMap(DemoData::itemDay, row -> new BigDecimal(row.get("price_per_kg")))));
    }

    private static Product product(CSVRecord row, Map<String, BigDecimal> rates) {
        var itemCode = row.get("item_code");
        return new Product(
                itemCode,
                clean(row.get("name")),
                clean(row.get("category")),
                Objects.requireNonNull(rates.get(itemCode), () -> "no loss rate of " + itemCode));
    }

    /** Real files have blanks that are none: the non-breaking space of a category would make it another one. */
    static String clean(String text) {
        return text.replaceAll("[\\s\\p{Z}]+", " ").strip();
    }

    private static Sale sale(CSVRecord row) {
        var date = LocalDate.parse(row.get("date"));
        return new Sale(
                References.ofSale(String.join(",", row.values())),
                date,
                date.atTime(LocalTime.parse(row.get("time"))).atZone(ZONE).toInstant(),
                row.get("item_code"),
                new BigDecimal(row.get("quantity_kg")),
                new BigDecimal(row.get("unit_price")));
    }

    private static ItemDay itemDay(CSVRecord row) {
        return new ItemDay(row.get("item_code"), LocalDate.parse(row.get("date")));
    }

    private static List<CSVRecord> rows(Reader file) {
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var parser = CSVParser.parse(file, format)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reader open(String name) {
        var file = Objects.requireNonNull(DemoData.class.getResourceAsStream("/demo/" + name), name);
        return new InputStreamReader(file, UTF_8);
    }
}

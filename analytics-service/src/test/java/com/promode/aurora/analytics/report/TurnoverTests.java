package com.promode.aurora.analytics.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.analytics.Moves;
import com.promode.aurora.contracts.inventory.MovementType;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What comes in and goes out, per business day, product and category. */
class TurnoverTests extends ReportTest {

    private static final String TURNOVER = "/turnover" + DAYS;

    private final Moves tomato = new Moves("10.0000");

    @Test
    void sumsEachBusinessDayOfTheTenant() {
        tell(
                tomato.in("50", "2023-06-14T20:00:00Z"), // 01:30 of the 15th in Kolkata
                tomato.out("0.293", "24", "2023-06-15T03:45:21Z"),
                tomato.out("1.000", "2.705", "2023-06-15T18:29:59Z"),
                tomato.out("2", "20", "2023-06-15T18:30:00Z"), // midnight in Kolkata
                tomato.move(MovementType.WASTE, "1.5", "2023-06-16T15:00:00Z"),
                tomato.move(MovementType.TRANSFER, "5", "2023-06-16T15:00:00Z"),
                tomato.move(MovementType.ADJUSTMENT, "-1", "2023-06-17T15:00:00Z"),
                tomato.out("7", "20", "2023-06-24T18:30:00Z")); // the 25th

        assertThat(rows(TURNOVER)).containsExactly("""
                {"key":"2023-06-15","label":"2023-06-15","quantityIn":50.000,"quantityOut":1.293,"revenue":9.74,\
                "cost":12.93,"wasteQuantity":0.000,"movements":2}""", """
                {"key":"2023-06-16","label":"2023-06-16","quantityIn":0.000,"quantityOut":2.000,"revenue":40.00,\
                "cost":20.00,"wasteQuantity":1.500,"movements":1}""");
        assertThat(totals(TURNOVER)).isEqualTo("""
                {"quantityIn":50.000,"quantityOut":3.293,"revenue":49.74,"cost":32.93,"wasteQuantity":1.500,"movements":3}""");
        assertThat(report(TURNOVER).path("asOf").asString()).isEqualTo("2026-11-20T04:00:08Z");
    }

    @Test
    void sameEventTwiceCountsOnce() {
        var sale = tomato.out("3", "10", "2023-06-15T05:00:00Z");
        tell(sale, sale, tomato.out("1", "10", "2023-06-15T06:00:00Z"));

        assertThat(totals(TURNOVER)).contains("\"quantityOut\":4.000", "\"movements\":2");
    }

    @Test
    void backDatedSaleCorrectsItsBucket() {
        tell(tomato.out("3", "10", "2023-06-20T05:00:00Z"), tomato.out("1", "10", "2023-06-15T05:00:00Z"));
        tell(tomato.out("0.5", "10", "2023-06-15T05:00:00Z"));

        assertThat(rows(TURNOVER))
                .satisfiesExactly(
                        first -> assertThat(first).contains("2023-06-15", "\"quantityOut\":1.500", "\"revenue\":15.00"),
                        second -> assertThat(second).contains("2023-06-20", "\"quantityOut\":3.000"));
    }

    @Test
    void reversalCountsNegativeOnItsOwnDay() {
        var sale = tomato.out("3", "10", "2023-06-15T05:00:00Z");
        var receipt = tomato.in("8", "2023-06-15T05:00:00Z");
        tell(
                sale,
                receipt,
                tomato.reverse(sale, "2023-06-18T05:00:00Z"),
                tomato.reverse(receipt, "2023-06-18T05:00:00Z"));

        assertThat(rows(TURNOVER))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .contains("\"quantityIn\":8.000,\"quantityOut\":3.000", "\"movements\":1"),
                        second -> assertThat(second).contains("""
                        "quantityIn":-8.000,"quantityOut":-3.000,"revenue":-30.00,"cost":-30.00,\
                        "wasteQuantity":0.000,"movements":-1"""));
        assertThat(totals(TURNOVER)).contains("\"quantityOut\":0.000,\"revenue\":0.00", "\"movements\":0");
    }

    @Test
    void saleOfUnknownProductCountsAndLaterGetsItsName() {
        tell(tomato.out("3", "10", "2023-06-15T05:00:00Z"));
        assertThat(report(TURNOVER + "&groupBy=product").at("/rows/0/label").asString())
                .isEqualTo(tomato.product().toString());

        tell(tomato.named("PRD-001", "Tomato", null, 2), tomato.named("PRD-001", "Tomatto", null, 1));
        assertThat(rows(TURNOVER + "&groupBy=product")).containsExactly("""
                {"key":"%s","label":"Tomato","quantityIn":0.000,"quantityOut":3.000,"revenue":30.00,"cost":30.00,\
                "wasteQuantity":0.000,"movements":1}""".formatted(tomato.product()));
    }

    @Test
    void groupsByCategoryTheOneThatEarnsMostFirst() {
        var fruit = UUID.randomUUID();
        var carrot = new Moves("1");
        var plum = new Moves("1");
        var nameless = new Moves("1");
        tell(
                Moves.category(fruit, "Fruit", 2),
                Moves.category(fruit, "Frut", 1),
                tomato.named("PRD-001", "Tomato", fruit, 0),
                plum.named("PRD-002", "Plum", fruit, 0),
                carrot.named("PRD-003", "Carrot", null, 0),
                tomato.out("1", "10", "2023-06-15T05:00:00Z"),
                plum.out("2", "10", "2023-06-16T05:00:00Z"),
                carrot.out("3", "1", "2023-06-15T05:00:00Z"),
                nameless.out("4", "1", "2023-06-15T05:00:00Z"));

        assertThat(rows(TURNOVER + "&groupBy=category"))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .contains("{\"key\":\"%s\",\"label\":\"Fruit\"".formatted(fruit), "\"revenue\":30.00"),
                        second -> assertThat(second)
                                .contains(
                                        "{\"key\":null,\"label\":\"Uncategorised\"",
                                        "\"revenue\":7.00",
                                        "\"movements\":2"));
    }

    @Test
    void pagesRowsAndTotalsAll() {
        tell(
                tomato.out("1", "10", "2023-06-15T05:00:00Z"),
                tomato.out("2", "10", "2023-06-16T05:00:00Z"),
                tomato.out("4", "10", "2023-06-17T05:00:00Z"));

        var second = caller().get(ANALYTICS + TURNOVER + "&page=2&limit=2");
        assertThat(second.ok().path("rows").valueStream())
                .singleElement()
                .satisfies(row -> assertThat(row.path("key").asString()).isEqualTo("2023-06-17"));
        assertThat(second.meta().toString()).isEqualTo("{\"page\":2,\"limit\":2,\"total\":3,\"totalPages\":2}");
        assertThat(second.ok().at("/totals/quantityOut").asString()).isEqualTo("7.000");
        assertThat(rows(TURNOVER + "&page=9")).isEmpty();
        assertThat(totals(TURNOVER + "&page=9")).contains("\"quantityOut\":7.000");
    }

    @Test
    void nothingYetIsZeroes() {
        assertThat(report(TURNOVER).toString()).isEqualTo("""
                {"rows":[],"totals":{"quantityIn":0.000,"quantityOut":0.000,"revenue":0.00,"cost":0.00,\
                "wasteQuantity":0.000,"movements":0},"asOf":null}""");
    }
}

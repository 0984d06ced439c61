package com.promode.aurora.analytics.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.analytics.Moves;
import org.junit.jupiter.api.Test;

/** Where products stand now. */
class StockTests extends ReportTest {

    private final Moves tomato = new Moves("10.0050");
    private final Moves saffron = new Moves("2000");

    @Test
    void inventoryListsEveryProductByCode() {
        tell(
                saffron.named("PRD-002", "Saffron", null, 0),
                tomato.named("PRD-001", "Tomato", null, 0),
                tomato.in("2", "2023-06-15T05:00:00Z"),
                tomato.out("0.7", "20", "2023-06-16T05:00:00Z"));

        assertThat(rows("/inventory"))
                .containsExactly("""
                {"productId":"%s","productCode":"PRD-001","name":"Tomato","onHand":1.300,"averageCost":10.0050,\
                "value":13.01}""".formatted(tomato.product()), """
                {"productId":"%s","productCode":"PRD-002","name":"Saffron","onHand":0.000,"averageCost":0.0000,\
                "value":0.00}""".formatted(saffron.product()));
        assertThat(totals("/inventory")).isEqualTo("{\"onHand\":1.300,\"value\":13.01}");
        assertThat(report("/inventory").path("asOf").asString()).isEqualTo("2026-11-20T04:00:02Z");
    }

    @Test
    void valuationBeginsWithWhatIsWorthMost() {
        tell(tomato.in("90", "2023-06-15T05:00:00Z"), saffron.in("1", "2023-06-15T05:00:00Z"));

        assertThat(report("/valuation").path("rows").valueStream().map(row -> row.path("value")
                        .asString()))
                .containsExactly("2000.00", "900.45");
        var second = caller().get(ANALYTICS + "/valuation?limit=1&page=2");
        assertThat(second.ok().at("/rows/0/productId").asString())
                .isEqualTo(tomato.product().toString());
        assertThat(second.ok().at("/rows/0/name").isNull()).isTrue();
        assertThat(second.ok().at("/totals/value").asString()).isEqualTo("2900.45");
        assertThat(second.meta().path("total").asInt()).isEqualTo(2);
    }

    @Test
    void olderMovementDoesNotReplaceANewerOne() {
        var first = tomato.in("2", "2023-06-15T05:00:00Z");
        var second = tomato.in("3", "2023-06-15T05:00:00Z");
        tell(second, first);

        assertThat(totals("/inventory")).contains("\"onHand\":5.000");
        assertThat(totals("/turnover" + DAYS)).contains("\"quantityIn\":5.000");
    }
}

package com.promode.aurora.analytics.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.analytics.Moves;
import com.promode.aurora.contracts.inventory.MovementType;
import org.junit.jupiter.api.Test;

/** What was thrown away, and why. */
class WasteTests extends ReportTest {

    private static final String WASTE = "/waste" + DAYS;

    private final Moves tomato = new Moves("10.0000");

    @Test
    void sumsEachReasonTheDearestFirst() {
        var spoiled = tomato.move(MovementType.WASTE, "1", "2023-06-15T05:00:00Z");
        var damaged = tomato.move(MovementType.WASTE, "2", "2023-06-15T05:00:00Z");
        var again = tomato.move(MovementType.WASTE, "0.001", "2023-06-16T05:00:00Z");
        var waste = tomato.waste(damaged, "damaged");
        tell(spoiled, tomato.waste(spoiled, "spoiled"), damaged, waste, waste, again, tomato.waste(again, "damaged"));

        assertThat(rows(WASTE))
                .containsExactly(
                        "{\"key\":\"damaged\",\"label\":\"damaged\",\"quantity\":2.001,\"cost\":20.01,\"percentage\":66.68}",
                        "{\"key\":\"spoiled\",\"label\":\"spoiled\",\"quantity\":1.000,\"cost\":10.00,\"percentage\":33.32}");
        assertThat(totals(WASTE)).isEqualTo("{\"quantity\":3.001,\"cost\":30.01}");
        assertThat(report("/turnover" + DAYS).at("/totals/wasteQuantity").asString())
                .isEqualTo("3.001");
        assertThat(rows(WASTE + "&groupBy=day")).hasSize(2).first().asString().contains("\"key\":\"2023-06-15\"");
    }

    @Test
    void namesProductsAndCategories() {
        var moved = tomato.move(MovementType.WASTE, "1", "2023-06-15T05:00:00Z");
        tell(tomato.named("PRD-001", "Tomato", null, 0), moved, tomato.waste(moved, "spoiled"));

        assertThat(rows(WASTE + "&groupBy=product"))
                .singleElement()
                .asString()
                .contains("\"label\":\"Tomato\"", "100.00");
        assertThat(rows(WASTE + "&groupBy=category"))
                .singleElement()
                .asString()
                .contains("\"label\":\"Uncategorised\"");
    }

    @Test
    void wasteTakenBackLeavesItsReasonOnItsOwnDay() {
        var moved = tomato.move(MovementType.WASTE, "1", "2023-06-15T05:00:00Z");
        tell(moved, tomato.waste(moved, "spoiled"), tomato.reverse(moved, "2023-06-17T05:00:00Z"));

        assertThat(rows(WASTE))
                .containsExactly(
                        "{\"key\":\"spoiled\",\"label\":\"spoiled\",\"quantity\":0.000,\"cost\":0.00,\"percentage\":0.00}");
        assertThat(rows(WASTE + "&groupBy=day")).hasSize(2).last().asString().contains("2023-06-17", "\"cost\":-10.00");
    }
}

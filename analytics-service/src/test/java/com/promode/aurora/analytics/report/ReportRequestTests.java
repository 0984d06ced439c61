package com.promode.aurora.analytics.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.analytics.Moves;
import com.promode.aurora.test.Api;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may ask for a report, and what of. */
class ReportRequestTests extends ReportTest {

    @Autowired
    private Api anyone;

    @ParameterizedTest
    @CsvSource({
        "/turnover?from=2023-06-25&to=2023-06-24, from",
        "/turnover?from=2023-06-31, from",
        "/turnover?to=24.06.2023, to",
        "/turnover?from=2021-06-15&to=2023-06-16, to",
        "/turnover?groupBy=month, groupBy",
        "/turnover?groupBy=reason, groupBy",
        "/turnover?color=red, color",
        "/turnover?from%5Bgte%5D=2023-06-15, from",
        "/turnover?page=0, page",
        "/turnover?limit=201, limit",
        "/turnover?sort=revenue, sort",
        "/waste?groupBy=Day, groupBy",
        "/waste?from=2021-06-15&to=2023-06-16, to",
        "/waste?fields=cost, fields",
        "/inventory?from=2023-06-15, from",
        "/inventory?q=tomato, q",
        "/valuation?cursor=abc, cursor"
    })
    void badParameterIsNamed(String path, String field) {
        var answer = caller().get(ANALYTICS + path).expect(400, "VALIDATION_ERROR");
        assertThat(answer.error().at("/details/0/field").asString()).isEqualTo(field);
    }

    @Test
    void twoYearsAreNotTooLong() {
        caller().get(ANALYTICS + "/turnover?from=2021-06-16&to=2023-06-16").expect(200);
    }

    @Test
    void withoutDaysTheReportIsOfTheLastThirty() {
        var tomato = new Moves("10");
        tell(tomato.out("1", "10", "2023-06-15T05:00:00Z"));

        assertThat(rows("/turnover")).isEmpty();
        assertThat(rows("/turnover?to=2023-07-14")).hasSize(1);
        assertThat(rows("/turnover?to=2023-07-15")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/turnover", "/waste", "/inventory", "/valuation"})
    void needsThePermission(String path) {
        anyone.get(ANALYTICS + path).expect(401, "UNAUTHENTICATED");
        anyone.as("analytics:business", "stock:read")
                .get(ANALYTICS + path + "?page=0")
                .expect(403, "FORBIDDEN");
    }

    @Test
    void rowsOfAnotherTenantAreNotSeen() {
        var tomato = new Moves("10");
        var moved = tomato.out("1", "10", "2023-06-15T05:00:00Z");
        tell(moved, tomato.waste(moved, "spoiled"), tomato.named("PRD-001", "Tomato", null, 0));

        var stranger = anyone.tenant(UUID.randomUUID()).as("analytics:warehouse");
        for (var path : new String[] {"/turnover" + DAYS, "/waste" + DAYS, "/inventory", "/valuation"}) {
            assertThat(rows(path)).as(path).hasSize(1);
            var seen = stranger.get(ANALYTICS + path).ok();
            assertThat(seen.path("rows")).as(path).isEmpty();
            assertThat(seen.path("asOf").isNull()).as(path).isTrue();
        }
    }
}

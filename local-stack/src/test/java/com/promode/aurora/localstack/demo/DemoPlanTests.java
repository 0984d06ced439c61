package com.promode.aurora.localstack.demo;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.localstack.demo.DemoData.Sale;
import com.promode.aurora.localstack.demo.DemoPlan.Delivery;
import com.promode.aurora.localstack.demo.DemoPlan.Waste;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class DemoPlanTests {

    private static final DemoPlan PLAN = DemoPlan.of(DemoData.load());

    @Test
    void theSumsAreThoseOfTheFile() {
        var sums = DemoSums.of(PLAN);

        assertThat(sums.total().lines()).isEqualTo(5_983);
        assertThat(sums.total().sold()).isEqualTo(new BigDecimal("3695.860"));
        assertThat(sums.total().revenue()).isEqualTo(new BigDecimal("23348.51"));
        assertThat(sums.byItem()).hasSize(51);
        assertThat(sums.byDay()).hasSize(10).containsKeys("2023-06-15", "2023-06-24");
        assertThat(sums.total().waste()).isEqualTo(new BigDecimal("370.977"));
        assertThat(sums.alerts()).isEqualTo(379);
    }

    @Test
    void daysAndProductsAddUpToTheTotal() {
        var sums = DemoSums.of(PLAN);

        assertThat(sums.byDay().values().stream().reduce(Turnover.NONE, Turnover::plus))
                .isEqualTo(sums.total());
        assertThat(sums.byItem().values().stream().reduce(Turnover.NONE, Turnover::plus))
                .isEqualTo(sums.total());
        assertThat(sums.total().margin())
                .isEqualTo(sums.total().revenue().subtract(sums.total().cost()));
    }

    @Test
    void playsTheDaysInOrder() {
        assertThat(PLAN.days()).extracting(DemoPlan.Day::date).isSorted();
        assertThat(PLAN.from()).isEqualTo(LocalDate.of(2023, 6, 15));
        assertThat(PLAN.to()).isEqualTo(LocalDate.of(2023, 6, 24));
        assertThat(PLAN.days()).allSatisfy(day -> assertThat(day.sales())
                .extracting(Sale::occurredAt)
                .isSorted()
                .allMatch(time -> time.isAfter(day.morning()) && time.isBefore(day.night())));
    }

    @Test
    void whatIsReceivedIsWhatIsSoldAndWastedToTheGram() {
        assertThat(PLAN.days()).allSatisfy(day -> {
            var left = new HashMap<String, BigDecimal>();
            day.deliveries().forEach(line -> left.merge(line.itemCode(), line.quantity(), BigDecimal::add));
            day.sales()
                    .forEach(line -> left.merge(line.itemCode(), line.quantity().negate(), BigDecimal::add));
            day.waste()
                    .forEach(line -> left.merge(line.itemCode(), line.quantity().negate(), BigDecimal::add));
            assertThat(left.values()).allMatch(quantity -> quantity.signum() == 0);
        });
    }

    @Test
    void losesTheShareOfWhatIsReceivedThatTheFileSays() {
        assertThat(DemoPlan.needed(new BigDecimal("9.5"), new BigDecimal("5"))).isEqualByComparingTo("10");
        assertThat(DemoPlan.needed(new BigDecimal("1"), new BigDecimal("4.39"))).isEqualByComparingTo("1.046");
        assertThat(DemoPlan.needed(new BigDecimal("1"), BigDecimal.ZERO)).isEqualByComparingTo("1");
    }

    @Test
    void referencesAreFixedAndUnique() {
        var again = DemoPlan.of(DemoData.load());

        assertThat(again.days()).isEqualTo(PLAN.days());
        assertThat(PLAN.days().stream().flatMap(day -> day.deliveries().stream()))
                .extracting(Delivery::batchNumber)
                .doesNotHaveDuplicates();
        assertThat(PLAN.days().stream().flatMap(day -> day.waste().stream()))
                .extracting(Waste::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void onlyWhatIsSoldCanRunLow() {
        assertThat(PLAN.reorderPoints()).hasSize(51).allSatisfy((item, point) -> assertThat(point)
                .isPositive());
    }

    @Test
    void knowsWhatOfItIsDone() {
        var day = PLAN.days().getFirst();
        var done = new DemoRecord(
                day.sales().stream().map(Sale::id).limit(3).collect(toSet()),
                Set.of(day.deliveries().getFirst().batchNumber(), "somebody else's"));

        assertThat(done.lines(PLAN)).isEqualTo(4);
        assertThat(new DemoRecord(Set.of(), Set.of()).lines(PLAN)).isZero();
        assertThat(PLAN.lines())
                .isEqualTo(PLAN.days().stream().mapToLong(DemoPlan.Day::lines).sum())
                .isEqualTo(5_983 + lines(DemoPlan.Day::deliveries) + lines(DemoPlan.Day::waste));
    }

    private static long lines(Function<DemoPlan.Day, List<?>> of) {
        return PLAN.days().stream().mapToLong(day -> of.apply(day).size()).sum();
    }
}

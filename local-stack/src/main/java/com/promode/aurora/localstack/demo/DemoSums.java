package com.promode.aurora.localstack.demo;

import static java.util.stream.Collectors.toMap;

import com.promode.aurora.localstack.demo.DemoPlan.Day;
import com.promode.aurora.localstack.demo.DemoPlan.Delivery;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the files come to when they are played as planned.
 *
 * @param byDay by date
 * @param byItem by item code
 * @param alerts how often a product has come down to its reorder point
 */
record DemoSums(Turnover total, Map<String, Turnover> byDay, Map<String, Turnover> byItem, long alerts) {

    static DemoSums of(DemoPlan plan) {
        var count = new Count(plan.reorderPoints());
        plan.days().forEach(count::play);
        return new DemoSums(
                count.byDay.values().stream().reduce(Turnover.NONE, Turnover::plus),
                Map.copyOf(count.byDay),
                Map.copyOf(count.byItem),
                count.alerts);
    }

    /**
     * The stock as it goes up and down. Nothing is left over night, so a day's average cost is the wholesale price of that
     * day.
     */
    private static final class Count {

        private final Map<String, BigDecimal> reorderPoints;
        private final Map<String, Turnover> byDay = new HashMap<>();
        private final Map<String, Turnover> byItem = new HashMap<>();
        private final Map<String, BigDecimal> onHand = new HashMap<>();
        private final Set<String> low = new HashSet<>();
        private long alerts;

        Count(Map<String, BigDecimal> reorderPoints) {
            this.reorderPoints = reorderPoints;
        }

        void play(Day day) {
            var costs = day.deliveries().stream().collect(toMap(Delivery::itemCode, Delivery::unitCost));
            day.deliveries().forEach(delivery -> change(delivery.itemCode(), delivery.quantity()));
            for (var sale : day.sales()) {
                var cost = costs.getOrDefault(sale.itemCode(), BigDecimal.ZERO);
                add(day, sale.itemCode(), Turnover.ofSale(sale.quantity(), sale.unitPrice(), cost));
                change(sale.itemCode(), sale.quantity().negate());
            }
            for (var waste : day.waste()) {
                add(day, waste.itemCode(), Turnover.ofWaste(waste.quantity()));
                change(waste.itemCode(), waste.quantity().negate());
            }
        }

        private void add(Day day, String item, Turnover turnover) {
            byDay.merge(day.date().toString(), turnover, Turnover::plus);
            byItem.merge(item, turnover, Turnover::plus);
        }

        private void change(String item, BigDecimal by) {
            var now = onHand.merge(item, by, BigDecimal::add);
            if (now.compareTo(reorderPoints.getOrDefault(item, BigDecimal.ZERO)) > 0) {
                low.remove(item);
            } else if (low.add(item)) {
                alerts++;
            }
        }
    }
}

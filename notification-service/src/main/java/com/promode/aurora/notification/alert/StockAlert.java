package com.promode.aurora.notification.alert;

import com.promode.aurora.contracts.inventory.StockEvent.StockLow;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is told of a product that runs low; quantities in its unit. */
record StockAlert(UUID productId, String productCode, BigDecimal onHand, BigDecimal reorderPoint) {

    static final String TYPE = "StockLow";

    static StockAlert of(StockLow low) {
        return new StockAlert(low.productId(), low.productCode(), low.onHand(), low.reorderPoint());
    }

    String title() {
        return "%s is running low".formatted(productCode);
    }

    String message() {
        return "Stock of %s is down to %s; its reorder point is %s. Order more."
                .formatted(productCode, plain(onHand), plain(reorderPoint));
    }

    String actionUrl() {
        return "/inventory/products/" + productId;
    }

    Map<String, @Nullable Object> metadata() {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("productId", productId);
        facts.put("productCode", productCode);
        facts.put("onHand", onHand);
        facts.put("reorderPoint", reorderPoint);
        return facts;
    }

    private static String plain(BigDecimal quantity) {
        return quantity.stripTrailingZeros().toPlainString();
    }
}

package com.promode.aurora.notification.stock;

import com.promode.aurora.contracts.inventory.StockEvent.StockLow;
import com.promode.aurora.notification.notification.Notice;
import com.promode.aurora.notification.notification.NotificationCategory;
import com.promode.aurora.notification.notification.NotificationType;
import com.promode.aurora.notification.socket.SocketMessage;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is told of a product that runs low; quantities in its unit. */
record StockAlert(UUID productId, String productCode, BigDecimal onHand, BigDecimal reorderPoint) {

    static SocketMessage message(StockLow low) {
        return new SocketMessage(low.eventId(), "StockLow", low.recordedAt(), of(low));
    }

    static Notice notice(StockLow low) {
        return new Notice(
                low.eventId(),
                "%s is running low".formatted(low.productCode()),
                "Stock of %s is down to %s; its reorder point is %s. Order more."
                        .formatted(low.productCode(), plain(low.onHand()), plain(low.reorderPoint())),
                NotificationType.WARNING,
                NotificationCategory.INVENTORY,
                "/inventory/products/" + low.productId(),
                of(low).metadata());
    }

    private static StockAlert of(StockLow low) {
        return new StockAlert(low.productId(), low.productCode(), low.onHand(), low.reorderPoint());
    }

    private Map<String, @Nullable Object> metadata() {
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

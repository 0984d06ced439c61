package com.promode.aurora.inventory.receiving;

import com.promode.aurora.inventory.location.Locations.KnownLocations;
import com.promode.aurora.inventory.purchase.PurchaseOrder;
import com.promode.aurora.inventory.receiving.ReceivedLot.Origin;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.web.BusinessException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What goods that arrive are held against.
 *
 * @param order that they are counted for, under its lock
 * @param day business date on which they arrive
 */
record Arrival(
        UUID locationId,
        KnownLocations locations,
        Map<UUID, Receivable> products,
        @Nullable PurchaseOrder order,
        LocalDate day) {

    /** The lot that the item becomes, counted for the order; or a refusal. */
    ReceivedLot take(ReceiveGoods.Item item, String batchNumber) {
        var product = known(item.productId());
        product.requireInUse();
        locations.requireFit(
                locationId, product.productCode(), product.storageTemperatureMin(), product.storageTemperatureMax());
        return new ReceivedLot(
                Ids.next(),
                item,
                origin(item, product),
                batchNumber,
                product.expiry(item.expiryDate(), day),
                product.holdReason(item.temperature()));
    }

    private Origin origin(ReceiveGoods.Item item, Receivable product) {
        var given = item.unitCost();
        if (order != null) {
            var counted = order.count(product.asOrdered(), item.quantity());
            var unitCost = Objects.requireNonNullElse(given, counted.agreedPrice());
            return new Origin(order.supplierId(), unitCost, counted.parts());
        }
        if (given == null) {
            throw BusinessException.invalid("unitCost", "must be given where no purchase order has an agreed price");
        }
        return new Origin(product.supplierId(), given, List.of());
    }

    private Receivable known(UUID id) {
        var product = products.get(id);
        if (product == null) {
            throw BusinessException.notFound("product", id);
        }
        return product;
    }
}

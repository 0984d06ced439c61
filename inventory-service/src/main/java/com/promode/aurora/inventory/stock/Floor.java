package com.promode.aurora.inventory.stock;

import com.promode.aurora.inventory.location.Locations.KnownLocations;
import com.promode.aurora.starter.web.BusinessException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What commands find when they are carried out: the stock that is locked for them, and the locations that they name. */
record Floor(Instant now, KnownLocations locations, Map<UUID, ProductStock> stocks) {

    /** The stock of the command's product, if the goods may leave and go where the command says. */
    ProductStock of(MoveStock command) {
        if (command.fromLocationId() != null) {
            locations.requireKnown(command.fromLocationId());
        }
        if (command.toLocationId() != null) {
            locations.requireOpen(command.toLocationId());
        }
        var stock = stocks.get(command.productId());
        if (stock == null) {
            throw BusinessException.notFound("product", command.productId());
        }
        stock.requireFit(command, locations);
        return stock;
    }
}

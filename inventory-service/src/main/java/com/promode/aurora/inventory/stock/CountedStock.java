package com.promode.aurora.inventory.stock;

import com.promode.aurora.starter.batch.Batches;
import com.promode.aurora.starter.web.BusinessException;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What stock takes ask of stock. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class CountedStock {

    private final ProductStockRepository stocks;

    CountedStock(ProductStockRepository stocks) {
        this.stocks = stocks;
    }

    /** How much somebody found of a lot. */
    public record Counted(UUID productId, UUID lotId, BigDecimal quantity) {}

    /**
     * What the ledger has of a lot at a location.
     *
     * @param free that nobody has reserved
     */
    public record Booked(BigDecimal onHand, BigDecimal free) {}

    /**
     * What the ledger has at a location of what was counted there, in the order of the lots. Their products are locked, in the
     * order of their ids, until the transaction ends.
     *
     * @throws BusinessException at the first line whose lot is not one of its product, or that splits what can't be
     */
    public List<Booked> compare(UUID location, List<Counted> lots) {
        var locked = stocks.lock(
                lots.stream().map(Counted::productId).collect(Collectors.toSet()),
                lots.stream().map(Counted::lotId).collect(Collectors.toSet()));
        return Batches.each(lots, lot -> {
            var stock = locked.get(lot.productId());
            if (stock == null) {
                throw BusinessException.notFound("product", lot.productId());
            }
            var balance = stock.counted(lot.lotId(), location, lot.quantity());
            return new Booked(balance.onHand(), balance.free());
        });
    }
}

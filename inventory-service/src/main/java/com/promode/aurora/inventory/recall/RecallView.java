package com.promode.aurora.inventory.recall;

import com.promode.aurora.contracts.inventory.StockEvent.AffectedOrder;
import com.promode.aurora.inventory.lot.LotView;
import java.util.List;

/**
 * A lot that has been recalled.
 *
 * @param orders that had something of it set aside, have it on the road, or were given it
 */
record RecallView(LotView lot, List<AffectedOrder> orders) {}

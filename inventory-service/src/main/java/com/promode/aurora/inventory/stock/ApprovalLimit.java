package com.promode.aurora.inventory.stock;

import com.promode.aurora.contracts.inventory.MovementType;
import com.promode.aurora.starter.setting.Settings;
import com.promode.aurora.starter.web.BusinessException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How much an adjustment of stock may be worth, in INR, before another user has to agree to it. */
@Component
public class ApprovalLimit {

    private static final String SETTING = "stock.approvalLimit";
    private static final BigDecimal PRESET = new BigDecimal(50_000);

    private final Settings settings;

    ApprovalLimit(Settings settings) {
        this.settings = settings;
    }

    /** Whether goods of this worth need the approval of another user. */
    public boolean isExceededBy(BigDecimal worth) {
        return worth.compareTo(amount()) > 0;
    }

    /** Begins to watch what one request adjusts. */
    public Adjusted ofOneRequest() {
        return new Adjusted();
    }

    private BigDecimal amount() {
        return settings.number(SETTING, PRESET);
    }

    /** What a request has adjusted of each product, so that splitting it into many lines does not help. */
    public final class Adjusted {

        private final Map<UUID, BigDecimal> worths = new HashMap<>();

        private Adjusted() {}

        /** Refuses the movement with which the adjustments of its product become worth more than the limit. */
        MovementView add(MovementView movement) {
            if (movement.movementType() == MovementType.ADJUSTMENT) {
                var worth = worths.getOrDefault(movement.productId(), BigDecimal.ZERO)
                        .add(movement.cost());
                if (isExceededBy(worth)) {
                    throw BusinessException.conflict(
                            "CONFLICT",
                            "Adjustments worth INR %s are above the limit of %s and need the approval of another user;"
                                    + " ask for it with POST /api/warehouse/stock/adjustment",
                            worth.toPlainString(),
                            amount().toPlainString());
                }
                worths.put(movement.productId(), worth);
            }
            return movement;
        }
    }
}

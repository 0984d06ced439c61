package com.promode.aurora.inventory.adjustment;

import com.promode.aurora.inventory.stock.MovementView;
import com.promode.aurora.starter.web.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What becomes of an adjustment that somebody asks for. */
sealed interface Adjusted extends Outcome {

    /** It has taken effect. */
    @ResponseStatus(HttpStatus.CREATED)
    record Moved(MovementView body) implements Adjusted {}

    /** It waits for another user. */
    @ResponseStatus(HttpStatus.ACCEPTED)
    record Pending(AdjustmentView body) implements Adjusted {}
}

package com.promode.aurora.inventory.adjustment;

import com.promode.aurora.inventory.stock.MovementView;
import org.springframework.http.ResponseEntity;

/** What becomes of an adjustment that somebody asks for. */
sealed interface Adjusted {

    ResponseEntity<Object> answer();

    /** It has taken effect. */
    record Moved(MovementView movement) implements Adjusted {

        @Override
        public ResponseEntity<Object> answer() {
            return ResponseEntity.created(movement.location()).body(movement);
        }
    }

    /** It waits for another user. */
    record Pending(AdjustmentView adjustment) implements Adjusted {

        @Override
        public ResponseEntity<Object> answer() {
            return ResponseEntity.accepted().location(adjustment.location()).body(adjustment);
        }
    }
}

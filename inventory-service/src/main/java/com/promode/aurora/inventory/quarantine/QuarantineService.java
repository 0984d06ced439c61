package com.promode.aurora.inventory.quarantine;

import com.promode.aurora.inventory.lot.LotQueries;
import com.promode.aurora.inventory.lot.LotState;
import com.promode.aurora.inventory.lot.LotView;
import com.promode.aurora.inventory.reason.GiveReason;
import com.promode.aurora.starter.audit.Audit;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is reserved of a lot stays so; logistics-service, which is told, does not pack it before the lot is released. */
@Service
@Transactional
class QuarantineService {

    private final LotStates states;
    private final LotQueries lots;
    private final Audit audit;

    QuarantineService(LotStates states, LotQueries lots, Audit audit) {
        this.states = states;
        this.lots = lots;
        this.audit = audit;
    }

    LotView hold(UUID id, GiveReason command) {
        return change("lot.hold", id, LotState.HOLD, command.reason());
    }

    LotView release(UUID id, GiveReason command) {
        return change("lot.release", id, LotState.AVAILABLE, command.reason());
    }

    private LotView change(String action, UUID id, LotState to, String reason) {
        states.lock(id);
        var before = lots.get(id);
        states.change(id, to, reason);
        var after = lots.get(id);
        audit.record(action, "lot", id, before, after);
        return after;
    }
}

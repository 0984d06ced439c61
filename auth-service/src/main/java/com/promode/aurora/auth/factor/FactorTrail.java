package com.promode.aurora.auth.factor;

import com.promode.aurora.starter.audit.Audit;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what was changed in Keycloak, when it has been. */
@Service
@Transactional
class FactorTrail {

    private final Audit audit;

    FactorTrail(Audit audit) {
        this.audit = audit;
    }

    void record(String action, UUID user, FactorsView after) {
        audit.record(action, "user", user, null, after);
    }
}

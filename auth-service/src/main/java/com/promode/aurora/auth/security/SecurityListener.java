package com.promode.aurora.auth.security;

import com.promode.aurora.contracts.auth.SecurityEvent;
import com.promode.aurora.contracts.auth.SecurityEvent.AccessDenied;
import com.promode.aurora.contracts.auth.SecurityEvent.AccountLocked;
import com.promode.aurora.contracts.auth.SecurityEvent.LoginFailed;
import com.promode.aurora.contracts.auth.SecurityEvent.LoginSucceeded;
import com.promode.aurora.contracts.auth.SecurityEvent.PasswordChanged;
import com.promode.aurora.starter.event.Inbox;
import com.promode.aurora.starter.tenant.Tenants;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears of sign-ins from Keycloak and of refusals from the services, and raises what follows from them. */
@Component
class SecurityListener {

    static final String GROUP = "auth.security-events";

    private final Inbox inbox;
    private final SecurityRules rules;
    private final Suspicions suspicions;
    private final Tenants tenants;

    SecurityListener(Inbox inbox, SecurityRules rules, Suspicions suspicions, Tenants tenants) {
        this.inbox = inbox;
        this.rules = rules;
        this.suspicions = suspicions;
        this.tenants = tenants;
    }

    @KafkaListener(topics = SecurityEvent.TOPIC, groupId = GROUP)
    void on(SecurityEvent event) {
        switch (event) {
            case LoginSucceeded succeeded -> inbox.once(succeeded, () -> rules.apply(succeeded));
            case LoginFailed failed -> inbox.once(failed, () -> rules.apply(failed));
            case AccountLocked locked -> inbox.once(locked, () -> rules.apply(locked));
            case PasswordChanged changed -> inbox.once(changed, () -> rules.apply(changed));
            case AccessDenied denied -> inbox.once(denied, () -> rules.apply(denied));
            case SecurityEvent.SecurityEventRaised ignored -> {
                return; // it is what we say ourselves
            }
        }
        // if this fails the event comes again, is known, and leads here
        suspicions.pending().forEach(key -> tenants.run(key.tenant(), () -> rules.raise(key)));
    }
}

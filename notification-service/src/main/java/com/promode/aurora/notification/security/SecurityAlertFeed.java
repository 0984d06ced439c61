package com.promode.aurora.notification.security;

import com.promode.aurora.contracts.auth.SecurityEvent;
import com.promode.aurora.contracts.auth.SecurityEvent.SecurityEventRaised;
import com.promode.aurora.notification.alert.AlertChannel;
import com.promode.aurora.starter.feed.Feed;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Passes security events on without waiting for the database. */
@Component
class SecurityAlertFeed implements Feed<SecurityEventRaised> {

    private final AlertChannel securityAlerts;

    SecurityAlertFeed(AlertChannel securityAlerts) {
        this.securityAlerts = securityAlerts;
    }

    @Override
    public String topic() {
        return SecurityEvent.TOPIC;
    }

    @Override
    public Class<SecurityEventRaised> type() {
        return SecurityEventRaised.class;
    }

    @Override
    public Optional<String> storedBy() {
        return Optional.of(SecurityAlertListener.GROUP);
    }

    @Override
    public void pass(UUID tenant, SecurityEventRaised raised) {
        securityAlerts.push(tenant, SecurityAlert.message(raised));
    }
}

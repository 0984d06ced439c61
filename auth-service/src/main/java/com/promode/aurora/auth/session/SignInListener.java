package com.promode.aurora.auth.session;

import com.promode.aurora.contracts.auth.SecurityEvent;
import com.promode.aurora.contracts.auth.SecurityEvent.LoginSucceeded;
import com.promode.aurora.contracts.auth.SecurityEvent.PasswordChanged;
import com.promode.aurora.starter.tenant.Tenants;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/**
 * Hears of what happens at Keycloak's own pages: sessions that portals open there, and passwords that are changed by a mailed
 * link. Both effects may come twice, so no inbox is needed.
 */
@Component
class SignInListener {

    private final SignIns signIns;
    private final SessionEnding ending;
    private final Tenants tenants;

    SignInListener(SignIns signIns, SessionEnding ending, Tenants tenants) {
        this.signIns = signIns;
        this.ending = ending;
        this.tenants = tenants;
    }

    @KafkaListener(topics = SecurityEvent.TOPIC, groupId = "auth.sessions")
    void on(SecurityEvent event) {
        if (event instanceof LoginSucceeded opened && opened.sessionId() != null) {
            signIns.opened(tenants.current(), opened.userId(), opened.sessionId(), opened.userAgent());
        }
        if (event instanceof PasswordChanged changed) {
            try {
                ending.begunBefore(changed.userId(), changed.recordedAt());
            } catch (HttpClientErrorException.NotFound e) {
                // the user is gone, and his sessions with him
            }
        }
    }
}

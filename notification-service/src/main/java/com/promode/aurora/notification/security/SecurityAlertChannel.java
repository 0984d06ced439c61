package com.promode.aurora.notification.security;

import com.promode.aurora.notification.alert.RecentAlerts;
import com.promode.aurora.notification.socket.Audience;
import com.promode.aurora.notification.socket.Channel;
import com.promode.aurora.notification.socket.SocketMessage;
import com.promode.aurora.starter.security.Caller;
import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.starter.web.BusinessException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Security events of a tenant, as they are raised. */
@Component
class SecurityAlertChannel implements Channel {

    static final String PERMISSION = "security:read";

    private static final String PATH = "/ws/admin/security-events";

    private final RecentAlerts recent;
    private final SecurityAlertQueries alerts;
    private final Tenants tenants;

    SecurityAlertChannel(RecentAlerts recent, SecurityAlertQueries alerts, Tenants tenants) {
        this.recent = recent;
        this.alerts = alerts;
        this.tenants = tenants;
    }

    static Audience audience(UUID tenant) {
        return new Audience(PATH, tenant, null);
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Audience admit(Caller caller, Map<String, String> variables) {
        if (!caller.may(PERMISSION)) {
            throw BusinessException.forbidden("You need the permission %s", PERMISSION);
        }
        return audience(tenants.current());
    }

    @Override
    public List<SocketMessage> missed(Audience audience, UUID since, int limit) {
        // memory first: what leaves it meanwhile was stored long ago
        var pushed = recent.since(audience, since);
        var missed = new ArrayList<>(alerts.since(since, limit));
        missed.addAll(pushed);
        return missed;
    }
}

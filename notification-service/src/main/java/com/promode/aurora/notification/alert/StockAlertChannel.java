package com.promode.aurora.notification.alert;

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

/** Alerts about the stock of a tenant, as they happen. */
@Component
class StockAlertChannel implements Channel {

    static final String PERMISSION = "stock:read";

    private static final String PATH = "/ws/inventory/alerts";

    private final RecentAlerts recent;
    private final StockAlertQueries alerts;
    private final Tenants tenants;

    StockAlertChannel(RecentAlerts recent, StockAlertQueries alerts, Tenants tenants) {
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

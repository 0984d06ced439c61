package com.promode.aurora.notification.alert;

import com.promode.aurora.notification.socket.Audience;
import com.promode.aurora.notification.socket.Channel;
import com.promode.aurora.notification.socket.SocketMessage;
import com.promode.aurora.notification.socket.Sockets;
import com.promode.aurora.starter.security.Caller;
import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.starter.web.BusinessException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Alerts of one kind, as they happen, for all of a tenant who have the permission. */
public class AlertChannel implements Channel {

    private final String path;
    private final String permission;
    private final RecentAlerts recent;
    private final AlertRepository alerts;
    private final Sockets sockets;
    private final Tenants tenants;

    AlertChannel(
            String path,
            String permission,
            RecentAlerts recent,
            AlertRepository alerts,
            Sockets sockets,
            Tenants tenants) {
        this.path = path;
        this.permission = permission;
        this.recent = recent;
        this.alerts = alerts;
        this.sockets = sockets;
        this.tenants = tenants;
    }

    @Override
    public String path() {
        return path;
    }

    public String permission() {
        return permission;
    }

    /** Passes an alert on to this replica's sockets without waiting for the database. */
    public void push(UUID tenant, SocketMessage alert) {
        var audience = audience(tenant);
        recent.add(audience, alert); // before it is told: whoever opens a socket now finds it here or hears it
        sockets.tell(audience, alert);
    }

    /** Keeps an alert of the current tenant for sockets that come back; once, for all replicas. */
    public void keep(SocketMessage alert) {
        alerts.keep(path, alert);
    }

    @Override
    public Audience admit(Caller caller, Map<String, String> variables) {
        if (!caller.may(permission)) {
            throw BusinessException.forbidden("You need the permission %s", permission);
        }
        return audience(tenants.current());
    }

    @Override
    public List<SocketMessage> missed(Audience audience, UUID since, int limit) {
        // memory first: what leaves it meanwhile was stored long ago
        var pushed = recent.since(audience, since);
        var missed = new ArrayList<>(alerts.since(path, since, limit));
        missed.addAll(pushed);
        return missed;
    }

    private Audience audience(UUID tenant) {
        return new Audience(path, tenant, null);
    }
}

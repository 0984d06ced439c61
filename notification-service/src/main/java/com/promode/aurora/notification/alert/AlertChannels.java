package com.promode.aurora.notification.alert;

import com.promode.aurora.notification.socket.Sockets;
import com.promode.aurora.starter.tenant.Tenants;
import org.springframework.stereotype.Component;

/** Makes the channel of each kind of alert. */
@Component
public class AlertChannels {

    private final RecentAlerts recent;
    private final AlertRepository alerts;
    private final Sockets sockets;
    private final Tenants tenants;

    AlertChannels(RecentAlerts recent, AlertRepository alerts, Sockets sockets, Tenants tenants) {
        this.recent = recent;
        this.alerts = alerts;
        this.sockets = sockets;
        this.tenants = tenants;
    }

    /** The channel at this path, for those with the permission. */
    public AlertChannel of(String path, String permission) {
        return new AlertChannel(path, permission, recent, alerts, sockets, tenants);
    }
}

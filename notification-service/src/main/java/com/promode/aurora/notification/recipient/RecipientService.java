package com.promode.aurora.notification.recipient;

import com.promode.aurora.contracts.auth.UserEvent.UserChanged;
import com.promode.aurora.notification.notification.NotificationService;
import com.promode.aurora.starter.tenant.Tenants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps of each user what decides whether he is told. */
@Service
@Transactional
class RecipientService {

    private final JdbcClient jdbc;
    private final Tenants tenants;
    private final NotificationService notifications;

    RecipientService(JdbcClient jdbc, Tenants tenants, NotificationService notifications) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.notifications = notifications;
    }

    void keep(UserChanged user) {
        var newer = jdbc.sql("""
                        INSERT INTO recipients (tenant_id, user_id, version, active, permissions)
                        VALUES (:tenant, :user, :version, :active, :permissions)
                        ON CONFLICT (tenant_id, user_id) DO UPDATE
                        SET version = excluded.version, active = excluded.active, permissions = excluded.permissions
                        WHERE recipients.version < excluded.version
                        """)
                .param("tenant", tenants.current())
                .param("user", user.userId())
                .param("version", user.version())
                .param("active", !user.deleted() && user.status().equals("active"))
                .param(
                        "permissions",
                        user.deleted() ? new String[0] : user.permissions().toArray(String[]::new))
                .update();
        if (newer > 0 && user.deleted()) {
            notifications.forget(user.userId());
        }
    }
}

package com.promode.aurora.auth.role;

import com.promode.aurora.contracts.auth.UserEvent.RoleChanged;
import com.promode.aurora.starter.id.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A role that a tenant made for itself. Keycloak's role of the same name follows it. */
@Entity
@Table(name = "roles")
class CustomRole {

    @Id
    private UUID id = Ids.next();

    @TenantId
    private @Nullable UUID tenantId;

    @Version
    private @Nullable Long version;

    private @Nullable UUID keycloakId;
    private String name = "";
    private String description = "";

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> permissions = List.of();

    @Column(name = "is_active")
    private boolean active;

    private Instant createdAt = Instant.EPOCH;
    private Instant updatedAt = Instant.EPOCH;

    protected CustomRole() {}

    CustomRole(SaveRole command, Set<String> permissions, Instant now) {
        createdAt = now;
        change(command, permissions, now);
    }

    final void change(SaveRole command, Set<String> concrete, Instant now) {
        name = command.name();
        description = command.text();
        permissions = List.copyOf(new TreeSet<>(concrete));
        active = command.active();
        updatedAt = now;
    }

    /** Names the role of Keycloak that follows this one. */
    void followedBy(UUID keycloakRole) {
        keycloakId = keycloakRole;
    }

    /** What its holders may do. */
    Set<String> inForce() {
        return active ? Set.copyOf(permissions) : Set.of();
    }

    /** To be told after the change has been written, which gives it its version. */
    RoleChanged changed(Instant now) {
        return event(version(), now, false);
    }

    RoleChanged removed(Instant now) {
        return event(version() + 1, now, true);
    }

    private RoleChanged event(long number, Instant now, boolean deleted) {
        return new RoleChanged(Ids.next(), now, id, number, name, permissions, active, deleted);
    }

    RoleView view() {
        return new RoleView(id, name, description, permissions, active, false, version());
    }

    UUID id() {
        return id;
    }

    UUID keycloakId() {
        return Objects.requireNonNull(keycloakId, "not in Keycloak yet");
    }

    String name() {
        return name;
    }

    String description() {
        return description;
    }

    List<String> permissions() {
        return permissions;
    }

    long version() {
        return Objects.requireNonNull(version, "not saved yet");
    }
}

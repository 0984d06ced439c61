package com.promode.aurora.auth.user;

import com.promode.aurora.contracts.auth.UserEvent.UserChanged;
import com.promode.aurora.starter.id.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What Aurora keeps of a user; all of it but the last sign-in is Keycloak's. */
@Entity
@Table(name = "users")
class User {

    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    @Version
    private @Nullable Long version;

    private String email = "";
    private String firstName = "";
    private String lastName = "";
    private @Nullable String phone;
    private @Nullable String avatarUrl;

    @Enumerated(EnumType.STRING)
    private UserStatus status = UserStatus.ACTIVE;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> roles = List.of();

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> permissions = List.of();

    private boolean emailVerified;
    private Instant createdAt;
    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init")
    protected User() {}

    @SuppressWarnings("NullAway.Init") // Hibernate sets the tenant
    User(Member member, Instant now) {
        id = member.id();
        createdAt = member.account().createdAt();
        updatedAt = now;
        take(member, now);
    }

    /** Takes over what Keycloak has; says whether anything was different. */
    final boolean take(Member member, Instant now) {
        var before = facts();
        var account = member.account();
        email = account.email() == null ? account.username() : account.email();
        firstName = Objects.requireNonNullElse(account.firstName(), "");
        lastName = Objects.requireNonNullElse(account.lastName(), "");
        phone = account.attribute("phone").orElse(null);
        avatarUrl = account.attribute("avatar_url").orElse(null);
        status = UserStatus.of(account);
        emailVerified = account.emailVerified();
        roles = member.roles();
        permissions = member.permissions();
        var changed = version == null || !before.equals(facts());
        updatedAt = changed ? now : updatedAt;
        return changed;
    }

    /** To be told after the change has been written, which gives it its version. */
    UserChanged changed(Instant now) {
        return event(Objects.requireNonNull(version), now, false);
    }

    UserChanged removed(Instant now) {
        return event(Objects.requireNonNull(version) + 1, now, true);
    }

    private UserChanged event(long version, Instant now, boolean deleted) {
        return new UserChanged(
                Ids.next(),
                now,
                id,
                version,
                email,
                firstName,
                lastName,
                phone,
                status.toString(),
                roles,
                permissions,
                deleted);
    }

    private List<Object> facts() {
        return List.of(
                email,
                firstName,
                lastName,
                String.valueOf(phone),
                String.valueOf(avatarUrl),
                status,
                emailVerified,
                List.copyOf(roles),
                List.copyOf(permissions));
    }

    UUID id() {
        return id;
    }
}

package com.promode.aurora.auth.user;

import com.promode.aurora.contracts.auth.SessionEvent.UserBlocked;
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
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

    /** A role got another name, or came to mean something else; says whether that is any difference to the user. */
    boolean regrant(String before, String after, Map<String, Set<String>> grants, Instant now) {
        var facts = facts();
        roles = roles.stream()
                .map(role -> role.equals(before) ? after : role)
                .sorted()
                .toList();
        permissions = roles.stream()
                .flatMap(role -> grants.getOrDefault(role, Set.of()).stream())
                .distinct()
                .sorted()
                .toList();
        var changed = !facts.equals(facts());
        updatedAt = changed ? now : updatedAt;
        return changed;
    }

    /** Whether a command has written the row at this time or later. */
    boolean isNewerThan(Instant time) {
        return !updatedAt.isBefore(time);
    }

    boolean isActive() {
        return status == UserStatus.ACTIVE;
    }

    /** Whatever he was given until now is void. */
    UserBlocked blocked(Instant now) {
        return new UserBlocked(Ids.next(), now, id, now);
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

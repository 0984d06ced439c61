package com.promode.aurora.auth.user;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.promode.aurora.auth.access.ChangeLock;
import com.promode.aurora.auth.role.RoleAltered;
import com.promode.aurora.starter.event.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the users of the current tenant, and tells the others of every change. */
@Service
@Transactional
public class UserService {

    private final UserRepository users;
    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final ChangeLock lock;
    private final Clock clock;

    UserService(UserRepository users, JdbcClient jdbc, Outbox outbox, ChangeLock lock, Clock clock) {
        this.users = users;
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.lock = lock;
        this.clock = clock;
    }

    /**
     * Takes over what Keycloak has; writes and tells only what is different. Whoever is active no longer is out at once,
     * whether an administrator, Keycloak's console or an import has switched him off.
     *
     * @param asOf when Keycloak was asked; a row that a command has written since then knows better
     */
    void take(Collection<Member> members, Instant asOf) {
        lock.acquire();
        var now = clock.instant();
        var known = users.findAllById(members.stream().map(Member::id).toList()).stream()
                .collect(toMap(User::id, identity()));
        var changed = new ArrayList<User>();
        var blocked = new ArrayList<User>();
        for (var member : members) {
            var user = known.get(member.id());
            if (user == null) {
                changed.add(new User(member, now));
                continue;
            }
            var active = user.isActive();
            if (!user.isNewerThan(asOf) && user.take(member, now)) {
                changed.add(user);
                if (active && !user.isActive()) {
                    blocked.add(user);
                }
            }
        }
        users.saveAllAndFlush(changed).forEach(user -> outbox.publish(user.changed(now)));
        blocked.forEach(user -> outbox.publish(user.blocked(now)));
    }

    /** Brings the holders of an altered role up to date. */
    void regrant(RoleAltered role, Map<String, Set<String>> grants) {
        var now = clock.instant();
        var changed = users.holders(role.before()).stream()
                .filter(user -> user.regrant(role.before(), role.after(), grants, now))
                .toList();
        users.saveAllAndFlush(changed).forEach(user -> outbox.publish(user.changed(now)));
    }

    /** Keycloak has them no longer, or not in this tenant. */
    void remove(List<UUID> ids) {
        lock.acquire();
        var now = clock.instant();
        var gone = users.findAllById(ids);
        gone.forEach(user -> outbox.publish(user.removed(now)));
        gone.stream().filter(User::isActive).forEach(user -> outbox.publish(user.blocked(now)));
        users.deleteAll(gone);
    }

    /** Notes a sign-in; it is no change of the user that anybody needs to hear of. */
    public void signedIn(UUID id) {
        jdbc.sql("UPDATE users SET last_login = :now WHERE id = :id")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }
}

package com.promode.aurora.auth.user;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.promode.aurora.starter.event.Outbox;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
    private final Clock clock;

    UserService(UserRepository users, JdbcClient jdbc, Outbox outbox, Clock clock) {
        this.users = users;
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Takes over what Keycloak has; writes and tells only what is different. */
    void take(Collection<Member> members) {
        var now = clock.instant();
        var known = users.findAllById(members.stream().map(Member::id).toList()).stream()
                .collect(toMap(User::id, identity()));
        var changed = new ArrayList<User>();
        for (var member : members) {
            var user = known.get(member.id());
            if (user == null) {
                changed.add(new User(member, now));
            } else if (user.take(member, now)) {
                changed.add(user);
            }
        }
        users.saveAllAndFlush(changed).forEach(user -> outbox.publish(user.changed(now)));
    }

    /** Keycloak has them no longer, or not in this tenant. */
    void remove(List<UUID> ids) {
        var now = clock.instant();
        var gone = users.findAllById(ids);
        gone.forEach(user -> outbox.publish(user.removed(now)));
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

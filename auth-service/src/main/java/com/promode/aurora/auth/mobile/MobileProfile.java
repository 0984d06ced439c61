package com.promode.aurora.auth.mobile;

import com.promode.aurora.auth.keycloak.Account;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a driver's app shows of its user. Staff, vehicle and route are other services' and arrive by their events; as long as
 * none of these speaks of them they are null, which the app has to bear anyway: not every driver has a route today.
 */
record MobileProfile(
        User user,
        @Nullable Object staff,
        @Nullable Object vehicle,
        @Nullable Object route) {

    record User(
            UUID id,
            String email,
            String firstName,
            String lastName,
            @Nullable String phone,
            @Nullable String avatarUrl,
            List<String> roles) {

        static User of(Account account, List<String> roles) {
            return new User(
                    account.id(),
                    Objects.requireNonNullElse(account.email(), account.username()),
                    Objects.requireNonNullElse(account.firstName(), ""),
                    Objects.requireNonNullElse(account.lastName(), ""),
                    account.attribute("phone").orElse(null),
                    account.attribute("avatar_url").orElse(null),
                    roles);
        }
    }

    static MobileProfile of(User user) {
        return new MobileProfile(user, null, null, null);
    }
}

package com.promode.aurora.auth.user;

import com.promode.aurora.auth.access.RealmAccess;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.scheduling.TriggerContext;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/**
 * Applies the catalogue to the realm and reconciles the users: once before the service calls itself ready, so that the
 * first sign-in gets its permissions, then every minute. Without Keycloak the service starts all the same and tries on.
 */
@Component
class ReconciliationJob implements ApplicationRunner, SchedulingConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(ReconciliationJob.class);

    private final RealmAccess access;
    private final UserReconciliation users;
    private final ReconciliationLock lock;
    private final ReconciliationProperties properties;
    private final Clock clock;
    private volatile boolean applied;
    private volatile boolean failing;

    ReconciliationJob(
            RealmAccess access,
            UserReconciliation users,
            ReconciliationLock lock,
            ReconciliationProperties properties,
            Clock clock) {
        this.access = access;
        this.users = users;
        this.lock = lock;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        round();
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addTriggerTask(this::round, this::next);
    }

    private Instant next(TriggerContext before) {
        var last = before.lastCompletion();
        return (last == null ? clock.instant() : last).plus(failing ? properties.retry() : properties.interval());
    }

    private void round() {
        try {
            lock.ifFree(() -> {
                if (!applied) {
                    access.apply();
                    applied = true;
                }
                users.all();
            });
            if (failing) {
                LOG.info("Users are in step with Keycloak again");
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("Users can't be reconciled with Keycloak; trying again every {}", properties.retry(), e);
            }
            failing = true;
        }
    }
}

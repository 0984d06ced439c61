package com.promode.aurora.starter.event;

import com.promode.aurora.starter.tenant.Tenants;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Optional;
import java.util.UUID;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Lets a listener work for the tenant of the event. */
class TenantAdvice implements MethodInterceptor {

    private final Tenants tenants;

    TenantAdvice(Tenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        var tenant = tenant(call);
        if (tenant.isEmpty()) {
            return call.proceed();
        }
        tenants.run(tenant.get(), () -> proceed(call)); // a listener's method returns nothing
        return null;
    }

    private static Optional<UUID> tenant(MethodInvocation call) {
        return call.getArguments().length > 0 && call.getArguments()[0] instanceof ConsumerRecord<?, ?> message
                ? EventHeaders.tenant(message)
                : Optional.empty();
    }

    private static void proceed(MethodInvocation call) {
        try {
            call.proceed();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new UndeclaredThrowableException(e);
        }
    }
}

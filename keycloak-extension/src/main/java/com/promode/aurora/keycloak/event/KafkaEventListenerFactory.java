package com.promode.aurora.keycloak.event;

import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * The event listener {@code aurora}. {@code AURORA_KAFKA} says where Kafka is; {@code AURORA_DEFAULT_TENANT} who is told
 * of those that belong to no tenant, such as failures of users who do not exist.
 */
public final class KafkaEventListenerFactory implements EventListenerProviderFactory {

    private static final Logger LOG = Logger.getLogger(KafkaEventListenerFactory.class);
    private static final int ROOM = 10_000;

    private @Nullable EventSender sender;
    private @Nullable UUID defaultTenant;

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return sender == null ? new Deaf() : new KafkaEventListener(session, sender, defaultTenant);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        var kafka = System.getenv("AURORA_KAFKA");
        if (kafka == null || kafka.isBlank()) {
            LOG.warn("AURORA_KAFKA is not set: nobody is told of sign-ins and ended sessions");
            return;
        }
        var tenant = System.getenv("AURORA_DEFAULT_TENANT");
        defaultTenant = tenant == null || tenant.isBlank() ? null : UUID.fromString(tenant);
        sender = new EventSender(new KafkaProducers(kafka), ROOM);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void close() {
        if (sender != null) {
            sender.close();
        }
    }

    @Override
    public String getId() {
        return "aurora";
    }

    /** Where there is no Kafka. */
    private record Deaf() implements EventListenerProvider {

        @Override
        public void onEvent(Event event) {}

        @Override
        public void onEvent(AdminEvent event, boolean includeRepresentation) {}

        @Override
        public void close() {}
    }
}

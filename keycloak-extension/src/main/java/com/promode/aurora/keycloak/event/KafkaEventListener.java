package com.promode.aurora.keycloak.event;

import com.promode.aurora.contracts.IntegrationEvent;
import com.promode.aurora.contracts.auth.SecurityEvent;
import com.promode.aurora.contracts.auth.SessionEvent;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/** Tells Aurora what happens to accounts, once the transaction in which it happens is committed. */
final class KafkaEventListener implements EventListenerProvider {

    private static final Logger LOG = Logger.getLogger(KafkaEventListener.class);
    private static final String AURORA = "aurora-auth";

    private final KeycloakSession session;
    private final EventSender sender;
    private final @Nullable UUID defaultTenant;

    KafkaEventListener(KeycloakSession session, EventSender sender, @Nullable UUID defaultTenant) {
        this.session = session;
        this.sender = sender;
        this.defaultTenant = defaultTenant;
    }

    @Override
    public void onEvent(Event event) {
        translation(event.getRealmId()).of(event).ifPresent(fact -> publish(fact, event.getRealmId()));
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        var realm = session.realms().getRealm(event.getRealmId());
        var aurora = realm == null ? null : realm.getClientByClientId(AURORA);
        var byAurora = aurora != null
                && event.getAuthDetails() != null
                && aurora.getId().equals(event.getAuthDetails().getClientId());
        translation(event.getRealmId()).of(event, byAurora).ifPresent(fact -> publish(fact, event.getRealmId()));
    }

    private Translation translation(String realmId) {
        var realm = session.realms().getRealm(realmId);
        return new Translation(header("User-Agent"), realm == null ? 1 : Math.max(1, realm.getFailureFactor()));
    }

    private void publish(IntegrationEvent fact, String realm) {
        tenant(fact, realm)
                .ifPresentOrElse(
                        tenant -> afterCommit(Records.of(fact, tenant, header("traceparent"))),
                        () -> LOG.warnf("%s belongs to no tenant and is not told", fact.type()));
    }

    private Optional<UUID> tenant(IntegrationEvent fact, String realm) {
        return user(fact)
                .map(id -> session.users().getUserById(session.realms().getRealm(realm), id.toString()))
                .map(user -> user.getFirstAttribute("tenant_id"))
                .map(UUID::fromString)
                .or(() -> Optional.ofNullable(defaultTenant));
    }

    private static Optional<UUID> user(IntegrationEvent fact) {
        return Optional.ofNullable(
                switch (fact) {
                    case SecurityEvent security -> security.userId();
                    case SessionEvent ended -> ended.userId();
                    default -> null;
                });
    }

    private void afterCommit(ProducerRecord<String, byte[]> record) {
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                sender.offer(record);
            }

            @Override
            protected void rollbackImpl() {
                // it has not happened
            }
        });
    }

    /** Null outside of a request: accounts are locked in the background. */
    private @Nullable String header(String name) {
        try {
            var request = session.getContext().getHttpRequest();
            var headers = request == null ? null : request.getHttpHeaders();
            return headers == null ? null : headers.getHeaderString(name);
        } catch (RuntimeException e) {
            return null;
        }
    }

    @Override
    public void close() {}
}

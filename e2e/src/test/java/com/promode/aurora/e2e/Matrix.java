package com.promode.aurora.e2e;

import com.promode.aurora.contracts.auth.SessionEvent.SessionEnded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.JsonNode;

/**
 * Everything that the authorization matrix is multiplied from.
 *
 * @param roles permissions of the built-in roles
 * @param tokens of each role: of the demo user who has it, else such as the realm would give
 * @param strangers of each role, of users whom nobody knows, others each time: for what would end a session
 * @param bad tokens that nobody may get in with, by what is wrong with them
 * @param foreign holds every permission in another tenant
 */
record Matrix(
        Map<String, Set<String>> roles,
        Map<String, String> tokens,
        Supplier<Map<String, String>> strangers,
        Map<String, String> bad,
        String foreign) {

    static final String ENDED = "ended session";

    private static final Map<String, String> DEMO_USERS = Map.of(
            "super_admin", "admin@aurora.local",
            "platform_admin", "platform@aurora.local",
            "warehouse_manager", "warehouse@aurora.local",
            "inventory_staff", "inventory@aurora.local",
            "logistics_manager", "logistics@aurora.local",
            "supplier_manager", "supplier@aurora.local",
            "delivery_personnel", "driver@aurora.local",
            "customer", "customer@aurora.local");

    static Matrix of(LocalSystem system) throws Exception {
        var roles = Roles.builtIn(system.root());
        var key = RealmKey.install(system.keycloak(), system.secret("keycloak.admin"));
        var tenant = tenant(system.as("warehouse@aurora.local"));
        var known = system.as("warehouse@aurora.local").user();
        Supplier<Map<String, String>> strangers =
                () -> roles.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, role -> new TokenForge(
                                key, role.getValue(), tenant, UUID.randomUUID())
                        .good()));
        var tokens = new TreeMap<String, String>();
        roles.forEach((role, permissions) -> tokens.put(role, new TokenForge(key, permissions, tenant, known).good()));
        DEMO_USERS.forEach((role, email) -> tokens.put(role, system.as(email).token()));
        var everything = roles.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        var forge = new TokenForge(key, everything, tenant, known);
        var foreign =
                new TokenForge(key, everything, tenant(system.as("warehouse@other.local")), UUID.randomUUID()).good();
        return new Matrix(roles, tokens, strangers, bad(system, forge), foreign);
    }

    private static Map<String, String> bad(LocalSystem system, TokenForge forge) throws Exception {
        var bad = new LinkedHashMap<String, String>();
        bad.put("no token", "");
        bad.put("expired", forge.expired());
        bad.put("wrong issuer", forge.ofOtherIssuer());
        bad.put("wrong audience", forge.forOtherAudience());
        bad.put("alg=none", forge.unsigned());
        bad.put("HS256 with the public key", forge.signedWithThePublicKey());
        bad.put("unknown kid", forge.ofUnknownKey());
        bad.put("tampered", forge.tampered());
        bad.put("refresh token", system.as("warehouse@aurora.local").refreshToken());
        bad.put(ENDED, ended(system, forge));
        return bad;
    }

    private static String ended(LocalSystem system, TokenForge forge) throws Exception {
        var session = UUID.randomUUID();
        var event = new SessionEnded(UUID.randomUUID(), Instant.now(), UUID.randomUUID(), session.toString());
        var message = new ProducerRecord<>(event.topic(), event.key(), Client.JSON.writeValueAsString(event));
        message.headers().add("ce_type", event.type().getBytes(StandardCharsets.UTF_8));
        message.headers()
                .add("ce_tenantid", tenant(system.as("warehouse@aurora.local")).getBytes(StandardCharsets.UTF_8));
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", system.kafka()), new StringSerializer(), new StringSerializer())) {
            producer.send(message).get();
        }
        return forge.ofSession(session);
    }

    private static String tenant(Client user) {
        return claims(user.token()).path("tenant_id").asString();
    }

    static JsonNode claims(String token) {
        return Client.JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }

    /** What is known not to be there yet; the list only ever becomes shorter. */
    static Set<String> pending() {
        try (var file = Matrix.class.getResourceAsStream("/pending-endpoints.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

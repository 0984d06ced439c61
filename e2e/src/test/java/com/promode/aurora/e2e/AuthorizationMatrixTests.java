package com.promode.aurora.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Every endpoint of the table, every role, every bad token, through the gateway and past it. */
@EndToEndTest
@TestInstance(Lifecycle.PER_CLASS)
class AuthorizationMatrixTests {

    /** They would take from a demo user what the other tests need of him. */
    private static final Set<String> SELFISH = Set.of(
            "POST /api/auth/logout",
            "POST /api/mobile/auth/logout",
            "DELETE /api/auth/sessions",
            "DELETE /api/auth/2fa",
            "POST /api/auth/2fa/backup-codes",
            "POST /api/auth/2fa/sms",
            "PUT /api/notifications/mark-all-read");

    /** Public for those who have a password but no token yet; without either it refuses. */
    private static final String BY_TOKEN_OR_PASSWORD = "POST /api/auth/2fa/totp";

    /** Whose account is gone from Keycloak is refused there with 401, whatever his token: so are our strangers. */
    private static final Set<String> OF_A_KNOWN_USER =
            Set.of("POST /api/auth/2fa/sms", "POST /api/auth/2fa/backup-codes");

    private static final String REVOCATION_PAST_THE_GATEWAY = "an ended session past the gateway";

    private final LocalSystem system;
    private final List<Endpoint> endpoints;
    private final Matrix matrix;
    private final Set<String> pending = Matrix.pending();

    AuthorizationMatrixTests(LocalSystem system) throws Exception {
        this.system = system;
        this.endpoints = Endpoint.all(system.root());
        this.matrix = Matrix.of(system);
        var ended = Objects.requireNonNull(matrix.bad().get(Matrix.ENDED));
        // it is on its way
        endpoints.stream()
                .map(endpoint -> system.url(endpoint.service()))
                .distinct()
                .forEach(service -> await().until(() -> refuses(service, ended)));
        await().until(() -> refuses(system.gateway().toString(), ended));
    }

    private static boolean refuses(String base, String token) {
        return Client.of(URI.create(base))
                        .with("Authorization", "Bearer " + token)
                        .get("/api/auth/me")
                        .status()
                == 401;
    }

    @Test
    void theRealmGivesEachRoleWhatTheCatalogueSays() {
        matrix.tokens().forEach((role, token) -> assertThat(
                        Matrix.claims(token).path("permissions").valueStream().map(permission -> permission.asString()))
                .as(role)
                .containsExactlyInAnyOrderElementsOf(matrix.roles().getOrDefault(role, Set.of())));
    }

    @Test
    void theListOfWhatIsNotBuiltNamesOnlyWhatIsPlanned() {
        var planned = new TreeSet<>(endpoints.stream().map(Endpoint::name).toList());
        planned.add(REVOCATION_PAST_THE_GATEWAY);
        assertThat(planned).containsAll(pending);
    }

    @TestFactory
    Stream<DynamicTest> nobodyGetsInWithABadToken() {
        return each(endpoints.stream().filter(endpoint -> !endpoint.isPublic()), this::refusals);
    }

    @TestFactory
    Stream<DynamicTest> eachRoleReachesWhatItMayAndNothingElse() {
        return each(
                endpoints.stream().filter(this::isBuilt).filter(endpoint -> !OF_A_KNOWN_USER.contains(endpoint.name())),
                this::decisions);
    }

    @TestFactory
    Stream<DynamicTest> aBadTokenDoesNoHarmWhereNoneIsNeeded() {
        return each(
                endpoints.stream()
                        .filter(Endpoint::isPublic)
                        .filter(this::isBuilt)
                        .filter(endpoint -> !endpoint.name().equals(BY_TOKEN_OR_PASSWORD)),
                (endpoint, base) -> matrix.bad().entrySet().stream()
                        .map(token ->
                                check(endpoint, base, token, reply -> isLetIn(reply.status()) ? null : "must let in")));
    }

    @TestFactory
    Stream<DynamicTest> whatIsPendingIsNotThere() {
        return each(
                endpoints.stream().filter(endpoint -> !isBuilt(endpoint)),
                (endpoint, base) -> matrix.tokens().entrySet().stream()
                        .filter(token -> mayCall(endpoint, token.getKey()))
                        .map(token -> check(
                                endpoint,
                                base,
                                token,
                                reply -> isAbsent(endpoint, reply) ? null : "is there: take it off the list")));
    }

    private Stream<CompletableFuture<@Nullable String>> refusals(Endpoint endpoint, String base) {
        return matrix.bad().entrySet().stream()
                .map(token -> check(endpoint, base, token, reply -> {
                    var direct = !base.equals(system.gateway().toString());
                    if (direct
                            && token.getKey().equals(Matrix.ENDED)
                            && pending.contains(REVOCATION_PAST_THE_GATEWAY)) {
                        return reply.status() == 401 && endpoint.name().equals("GET /api/auth/me")
                                ? "is refused: take it off the list"
                                : null;
                    }
                    return reply.status() == 401 ? null : "must refuse with 401";
                }));
    }

    private Stream<CompletableFuture<@Nullable String>> decisions(Endpoint endpoint, String base) {
        var tokens = SELFISH.contains(endpoint.name()) ? matrix.strangers().get() : matrix.tokens();
        return tokens.entrySet().stream()
                .map(token -> check(endpoint, base, token, reply -> {
                    if (mayCall(endpoint, token.getKey())) {
                        if (reply.isNothing()) {
                            return "is not there: is it pending?";
                        }
                        return isLetIn(reply.status()) ? null : "must let in";
                    }
                    return reply.status() == 403 ? null : "must refuse with 403";
                }));
    }

    private boolean mayCall(Endpoint endpoint, String role) {
        return endpoint.isPublic() || endpoint.isOpenTo(matrix.roles().getOrDefault(role, Set.of()));
    }

    private boolean isBuilt(Endpoint endpoint) {
        return !pending.contains(endpoint.name());
    }

    private static boolean isLetIn(int status) {
        return status != 401 && status != 403 && status < 500;
    }

    /** 400: a neighbour takes the end of the path for an id. */
    private static boolean isAbsent(Endpoint endpoint, Knock.Reply reply) {
        return reply.isNothing() || reply.status() == 400 && !endpoint.path().endsWith("}") || endpoint.isSocket();
    }

    private static CompletableFuture<@Nullable String> check(
            Endpoint endpoint,
            String base,
            Map.Entry<String, String> token,
            java.util.function.Function<Knock.Reply, @Nullable String> judge) {
        return Knock.at(base, endpoint, endpoint.anyPath(), token.getValue()).thenApply(reply -> {
            var wrong = judge.apply(reply);
            return wrong == null
                    ? null
                    : "%s with %s at %s: %s, got %d %s"
                            .formatted(endpoint, token.getKey(), base, wrong, reply.status(), reply.body());
        });
    }

    private Stream<DynamicTest> each(
            Stream<Endpoint> which, BiFunction<Endpoint, String, Stream<CompletableFuture<@Nullable String>>> checks) {
        return which.map(endpoint -> DynamicTest.dynamicTest(endpoint.name(), () -> {
            var running = Stream.of(system.gateway().toString(), system.url(endpoint.service()))
                    .flatMap(base -> checks.apply(endpoint, base))
                    .toList();
            var wrong = new ArrayList<String>();
            for (var check : running) {
                var finding = check.join();
                if (finding != null) {
                    wrong.add(finding);
                }
            }
            assertThat(wrong).isEmpty();
        }));
    }
}

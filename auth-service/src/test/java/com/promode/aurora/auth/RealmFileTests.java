package com.promode.aurora.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What must not slip into the realm unnoticed. */
class RealmFileTests {

    private final JsonNode realm = JsonMapper.builder()
            .build()
            .readTree(Path.of("../keycloak/realm/aurora-realm.json").toFile());

    @Test
    void redirectsAreExact() {
        assertThat(clients())
                .allSatisfy(client -> assertThat(texts(client, "redirectUris")).noneMatch(uri -> uri.contains("*")));
        assertThat(texts(client("aurora-portal"), "redirectUris")).hasSize(1);
        assertThat(texts(client("aurora-portal"), "webOrigins"))
                .isNotEmpty()
                .noneMatch(origin -> origin.contains("*") || origin.equals("+"));
    }

    @Test
    void nobodyUsesTheImplicitFlow() {
        assertThat(clients())
                .filteredOn(client -> client.path("implicitFlowEnabled").asBoolean())
                .isEmpty();
    }

    @Test
    void passwordsAreTakenFromAuthServiceOnly() {
        assertThat(clients())
                .filteredOn(client -> client.path("directAccessGrantsEnabled").asBoolean())
                .extracting(client -> client.path("clientId").asString())
                .containsExactly("aurora-auth");
        assertThat(client("aurora-auth").path("publicClient").asBoolean()).isFalse();
        assertThat(client("aurora-auth").path("secret").asString()).isEqualTo("${AURORA_KEYCLOAK_CLIENT_SECRET}");
        assertThat(client("admin-cli").path("enabled").asBoolean()).isFalse();
    }

    @Test
    void portalsProveThemselvesByS256() {
        assertThat(client("aurora-portal")
                        .path("attributes")
                        .path("pkce.code.challenge.method")
                        .asString())
                .isEqualTo("S256");
    }

    @Test
    void tokensAreForAuroraAndShort() {
        var mappers = named(realm.path("clientScopes"), "name", "aurora").path("protocolMappers");
        assertThat(named(mappers, "protocolMapper", "oidc-audience-mapper")
                        .path("config")
                        .path("included.client.audience")
                        .asString())
                .isEqualTo("aurora-api");
        assertThat(client("aurora-api").path("bearerOnly").asBoolean()).isTrue();
        assertThat(realm.path("accessTokenLifespan").asInt()).isEqualTo(3600);
        assertThat(realm.path("ssoSessionIdleTimeout").asInt()).isEqualTo(7 * 24 * 3600);
        assertThat(realm.path("revokeRefreshToken").asBoolean()).isTrue();
        assertThat(realm.path("refreshTokenMaxReuse").asInt()).isZero();
    }

    @Test
    void guessingIsStoppedAndRecorded() {
        assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.path("failureFactor").asInt()).isEqualTo(5);
        assertThat(realm.path("eventsEnabled").asBoolean()).isTrue();
        assertThat(realm.path("adminEventsEnabled").asBoolean()).isTrue();
        assertThat(realm.path("otpPolicyCodeReusable").asBoolean()).isFalse();
        assertThat(realm.path("passwordPolicy").asString())
                .contains("length(8)", "upperCase(1)", "lowerCase(1)", "digits(1)", "specialChars(1)")
                .contains("passwordHistory(5)")
                // ages of roles with a second factor only: keycloak-extension
                .doesNotContain("forceExpiredPasswordChange");
        assertThat(realm.path("attributes").path("aurora.passwordDays").asString())
                .isEqualTo("${AURORA_PASSWORD_DAYS:90}");
        assertThat(realm.path("registrationAllowed").asBoolean()).isFalse();
    }

    @Test
    void auroraIsToldOfWhatHappens() {
        assertThat(texts(realm, "eventsListeners")).contains("aurora");
    }

    @Test
    void everyWayInAsksForTheSecondFactorAndLimitsSessions() {
        assertThat(realm.path("directGrantFlow").asString()).isEqualTo("aurora direct grant");
        assertThat(realm.path("browserFlow").asString()).isEqualTo("aurora browser");
        assertThat(steps("aurora direct grant"))
                .containsExactly(
                        "direct-grant-validate-username",
                        "direct-grant-validate-password",
                        "aurora-second-factor",
                        "user-session-limits");
        assertThat(steps("aurora browser forms"))
                .containsExactly("auth-username-password-form", "aurora-second-factor-form", "user-session-limits");
        assertThat(named(realm.path("authenticatorConfig"), "alias", "session limit")
                        .path("config")
                        .path("userRealmLimit")
                        .asString())
                .isEqualTo("${AURORA_SESSION_LIMIT:3}");
    }

    @Test
    void clientsAskForNoMoreThanTheyNeed() {
        assertThat(client("aurora-portal").path("publicClient").asBoolean()).isTrue();
        assertThat(client("aurora-portal").path("standardFlowEnabled").asBoolean())
                .isTrue();
        assertThat(clients())
                .filteredOn(client -> client.path("serviceAccountsEnabled").asBoolean())
                .extracting(client -> client.path("clientId").asString())
                .containsExactly("aurora-auth");
        assertThat(clients())
                .allSatisfy(client -> assertThat(texts(client, "webOrigins")).doesNotContain("*", "+"));
        assertThat(realm.path("sslRequired").asString()).isEqualTo("external");
        assertThat(realm.path("rememberMe").asBoolean()).isFalse();
    }

    @Test
    void holdsNoSecretInTheClear() {
        assertThat(clients().map(client -> client.path("secret").asString("")).filter(secret -> !secret.isEmpty()))
                .allMatch(secret -> secret.startsWith("${"));
    }

    @Test
    void holdsNoPeople() {
        assertThat(realm.path("users").valueStream().map(user -> user.path("username")
                        .asString()))
                .containsExactly("service-account-aurora-auth");
    }

    /** In their order, each of them required. */
    private List<String> steps(String flow) {
        return named(realm.path("authenticationFlows"), "alias", flow)
                .path("authenticationExecutions")
                .valueStream()
                .filter(step -> step.path("requirement").asString().equals("REQUIRED"))
                .map(step -> step.path("authenticator").asString())
                .toList();
    }

    private Stream<JsonNode> clients() {
        return realm.path("clients").valueStream();
    }

    private JsonNode client(String id) {
        return named(realm.path("clients"), "clientId", id);
    }

    private static JsonNode named(JsonNode list, String field, String value) {
        return list.valueStream()
                .filter(node -> node.path(field).asString().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode node, String field) {
        return node.path(field).valueStream().map(JsonNode::asString).toList();
    }
}

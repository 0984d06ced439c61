package com.promode.aurora.keycloak.factor;

import com.promode.aurora.keycloak.factor.TotpApp.Offer;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.managers.AuthenticationManager;

/** {@code /realms/aurora/aurora-factors}: enrols and removes second factors, for auth-service and nobody else. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class FactorResource {

    private static final String AURORA = "service-account-aurora-auth";
    private static final int TRIES = 5;
    private static final Duration TRIES_IN = Duration.ofMinutes(15);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final @Nullable SmsSender sender;

    FactorResource(KeycloakSession session, @Nullable SmsSender sender) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.sender = sender;
    }

    /**
     * What a user has.
     *
     * @param phone where text messages go to, null when none do
     */
    public record State(
            boolean required, boolean totp, @Nullable String phone, long backupCodes) {}

    public record Phone(String phone) {}

    public record Code(String code) {}

    public record Codes(List<String> codes) {}

    @GET
    @Path("{user}")
    public State state(@PathParam("user") String id) {
        var factors = factors(user(id));
        return new State(
                factors.required(),
                factors.totp().enrolled(),
                factors.phone().orElse(null),
                factors.backupCodes().left());
    }

    @POST
    @Path("{user}/totp")
    public Offer offerTotp(@PathParam("user") String id) {
        var totp = factors(user(id)).totp();
        if (totp.enrolled()) {
            throw Refusal.EXISTS.exception();
        }
        return totp.offer();
    }

    @POST
    @Path("{user}/totp/confirm")
    public void confirmTotp(@PathParam("user") String id, Code body) {
        var user = user(id);
        var totp = factors(user).totp();
        if (totp.enrolled()) {
            throw Refusal.EXISTS.exception();
        }
        var secret = totp.offered().orElseThrow(Refusal.NOTHING_TO_CONFIRM::exception);
        limitTries(user);
        if (!totp.confirm(secret, body.code())) {
            throw Refusal.WRONG_CODE.exception();
        }
    }

    @POST
    @Path("{user}/sms")
    public void offerPhone(@PathParam("user") String id, Phone body) {
        switch (factors(user(id)).offerPhone(body.phone())) {
            case SENT -> {}
            case TOO_MANY -> throw Refusal.TOO_MANY.exception();
            case UNAVAILABLE -> throw Refusal.SMS_UNAVAILABLE.exception();
        }
    }

    @POST
    @Path("{user}/sms/confirm")
    public void confirmPhone(@PathParam("user") String id, Code body) {
        var user = user(id);
        limitTries(user);
        if (!factors(user).confirmPhone(body.code())) {
            throw Refusal.WRONG_CODE.exception();
        }
    }

    @POST
    @Path("{user}/backup-codes")
    public Codes renewBackupCodes(@PathParam("user") String id) {
        var factors = factors(user(id));
        if (!factors.any()) {
            throw Refusal.NO_FACTOR.exception();
        }
        return new Codes(factors.backupCodes().renew());
    }

    /** With a code of one of them. Whoever must have one is signed out everywhere, for he may do nothing but enrol. */
    @POST
    @Path("{user}/removal")
    public void remove(@PathParam("user") String id, Code body) {
        var user = user(id);
        var factors = factors(user);
        if (!factors.any()) {
            throw Refusal.NO_FACTOR.exception();
        }
        limitTries(user);
        if (!factors.use(body.code())) {
            throw Refusal.WRONG_CODE.exception();
        }
        factors.removeAll();
        if (factors.required()) {
            SignOut.everywhere(session, realm, user);
        }
    }

    private void limitTries(UserModel user) {
        if (!new Slots(session.singleUseObjects(), "aurora.factor-try." + user.getId(), TRIES, TRIES_IN).take()) {
            throw Refusal.TOO_MANY.exception();
        }
    }

    private SecondFactors factors(UserModel user) {
        return new SecondFactors(session, realm, user, sender);
    }

    private UserModel user(String id) {
        authorize();
        var user = session.users().getUserById(realm, id);
        if (user == null) {
            throw Refusal.NO_USER.exception();
        }
        return user;
    }

    private void authorize() {
        AuthenticationManager.AuthResult caller = new AppAuthManager.BearerTokenAuthenticator(session).authenticate();
        if (caller == null) {
            throw Refusal.UNAUTHENTICATED.exception();
        }
        if (!AURORA.equals(caller.user().getUsername())) {
            throw Refusal.FORBIDDEN.exception();
        }
    }
}

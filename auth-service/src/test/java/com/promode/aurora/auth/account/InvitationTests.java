package com.promode.aurora.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.auth.WithAdministrators;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class InvitationTests extends WithAdministrators {

    private static final Pattern PROCEED = Pattern.compile("href=\"([^\"]*action-token[^\"]*)\"");
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new Cookies())
            .followRedirects(Redirect.ALWAYS)
            .build();

    @Test
    void invitesAUserWithoutAPasswordToChooseOne() throws Exception {
        var email = unique("guest") + "@aurora.local";
        var id = administrator()
                .post(USERS, Map.of("email", email, "firstName", "Guest", "lastName", "One"))
                .expect(201)
                .id();
        login(email).expect(401, "UNAUTHENTICATED");

        var page = get(KEYCLOAK.mails().link(email));
        var form = get(found(PROCEED, page));
        var request = HttpRequest.newBuilder(URI.create(found(FORM, form)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("password-new=Chosen!2026&password-confirm=Chosen!2026"));
        assertThat(browser.send(request.build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);

        var login = login(email, "Chosen!2026", null).expect(200);
        assertThat(login.ok().path("user").path("id").asString()).isEqualTo(id.toString());
    }

    @Test
    void makesNobodyWhomItCannotInvite() {
        var email = unique("unreached") + "@aurora.local";
        var admin = administrator();
        var command = Map.of("email", email, "firstName", "Guest", "lastName", "Two");
        KEYCLOAK.mails().refuse(true);
        try {
            admin.post(USERS, command).expect(503, "UNAVAILABLE");
        } finally {
            KEYCLOAK.mails().refuse(false);
        }
        assertThat(KEYCLOAK.call("GET", "/users?exact=true&email=" + email, null)
                        .size())
                .isZero();
        admin.post(USERS, command).expect(201);
    }

    /** To a browser this machine is as good as HTTPS. */
    private static final class Cookies extends CookieManager {

        @Override
        public void put(URI uri, Map<String, List<String>> headers) throws IOException {
            super.put(uri, headers);
            getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
        }
    }

    private String get(String link) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(URI.create(link)).build(), BodyHandlers.ofString())
                .body();
    }

    private static String found(Pattern pattern, String page) {
        var match = pattern.matcher(page);
        assertThat(match.find()).as(page).isTrue();
        return match.group(1).replace("&amp;", "&");
    }
}

package com.promode.aurora.starter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.firewall.RequestRejectedException;

class HeaderTests {

    private final HeaderTokens tokens = new HeaderTokens();

    @ParameterizedTest
    @ValueSource(strings = {"Bearer abc.def", "bearer abc.def", "BEARER  abc.def "})
    void findsTheTokenHoweverItsSchemeIsWritten(String header) {
        assertThat(tokens.resolve(with("Authorization", header))).isEqualTo("abc.def");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YTpi", "Bearer", "Bearer ", "Bearerabc", ""})
    void findsNoneInAnythingElse(String header) {
        assertThat(tokens.resolve(with("Authorization", header))).isNull();
        assertThat(tokens.resolve(new MockHttpServletRequest())).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\rb", "a\nb", "a\u007fb", "a\u0085b"})
    void refusesControlCharacters(String value) {
        var request = new SecurityAutoConfiguration().firewall().getFirewalledRequest(with("X-Note", value));

        assertThatThrownBy(() -> request.getHeader("X-Note")).isInstanceOf(RequestRejectedException.class);
    }

    @Test
    void letsOtherCharactersThrough() {
        var request = new SecurityAutoConfiguration().firewall().getFirewalledRequest(with("X-Note", "Grüße,\t2 ½ kg"));

        assertThat(request.getHeader("X-Note")).isEqualTo("Grüße,\t2 ½ kg");
    }

    private static MockHttpServletRequest with(String name, String value) {
        var request = new MockHttpServletRequest("GET", "/api/shelves");
        request.addHeader(name, value);
        return request;
    }
}

package com.promode.aurora.starter.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.starter.web.BusinessException;
import org.junit.jupiter.api.Test;

class TransienceTests {

    @Test
    void waitsForWhatDoesNotAnswerAndNotForWhatIsRefused() {
        var silent = BusinessException.unavailable("Keycloak does not answer");
        assertThat(Transience.passes(new IllegalStateException(silent))).isTrue();
        assertThat(Transience.passes(BusinessException.notFound("user", 1))).isFalse();
        assertThat(Transience.passes(null)).isFalse();
    }

    @Test
    void whatMayStillBeToldIsNotWaitedForForEver() {
        var early = new IllegalStateException(BusinessException.notYet("Order %s has not been heard of yet", 1));
        assertThat(Transience.passes(early)).isFalse();
        assertThat(Transience.mayPass(early)).isTrue();
        assertThat(Transience.mayPass(BusinessException.notFound("user", 1))).isFalse();
    }
}

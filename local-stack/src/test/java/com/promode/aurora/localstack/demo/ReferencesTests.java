package com.promode.aurora.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ReferencesTests {

    private static final String LINE = "2023-06-15,20:42:23.075,102900011030097,1.000,2.70,true";

    /** Written down: another value would make every system that has run the demo run it a second time. */
    @Test
    void aLineHasTheSameReferenceForEver() {
        assertThat(References.ofSale(LINE)).hasToString("366dc601-b06e-5b45-a4bf-95835c714f0b");
        assertThat(References.ofWaste("102900011030097", LocalDate.of(2023, 6, 15)))
                .hasToString("923ec9f1-f07a-51fe-9116-67affa93896e");
        assertThat(References.ofSale(LINE).version()).isEqualTo(5);
    }

    @Test
    void anotherLineHasAnother() {
        assertThat(References.ofSale(LINE.replace("1.000", "1.001"))).isNotEqualTo(References.ofSale(LINE));
    }

    @Test
    void aDeliveryIsKnownByItsBatchNumber() {
        assertThat(References.ofDelivery("102900011030097", LocalDate.of(2023, 6, 15)))
                .isEqualTo("DEMO-102900011030097-2023-06-15")
                .hasSizeLessThanOrEqualTo(50);
    }

    @Test
    void aRequestHasAKeyByItsPathAndContent() {
        assertThat(References.ofRequest("/a", "{}"))
                .isEqualTo(References.ofRequest("/a", "{}"))
                .isNotEqualTo(References.ofRequest("/a", "{ }"))
                .isNotEqualTo(References.ofRequest("/b", "{}"));
    }
}

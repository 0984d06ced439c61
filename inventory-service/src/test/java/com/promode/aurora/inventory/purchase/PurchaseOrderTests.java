package com.promode.aurora.inventory.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.promode.aurora.inventory.purchase.PurchaseOrder.Heading;
import com.promode.aurora.inventory.purchase.PurchaseOrder.Ordered;
import com.promode.aurora.inventory.purchase.PurchaseOrder.Part;
import com.promode.aurora.starter.web.BusinessException;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PurchaseOrderTests {

    private static final String CODE = "PRD-001";

    private static final Ordered PRODUCT = new Ordered(UUID.randomUUID(), CODE, null);

    private final UUID product = PRODUCT.id();

    @Test
    void fillsTheLinesOfAProductInTheirOrder() {
        var first = line(product, "10", "2");
        var other = line(UUID.randomUUID(), "10", "9");
        var second = line(product, "5", "4");
        var order = order("5", first, other, second);

        assertThat(order.count(PRODUCT, number("8")).parts()).containsExactly(new Part(first.id(), number("8")));
        var rest = order.count(PRODUCT, number("7.5"));

        assertThat(rest.parts())
                .containsExactly(new Part(first.id(), number("2")), new Part(second.id(), number("5.5")));
        assertThat(rest.agreedPrice()).isEqualByComparingTo("3.4667"); // (2 * 2 + 5.5 * 4) / 7.5
        assertThat(first.received()).isEqualByComparingTo("10");
        assertThat(second.received()).isEqualByComparingTo("5.5");
        assertThat(other.received()).isZero();
    }

    @Test
    void toleratesThatMuchMoreOverAllLinesOfTheProduct() {
        var order = order("2.5", line(product, "10", "2"), line(product, "10", "2"));
        order.count(PRODUCT, number("20"));

        assertThatThrownBy(() -> order.count(PRODUCT, number("0.501")))
                .isInstanceOf(BusinessException.class)
                .hasMessageContaining("0.501 of PRD-001")
                .hasMessageContaining("20 ordered, 20 received so far, 20.5 allowed");
        assertThat(order.count(PRODUCT, number("0.5")).parts()).hasSize(1);
    }

    @Test
    void toleratesWhatIsSetForTheProductRatherThanForTheTenant() {
        var order = order("5", line(product, "10", "2"));
        var exact = new Ordered(product, CODE, BigDecimal.ZERO);
        var loose = new Ordered(product, CODE, number("20"));

        assertThatThrownBy(() -> order.count(exact, number("10.001"))).hasMessageContaining("10 allowed");
        assertThat(order.count(loose, number("12")).parts()).hasSize(1);
    }

    @Test
    void refusesWhatIsNotOnIt() {
        var order = order("5", line(UUID.randomUUID(), "10", "2"));

        assertThatThrownBy(() -> order.count(PRODUCT, number("1")))
                .isInstanceOfSatisfying(BusinessException.class, refusal -> {
                    assertThat(refusal.status().value()).isEqualTo(400);
                    assertThat(refusal.details().getFirst().field()).isEqualTo("productId");
                });
    }

    @ParameterizedTest
    @EnumSource(PurchaseOrderStatus.class)
    void isOpenWhileItIsWithItsSupplier(PurchaseOrderStatus status) {
        var heading = new Heading("PO-001", UUID.randomUUID(), status);

        if (List.of("sent", "confirmed").contains(status.toString())) {
            heading.requireOpen();
        } else {
            assertThatThrownBy(heading::requireOpen).hasMessageContaining("PO-001 is " + status);
        }
    }

    private static PurchaseOrder order(String tolerance, PurchaseOrderLine... lines) {
        return new PurchaseOrder(
                new Heading("PO-001", UUID.randomUUID(), PurchaseOrderStatus.SENT), List.of(lines), number(tolerance));
    }

    private static PurchaseOrderLine line(UUID product, String quantity, String unitPrice) {
        return new PurchaseOrderLine(UUID.randomUUID(), product, number(quantity), number(unitPrice), BigDecimal.ZERO);
    }

    private static BigDecimal number(String value) {
        return new BigDecimal(value);
    }
}

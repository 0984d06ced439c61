package com.promode.aurora.e2e;

import static com.promode.aurora.e2e.Warehouse.notifications;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.promode.aurora.localstack.stack.Service;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@EndToEndTest
class FaultTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LocalSystem system;
    private final Client manager;
    private final Warehouse warehouse;

    FaultTests(LocalSystem system) {
        this.system = system;
        this.manager = system.as("warehouse@aurora.local");
        this.warehouse = new Warehouse(manager);
    }

    @ParameterizedTest
    @EnumSource(
            value = Service.class,
            names = {"INVENTORY", "NOTIFICATION"})
    void aServiceThatIsKilledLosesAndDoublesNothing(Service victim) {
        var trade = Trade.prepare(manager);

        trade.postOnce(() -> system.kill(victim));
        system.startWhatIsDead();
        trade.sales().forEach(sale -> await().atMost(PATIENCE).until(() -> trade.succeeds(sale)));

        for (var product : trade.products()) {
            assertLedger(trade, product);
            await().atMost(PATIENCE).untilAsserted(() -> assertTold(product));
        }
        // what would be told twice has been told twice once a later alert has come
        var later = warehouse.makeLow(warehouse.location(), 1);
        await().atMost(PATIENCE).until(() -> !notifications(manager, later).isEmpty());
        trade.products()
                .forEach(product -> assertThat(notifications(manager, product)).hasSize(1));
    }

    private void assertLedger(Trade trade, UUID product) {
        assertThat(warehouse.movements(product).stream()
                        .filter(movement ->
                                movement.path("movementType").asString().equals("outbound"))
                        .map(movement -> movement.path("referenceId").asString()))
                .containsExactlyInAnyOrderElementsOf(trade.references(product));
        assertThat(warehouse.levels(product).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(BigDecimal.valueOf(Trade.LEFT));
    }

    private void assertTold(UUID product) {
        var turnover = warehouse.turnover(product);
        assertThat(turnover.path("quantityOut").asDecimal())
                .isEqualByComparingTo(BigDecimal.valueOf(Trade.SALES_PER_PRODUCT));
        assertThat(turnover.path("movements").asInt()).isEqualTo(Trade.SALES_PER_PRODUCT);
        assertThat(notifications(manager, product)).hasSize(1);
    }
}

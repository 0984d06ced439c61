package com.promode.aurora.inventory.expiry;

import static com.promode.aurora.inventory.Warehouse.INDIA;
import static com.promode.aurora.inventory.Warehouse.MOVEMENTS;
import static com.promode.aurora.inventory.Warehouse.item;
import static com.promode.aurora.inventory.Warehouse.outbound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.promode.aurora.contracts.auth.SettingEvent.SettingChanged;
import com.promode.aurora.contracts.auth.TenantEvent.TenantChanged;
import com.promode.aurora.contracts.inventory.StockEvent.LotExpiring;
import com.promode.aurora.contracts.inventory.StockEvent.StockMoved;
import com.promode.aurora.inventory.HeldStock;
import com.promode.aurora.inventory.Warehouse;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.setting.Settings;
import com.promode.aurora.starter.tenant.Tenants;
import com.promode.aurora.test.Events;
import com.promode.aurora.test.ServiceTest;
import com.promode.aurora.test.TestTokens;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@ServiceTest
@Import({Warehouse.class, HeldStock.class})
class ExpiryJobTests {

    /** The first of all. */
    private static final UUID TROUBLED = UUID.fromString("00000000-0000-7000-8000-000000000001");

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private HeldStock held;

    @Autowired
    private ExpiryService expiry;

    @Autowired
    private ExpiryJob job;

    @Autowired
    private Settings settings;

    @Autowired
    private Events events;

    @Autowired
    private Tenants tenants;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transaction;

    private UUID store = UUID.randomUUID();
    private UUID product = UUID.randomUUID();

    @BeforeEach
    void open() {
        store = warehouse.location();
        product = warehouse.product();
    }

    @Test
    void tellsOnceOfALotThatWillSoonExpire() {
        var lot = lot(3);
        warn();
        warn();

        var told = expiring();
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().lotId()).isEqualTo(lot);
        assertThat(told.getFirst().daysLeft()).isEqualTo(3);
        assertThat(told.getFirst().onHand()).isEqualByComparingTo("5");
        assertThat(told.getFirst().expiryDate()).isEqualTo(LocalDate.now(INDIA).plusDays(3));
        assertThat(told.getFirst().productCode()).startsWith("PRD-");
    }

    @Test
    void tellsOfTheLastDayButNotOfWhatIsFarExpiredOrUsedUp() {
        lot(4);
        warehouse.expiredLot(store, product, "5");
        lot(1);
        warehouse.manager().post(MOVEMENTS, outbound(product, store, "5")).expect(201); // the one of tomorrow
        var last = lot(0);
        warn();

        assertThat(expiring()).extracting(LotExpiring::lotId).containsExactly(last);
    }

    @Test
    void saysNothingOfWhatIsRecalled() {
        var lot = lot(2);
        inTenant(() -> jdbc.sql("UPDATE lots SET state = 'recalled' WHERE id = :lot")
                .param("lot", lot)
                .update());
        warn();

        assertThat(expiring()).isEmpty();
    }

    @Test
    void manyJobsAtOnceTellOnce() {
        var lots = IntStream.range(0, 20).mapToObj(i -> lot(2)).toList();
        var start = new CyclicBarrier(4);
        IntStream.range(0, 4)
                .mapToObj(replica -> CompletableFuture.runAsync(() -> {
                    await(start);
                    warn();
                }))
                .toList()
                .forEach(CompletableFuture::join);
        warn();

        assertThat(expiring()).extracting(LotExpiring::lotId).containsExactlyInAnyOrderElementsOf(lots);
    }

    @Test
    void whatIsToldOfAProductIsToldInTheOrderInWhichItHappened() {
        lot(2);

        held.awaitedBy(
                () -> {
                    warn();
                    return true;
                },
                product,
                () -> assertThat(events.all(
                                LotExpiring.class, event -> event.productId().equals(product)))
                        .isEmpty());

        assertThat(expiring()).hasSize(1);
    }

    @Test
    void howEarlyIsASettingOfTheTenant() {
        var lot = lot(5);
        warn();
        set(TestTokens.PROMODE, 1, "5");
        awaitDays(TestTokens.PROMODE, 5);
        warn();
        set(TestTokens.PROMODE, 2, null);
        awaitDays(TestTokens.PROMODE, -1);

        assertThat(expiring()).extracting(LotExpiring::lotId).containsExactly(lot);
    }

    @Test
    void theJobLooksAtEveryTenant() {
        var lot = lot(2);
        known(TestTokens.PROMODE);

        job.warn();

        assertThat(expiring()).extracting(LotExpiring::lotId).containsExactly(lot);
    }

    @Test
    void theTroubleOfOneTenantDoesNotKeepTheOthersWaiting() {
        var lot = lot(2);
        known(TROUBLED);
        known(TestTokens.PROMODE);
        set(TROUBLED, 1, String.valueOf(Integer.MAX_VALUE)); // no date is that far away
        awaitDays(TROUBLED, Integer.MAX_VALUE);
        assertThat(tenants.all()).containsSubsequence(TROUBLED, TestTokens.PROMODE);
        assertThatThrownBy(() -> tenants.run(TROUBLED, () -> expiry.warn())).isInstanceOf(RuntimeException.class);

        job.warn();

        set(TROUBLED, 2, null);
        assertThat(expiring()).extracting(LotExpiring::lotId).containsExactly(lot);
    }

    @Test
    void theDatabaseKnowsThatWhatKeepsForEverIsNotTold() {
        var lot = lot(2);
        assertThatThrownBy(() -> inTenant(
                        () -> jdbc.sql("UPDATE lots SET expiry_told_at = now(), expiry_date = NULL WHERE id = :lot")
                                .param("lot", lot)
                                .update()))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private UUID lot(int days) {
        var item = item(product, "5", "1");
        item.put("expiryDate", LocalDate.now(INDIA).plusDays(days).toString());
        return warehouse.lot(store, item);
    }

    private void warn() {
        tenants.run(TestTokens.PROMODE, () -> expiry.warn());
    }

    /** What has been told of the product: a movement that is made now comes after it. */
    private List<LotExpiring> expiring() {
        warehouse.lot(store, product, "1", "1");
        var id = UUID.fromString(warehouse
                .manager()
                .get(MOVEMENTS + "?productId=" + product)
                .ok()
                .at("/0/id")
                .asString());
        events.expect(StockMoved.class, event -> event.movementId().equals(id));
        return events.all(LotExpiring.class, event -> event.productId().equals(product));
    }

    private void known(UUID tenant) {
        events.send(
                tenant,
                new TenantChanged(
                        Ids.next(), Instant.now(), tenant, "farm-" + tenant, "Farm", INDIA.getId(), "active"));
        Awaitility.await().until(() -> tenants.all().contains(tenant));
    }

    private void set(UUID tenant, long version, @Nullable String value) {
        events.send(
                tenant,
                new SettingChanged(Ids.next(), Instant.now(), tenant, "stock.expiryWarningDays", version, value));
    }

    private void awaitDays(UUID tenant, int days) {
        Awaitility.await().until(() -> {
            var known = new AtomicInteger();
            tenants.run(tenant, () -> known.set(settings.integer("stock.expiryWarningDays", -1)));
            return known.get() == days;
        });
    }

    private void inTenant(Runnable work) {
        tenants.run(TestTokens.PROMODE, () -> transaction.executeWithoutResult(status -> work.run()));
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

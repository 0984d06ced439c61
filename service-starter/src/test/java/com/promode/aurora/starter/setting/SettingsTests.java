package com.promode.aurora.starter.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.promode.aurora.contracts.auth.SettingEvent.SettingChanged;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.shelf.Sender;
import com.promode.aurora.starter.shelf.ShelfTest;
import com.promode.aurora.starter.tenant.Tenants;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@ShelfTest
class SettingsTests {

    private static final String LIMIT = "stock.approvalLimit";

    private final UUID tenant = UUID.randomUUID();
    private final Settings settings;
    private final Tenants tenants;
    private final Sender sender;

    SettingsTests(Settings settings, Tenants tenants, Sender sender) {
        this.settings = settings;
        this.tenants = tenants;
        this.sender = sender;
    }

    @Test
    void aChangeHoldsWithinASecond() {
        assertThat(limit(tenant)).isEqualTo(7);
        sender.send(tenant, changed(LIMIT, 1, "9"));
        await().until(() -> limit(tenant) == 9);
        assertThat(limit(UUID.randomUUID())).isEqualTo(7);
        assertThat(settings.integer(LIMIT, 7)).as("outside of any tenant").isEqualTo(7);
    }

    @Test
    void isReadWholeAtTheStart() {
        assertThat(settings.isWhole()).isTrue();
        assertThat(settings.topic()).isEqualTo("auth.setting");
    }

    @Test
    void whatIsNotNewerIsDropped() {
        pass(changed(LIMIT, 3, "30"));
        pass(changed(LIMIT, 2, "20"));
        pass(changed(LIMIT, 3, "33"));
        assertThat(limit(tenant)).isEqualTo(30);
    }

    @Test
    void nothingMeansTheDefaultAgain() {
        pass(changed(LIMIT, 1, "30"));
        pass(changed(LIMIT, 2, null));
        assertThat(limit(tenant)).isEqualTo(7);
        pass(changed(LIMIT, 1, "30"));
        assertThat(limit(tenant)).isEqualTo(7);
    }

    @Test
    void hasNumbersFlagsTextsAndJson() {
        pass(changed("amount", 1, "50000.25"));
        pass(changed("flag", 1, "true"));
        pass(changed("text", 1, "\"photo\""));
        pass(changed("list", 1, "[\"10.0.0.0/8\"]"));
        tenants.run(tenant, () -> {
            assertThat(settings.number("amount", BigDecimal.ONE)).isEqualTo("50000.25");
            assertThat(settings.flag("flag", false)).isTrue();
            assertThat(settings.text("text")).contains("photo");
            assertThat(settings.json("list").orElseThrow().get(0).asString()).isEqualTo("10.0.0.0/8");
        });
    }

    @Test
    void whatIsOfAnotherTypeHasItsDefault() {
        pass(changed("text", 1, "\"photo\""));
        pass(changed("half", 1, "0.5"));
        pass(changed("broken", 1, "{"));
        tenants.run(tenant, () -> {
            assertThat(settings.integer("text", 1)).isEqualTo(1);
            assertThat(settings.integer("half", 1)).isEqualTo(1);
            assertThat(settings.integer("broken", 1)).isEqualTo(1);
            assertThat(settings.number("text", BigDecimal.TEN)).isEqualTo(BigDecimal.TEN);
            assertThat(settings.flag("text", true)).isTrue();
            assertThat(settings.text("half")).isEmpty();
            assertThat(settings.json("none")).isEmpty();
        });
    }

    private void pass(SettingChanged changed) {
        settings.pass(tenant, changed);
    }

    private int limit(UUID of) {
        var seen = new ArrayList<Integer>();
        tenants.run(of, () -> seen.add(settings.integer(LIMIT, 7)));
        return seen.getFirst();
    }

    private SettingChanged changed(String name, long version, @Nullable String value) {
        return new SettingChanged(Ids.next(), Instant.now(), tenant, name, version, value);
    }
}

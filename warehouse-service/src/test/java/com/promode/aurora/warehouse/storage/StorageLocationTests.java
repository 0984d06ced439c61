package com.promode.aurora.warehouse.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.web.BusinessException;
import java.math.BigDecimal;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StorageLocationTests {

    private static final Instant NOW = Instant.parse("2026-01-31T09:30:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    @Test
    void isActiveUnlessToldOtherwise() {
        var location = location(command("Room 1", "20", "2", "8", "85", "95", null));

        assertThat(location.status()).isEqualTo(StorageStatus.ACTIVE);
    }

    @Test
    void keepsTheNameWithoutBlanksAroundIt() {
        assertThat(location(command("  Room 1 ", null, null, null, null, null, null))
                        .name())
                .isEqualTo("Room 1");
    }

    @Test
    void becomesWhatTheCommandSaysAndForgetsTheRest() {
        var location = location(command("Room 1", "20", "2", "8", "85", "95", StorageStatus.ACTIVE));

        location.change(command("Room 2", null, null, "4", null, null, StorageStatus.MAINTENANCE), LATER);

        assertThat(location.name()).isEqualTo("Room 2");
        assertThat(location.status()).isEqualTo(StorageStatus.MAINTENANCE);
        assertThat(location.capacityTonnes()).isNull();
        assertThat(location.climate()).isEqualTo(new Climate(null, new BigDecimal("4"), null, null));
        assertThat(location.createdAt()).isEqualTo(NOW);
        assertThat(location.updatedAt()).isEqualTo(LATER);
    }

    @Test
    void refusesATemperatureRangeUpsideDown() {
        refuses("temperatureMin", () -> location(command("Room 1", null, "8.01", "8", null, null, null)));
    }

    @Test
    void takesARangeOfOneDegree() {
        assertThat(location(command("Room 1", null, "8.0", "8", null, null, null))
                        .climate()
                        .temperatureMax())
                .isEqualByComparingTo("8");
    }

    @Test
    void refusesAHumidityRangeUpsideDown() {
        refuses("humidityMin", () -> location(command("Room 1", null, null, null, "60", "50", null)));
    }

    @Test
    void refusesHumidityOutsideOfZeroToHundred() {
        refuses("humidityMin", () -> location(command("Room 1", null, null, null, "-0.01", "50", null)));
        refuses("humidityMax", () -> location(command("Room 1", null, null, null, "50", "100.01", null)));
    }

    @Test
    void refusesACapacityOfNothing() {
        refuses("capacityTonnes", () -> location(command("Room 1", "0", null, null, null, null, null)));
    }

    @Test
    void aRefusedChangeLeavesItAsItWas() {
        var location = location(command("Room 1", "20", "2", "8", null, null, null));

        refuses("temperatureMin", () -> location.change(command("Room 2", "30", "9", "8", null, null, null), LATER));

        assertThat(location.name()).isEqualTo("Room 1");
        assertThat(location.capacityTonnes()).isEqualByComparingTo("20");
        assertThat(location.updatedAt()).isEqualTo(NOW);
    }

    @Test
    void announcesWhatItIs() {
        var location = location(command("Room 1", "20", "2", "8", null, null, StorageStatus.INACTIVE));

        var event = location.changed();

        assertThat(event.locationId()).isEqualTo(location.id());
        assertThat(event.recordedAt()).isEqualTo(NOW);
        assertThat(event.name()).isEqualTo("Room 1");
        assertThat(event.locationType()).isEqualTo("cold_storage");
        assertThat(event.status()).isEqualTo("inactive");
        assertThat(event.temperatureMin()).isEqualByComparingTo("2");
        assertThat(event.temperatureMax()).isEqualByComparingTo("8");
    }

    private static void refuses(String field, ThrowingCallable change) {
        assertThatThrownBy(change).isInstanceOfSatisfying(BusinessException.class, refusal -> {
            assertThat(refusal.status().value()).isEqualTo(400);
            assertThat(refusal.details())
                    .extracting(BusinessException.Detail::field)
                    .containsExactly(field);
        });
    }

    private static StorageLocation location(SaveStorageLocation command) {
        return new StorageLocation(Ids.next(), command, NOW);
    }

    private static SaveStorageLocation command(
            String name,
            @Nullable String capacity,
            @Nullable String temperatureMin,
            @Nullable String temperatureMax,
            @Nullable String humidityMin,
            @Nullable String humidityMax,
            @Nullable StorageStatus status) {
        return new SaveStorageLocation(
                name,
                StorageType.COLD_STORAGE,
                decimal(capacity),
                decimal(temperatureMin),
                decimal(temperatureMax),
                decimal(humidityMin),
                decimal(humidityMax),
                status);
    }

    private static @Nullable BigDecimal decimal(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}

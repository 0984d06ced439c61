package com.promode.aurora.starter.partition;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.shelf.Client;
import com.promode.aurora.starter.shelf.Parts;
import com.promode.aurora.starter.shelf.ShelfTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

@ShelfTest
class PartitionTests {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("'_'uuuuMM");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("'_'uuuuMMdd");

    private final JdbcTemplate owner = Parts.database("aurora_owner");
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final PartitionJob job;

    PartitionTests(PartitionJob job) {
        this.job = job;
    }

    @Test
    void makesTheMonthsAndDaysToCome() {
        dropNext("readings" + MONTH.format(today.plusMonths(2)));
        dropNext("outbox_sent" + DAY.format(today.plusDays(3)));
        job.maintain();
        assertThat(partitions("readings"))
                .contains("readings_default")
                .containsAll(IntStream.rangeClosed(0, 2)
                        .mapToObj(month -> "readings" + MONTH.format(today.plusMonths(month)))
                        .toList());
        assertThat(partitions("outbox_sent"))
                .contains("outbox_sent_default")
                .containsAll(IntStream.rangeClosed(0, 3)
                        .mapToObj(day -> "outbox_sent" + DAY.format(today.plusDays(day)))
                        .toList());
    }

    @Test
    void dropsWhatHasExpiredAndNothingElse() {
        make("readings", today.minusMonths(4).withDayOfMonth(1));
        make("readings", today.minusMonths(3).withDayOfMonth(1));
        job.maintain();
        assertThat(partitions("readings"))
                .contains("readings" + MONTH.format(today.minusMonths(3)), "readings_default")
                .doesNotContain("readings" + MONTH.format(today.minusMonths(4)));
        owner.execute("DROP TABLE readings" + MONTH.format(today.minusMonths(3)));
    }

    @Test
    void aRowLiesInThePartitionOfItsId() {
        assertThat(partitionOf(Ids.next())).isEqualTo("readings" + MONTH.format(today));
        var next = today.plusMonths(1).withDayOfMonth(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        assertThat(partitionOf(id(next))).isEqualTo("readings" + MONTH.format(today.plusMonths(1)));
        assertThat(partitionOf(id(next.minusMillis(1)))).isEqualTo("readings" + MONTH.format(today));
    }

    @Test
    void aRowOfAnyOtherTimeIsTakenToo() {
        assertThat(partitionOf(id(Instant.parse("2001-01-01T00:00:00Z")))).isEqualTo("readings_default");
        assertThat(partitionOf(id(Instant.parse("2101-01-01T00:00:00Z")))).isEqualTo("readings_default");
        assertThat(partitionOf(UUID.randomUUID())).startsWith("readings_");
    }

    @Test
    void rowsThatCameTooEarlyDoNotStopTheOthers() {
        var month = "readings" + MONTH.format(today.plusMonths(2));
        dropNext(month);
        var early = id(today.plusMonths(2).withDayOfMonth(2).atStartOfDay().toInstant(ZoneOffset.UTC));
        assertThat(partitionOf(early)).isEqualTo("readings_default");
        dropNext("outbox_sent" + DAY.format(today.plusDays(3)));
        job.maintain();
        assertThat(partitions("readings")).doesNotContain(month);
        assertThat(partitions("outbox_sent")).contains("outbox_sent" + DAY.format(today.plusDays(3)));
        owner.update("DELETE FROM readings WHERE id = ?", early);
        job.maintain();
        assertThat(partitions("readings")).contains(month);
    }

    @Test
    void replicasThatStartTogetherDoNotDisturbEachOther() {
        dropNext("readings" + MONTH.format(today.plusMonths(2)));
        Stream.generate(() -> CompletableFuture.runAsync(job::maintain))
                .limit(4)
                .toList()
                .forEach(CompletableFuture::join);
        assertThat(partitions("readings")).contains("readings" + MONTH.format(today.plusMonths(2)));
    }

    @Test
    void theTimeOfAnIdIsThatOfItsMaking() {
        var moment = OffsetDateTime.parse("2026-03-01T00:00:00Z");
        assertThat(owner.queryForObject("SELECT uuid7_at(?)", UUID.class, moment))
                .isLessThanOrEqualTo(id(moment.toInstant()))
                .isGreaterThan(id(moment.toInstant().minusMillis(1)));
    }

    private static UUID id(Instant moment) {
        return UuidCreator.getTimeOrderedEpoch(moment);
    }

    private void dropNext(String partition) {
        owner.execute("DROP TABLE IF EXISTS " + partition);
    }

    private void make(String table, LocalDate first) {
        owner.query(
                "SELECT make_partition(t, ?) FROM partitioned_tables t WHERE name = ?",
                row -> {},
                first.atStartOfDay().atOffset(ZoneOffset.UTC),
                table);
    }

    private String partitionOf(UUID id) {
        owner.update("INSERT INTO readings VALUES (?, ?, now(), 'door')", id, Client.PROMODE);
        return String.valueOf(
                owner.queryForObject("SELECT tableoid::regclass::text FROM readings WHERE id = ?", String.class, id));
    }

    private List<String> partitions(String table) {
        return owner.queryForList(
                "SELECT relname FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid WHERE inhparent = ?::regclass",
                String.class,
                table);
    }
}

package com.promode.aurora.starter.event;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxSessionTests {

    private final Schema schema = new Schema();

    @AfterEach
    void end() {
        schema.close();
    }

    /** The table is read from end to end as long as it has few rows, unless the session says otherwise. */
    @Test
    void readsByTheIndexHoweverEmptyTheTableIs() throws Exception {
        schema.append("key", 1);
        schema.owner.execute("ANALYZE outbox");
        var before = scans("seq_scan");

        try (var session = OutboxSession.open(requireNonNull(schema.owner.getDataSource()))) {
            assertThat(session.read(500, List.of())).hasSize(1);
        }

        await().until(() -> scans("idx_scan") > 0 || scans("seq_scan") > before);
        assertThat(scans("seq_scan")).isEqualTo(before);
    }

    private long scans(String kind) {
        return Schema.number(
                schema.owner, "SELECT %s FROM pg_stat_user_tables WHERE relid = 'outbox'::regclass".formatted(kind));
    }
}

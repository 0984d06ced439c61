package com.promode.aurora.starter.event;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Aggregates whose every change is an event with the new value, drawn under the aggregate's lock. */
final class Counters {

    private final Schema schema;
    private final int keys;

    Counters(Schema schema, int keys) {
        this.schema = schema;
        this.keys = keys;
        schema.owner.execute("CREATE TABLE counters (key TEXT PRIMARY KEY, value BIGINT NOT NULL)");
        schema.owner.execute("GRANT SELECT, UPDATE ON counters TO service");
        schema.owner.update("INSERT INTO counters SELECT 'k' || n, 0 FROM generate_series(1, ?) n", keys);
    }

    /** Changes one of them; how long that took in milliseconds. */
    long change() {
        var key = "k" + ThreadLocalRandom.current().nextInt(1, keys + 1);
        var before = System.nanoTime();
        schema.transaction.executeWithoutResult(ignored -> {
            var value = Schema.number(
                    schema.jdbc, "UPDATE counters SET value = value + 1 WHERE key = ? RETURNING value", key);
            schema.append(key, value);
        });
        return (System.nanoTime() - before) / 1_000_000;
    }

    void change(int times) {
        for (var time = 0; time < times; time++) {
            change();
        }
    }

    /** How many changes each has seen. */
    Map<String, Long> values() {
        var values = new HashMap<String, Long>();
        schema.jdbc.query("SELECT key, value FROM counters WHERE value > 0", row -> {
            values.put(row.getString(1), row.getLong(2));
        });
        return values;
    }
}

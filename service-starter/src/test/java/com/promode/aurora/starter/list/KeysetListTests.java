package com.promode.aurora.starter.list;

import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.shelf.Answer;
import com.promode.aurora.starter.shelf.Client;
import com.promode.aurora.starter.shelf.Parts;
import com.promode.aurora.starter.shelf.ShelfTest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

@ShelfTest
class KeysetListTests {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00.123456Z");

    private final UUID tenant = UUID.randomUUID();
    private final JdbcTemplate owner = Parts.database("aurora_owner");
    private final Client client;

    KeysetListTests(Client all) {
        this.client = all.tenant(tenant);
    }

    @ParameterizedTest
    @CsvSource({"-takenAt, 500", "takenAt, 1"})
    void neitherSkipsNorRepeatsWhileRowsAreAdded(String sort, int addedAt) {
        var expected = new ArrayList<String>();
        // seven of each moment: a page ends among equals
        for (int second = 100; second < 110; second++) {
            for (int number = 0; number < 7; number++) {
                expected.add(add(second));
            }
        }
        var seen = new ArrayList<String>();
        String cursor = "";
        do {
            var answer = client.get("/api/shelves/readings?limit=10&sort=" + sort + cursor)
                    .expect(200);
            answer.data().forEach(item -> seen.add(item.path("id").asString()));
            add(addedAt);
            cursor = next(answer);
        } while (!cursor.isEmpty());
        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void goesBothWays() {
        var first = add(1);
        var second = add(2);
        assertThat(ids("sort=-takenAt")).containsExactly(second, first);
        assertThat(ids("sort=takenAt")).containsExactly(first, second);
        assertThat(ids("")).containsExactly(second, first);
    }

    @Test
    void showsRowsThatAreAddedBehindTheCursor() {
        add(1);
        add(2);
        var page = client.get("/api/shelves/readings?limit=1&sort=takenAt").expect(200);
        var third = add(3);
        assertThat(ids("sort=takenAt" + next(page))).hasSize(2).endsWith(third);
    }

    @Test
    void countsOnlyWhenAsked() {
        add(1);
        add(2);
        add(3);
        assertThat(client.get("/api/shelves/readings?limit=2").meta().has("total"))
                .isFalse();
        var answer = client.get("/api/shelves/readings?limit=2&total=true").expect(200);
        assertThat(answer.meta().path("total").asInt()).isEqualTo(3);
        var last = client.get("/api/shelves/readings?limit=2&total=true" + next(answer));
        assertThat(last.meta().path("total").asInt()).isEqualTo(3);
        assertThat(last.meta().path("nextCursor").isNull()).isTrue();
    }

    @Test
    void filtersLikeAnyList() {
        add(1);
        var second = add(2);
        var from = START.plusSeconds(2);
        assertThat(ids("sensor=door&takenAt%5Bgte%5D=" + from)).containsExactly(second);
        assertThat(ids("sensor=roof")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=sensor",
                "sort=-takenAt,sensor",
                "cursor=nonsense",
                "cursor=bm9uc2Vuc2U",
                "cursor=%2B%2B",
                "total=maybe",
                "q=door",
                "limit=201",
                "fields=secret"
            })
    void refusesWhatItCannotDo(String query) {
        client.get("/api/shelves/readings?" + query).refuses(query.replaceFirst("=.*", ""));
    }

    private String add(int second) {
        var id = Ids.next();
        owner.update(
                "INSERT INTO readings VALUES (?, ?, ?, 'door')",
                id,
                tenant,
                START.plusSeconds(second).atOffset(ZoneOffset.UTC));
        return id.toString();
    }

    private List<String> ids(String query) {
        var ids = new ArrayList<String>();
        client.get("/api/shelves/readings?" + query)
                .expect(200)
                .data()
                .forEach(item -> ids.add(item.path("id").asString()));
        return ids;
    }

    private static String next(Answer answer) {
        var cursor = answer.meta().path("nextCursor");
        return cursor.isNull() ? "" : "&cursor=" + cursor.asString();
    }
}

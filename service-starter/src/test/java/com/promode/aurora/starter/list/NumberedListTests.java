package com.promode.aurora.starter.list;

import static com.promode.aurora.starter.shelf.Bodies.shelf;
import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.starter.shelf.Bodies;
import com.promode.aurora.starter.shelf.Client;
import com.promode.aurora.starter.shelf.ShelfTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ShelfTest
class NumberedListTests {

    private final Client client;

    NumberedListTests(Client all) {
        this.client = all.tenant(UUID.randomUUID());
    }

    @BeforeEach
    void fill() {
        var shelves = List.of(
                shelf("cellar", "1.500"),
                shelf("attic", "2.500").replace("dry", "cold-room"),
                shelf("barn", "2.500").replace("2026-03-01", "2026-04-01"),
                shelf("dock 50%", "4.000").replace("\"sturdy\":false", "\"sturdy\":true"));
        client.post("/api/shelves", shelves.toString()).expect(201);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kind=cold-room                      | attic
            name=barn                           | barn
            sturdy=true                         | dock 50%
            width=2.5                           | attic,barn
            width[gte]=2.5                      | attic,barn,dock 50%
            width[lte]=1.5                      | cellar
            width[gte]=2&width[lte]=3           | attic,barn
            builtAt[gte]=2026-04-01T00:00:00Z   | barn
            builtAt[lte]=2026-04-01T00:00:00+14:00 | attic,cellar,dock 50%
            width[gte]=2.5&kind=dry             | barn,dock 50%
            q=a                                 | attic,barn,cellar
            q=AR                                | barn,cellar
            q=50%                               | dock 50%
            sort=width                          | cellar,attic,barn,dock 50%
            sort=-width,name                    | dock 50%,attic,barn,cellar
            sort=-width,-name                   | dock 50%,barn,attic,cellar
            sort=kind,-name                     | attic,dock 50%,cellar,barn
            sort=name&limit=2&page=2            | cellar,dock 50%
            limit=3                             | attic,barn,cellar
            """)
    void findsAndSorts(String query, String names) {
        assertThat(names(query)).containsExactly(names.split(","));
    }

    @Test
    void aPageBehindTheLastIsEmpty() {
        var answer = client.get("/api/shelves?page=9").expect(200);
        assertThat(answer.data().isEmpty()).isTrue();
        assertThat(answer.meta().path("total").asInt()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            page=0                  | page
            page=-1                 | page
            page=one                | page
            page=1000001            | page
            limit=0                 | limit
            limit=201               | limit
            limit=2.5               | limit
            sort=secret             | sort
            sort=name,-secret       | sort
            sort=name;DROP          | sort
            sort=version            | sort
            fields=id,secret        | fields
            fields=tenantId         | fields
            fields=version          | fields
            secret=1                | secret
            tenant_id=1             | tenant_id
            name[gt]=a              | name[gt]
            kind=wet                | kind
            width=wide              | width
            sturdy=yes              | sturdy
            id=7                    | id
            builtAt[gte]=2026-04-01 | builtAt
            builtAt[gte]=2026-04-01T00:00:00 | builtAt
            """)
    void refusesWhatIsNotOnItsList(String query, String field) {
        client.get("/api/shelves?" + encoded(query)).refuses(field);
    }

    @ParameterizedTest
    @CsvSource({"name,%00", "name,%EF%BF%BE%00", "q,%00", "width,1e999999999", "width[gte],1e-999999999"})
    void refusesValuesThatTheDatabaseCannotCompare(String parameter, String value) {
        client.get("/api/shelves?" + encoded(parameter) + "=" + value).expect(400, "VALIDATION_ERROR");
    }

    @Test
    void aValueIsNeverSql() {
        assertThat(names("name=' OR 1=1 --")).isEmpty();
        assertThat(names("q=' OR 1=1 --")).isEmpty();
    }

    @Test
    void showsOnlyTheFieldsAskedFor() {
        var first = client.get("/api/shelves?fields=name,width&sort=width")
                .expect(200)
                .data()
                .path(0);
        assertThat(first).hasToString("{\"name\":\"cellar\",\"width\":1.500}");
    }

    @Test
    void takesTwoHundredAtOnce() {
        client.post("/api/shelves", Bodies.shelves(250)).expect(201);
        assertThat(client.get("/api/shelves?limit=200").expect(200).data().size())
                .isEqualTo(200);
    }

    private List<String> names(String query) {
        var names = new ArrayList<String>();
        client.get("/api/shelves?" + encoded(query))
                .expect(200)
                .data()
                .forEach(item -> names.add(item.path("name").asString()));
        return names;
    }

    private static String encoded(String query) {
        return URLEncoder.encode(query, StandardCharsets.UTF_8)
                .replace("%3D", "=")
                .replace("%26", "&");
    }
}

package com.promode.aurora.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.promode.aurora.contracts.inventory.MovementType;
import com.promode.aurora.contracts.inventory.StockEvent.StockMoved;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Events change additively only: what was once sent can still be read, and what is sent has a schema. */
class SchemaTests {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);

    /** A consumer whose own mapper refuses unknown fields, as that of our HTTP endpoints does. */
    private static final JsonMapper STRICT = Sample.JSON
            .rebuild()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @ParameterizedTest
    @MethodSource("types")
    void schemaIsWhatTheRecordSays(Class<? extends IntegrationEvent> type) throws IOException {
        Stored.check(
                Stored.SCHEMAS.resolve(type.getSimpleName() + ".json"),
                EventSchemas.of(type).toPrettyString() + "\n");
    }

    @Test
    void everySchemaAndSampleBelongsToAnEvent() throws IOException {
        var names = types().map(Class::getSimpleName).toList();
        try (var schemas = Files.list(Stored.SCHEMAS);
                var samples = Files.list(Stored.SAMPLES)) {
            assertThat(schemas)
                    .extracting(file -> file.getFileName().toString().replace(".json", ""))
                    .containsExactlyInAnyOrderElementsOf(names);
            assertThat(samples)
                    .extracting(file -> file.getFileName().toString())
                    .containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void newestSampleHasEveryComponent(Class<? extends IntegrationEvent> type) {
        var components = Arrays.stream(type.getRecordComponents()).map(component -> component.getName());
        var newest = Sample.of(type).stream()
                .filter(sample -> !sample.isSparse())
                .toList()
                .getLast();
        assertThat(newest.json().properties())
                .as(
                        "%s: a component was added or removed; add %s as v%d.json, the older samples stay as they are",
                        newest, type.getSimpleName(), newest.number() + 1)
                .noneMatch(property -> property.getValue().isNull())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrderElementsOf(components.toList());
    }

    @ParameterizedTest
    @MethodSource("types")
    void sparseSampleOfFirstVersionHasOnlyWhatIsNeverNull(Class<? extends IntegrationEvent> type) {
        var samples =
                Sample.of(type).stream().filter(sample -> sample.number() == 1).toList();
        var required = EventSchemas.of(type)
                .path("required")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        assertThat(samples.getLast().json().propertyNames())
                .as("%s: a component of v1 has become nullable, or one that was has become required", type)
                .containsExactlyInAnyOrderElementsOf(required);
    }

    @ParameterizedTest
    @MethodSource("com.promode.aurora.contracts.Sample#all")
    void everySampleIsValid(Sample sample) {
        assertThat(errors(sample.type(), sample.json())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("com.promode.aurora.contracts.Sample#all")
    void readingAndWritingKeepsWhatWasThere(Sample sample) {
        var written = Sample.JSON.valueToTree(sample.event());
        assertThat(sample.json().properties()).allSatisfy(property -> assertThat(
                        property.getValue().equals(SchemaTests::compare, written.path(property.getKey())))
                .as("%s of %s is now %s", property.getKey(), sample, written)
                .isTrue());
        assertThat(errors(sample.type(), Sample.JSON.readTree(written.toString())))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("com.promode.aurora.contracts.Sample#all")
    void readerToleratesWhatANewerProducerAdds(Sample sample) {
        var newer = ((ObjectNode) sample.json()).put("addedLater", "new");
        newer.path("lots").forEach(lot -> ((ObjectNode) lot).put("addedLater", "new"));
        assertThat(errors(sample.type(), newer)).isEmpty();
        assertThat(STRICT.treeToValue(newer, sample.type())).isEqualTo(sample.event());
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyRequiredComponentIsMissed(Class<? extends IntegrationEvent> type) {
        EventSchemas.of(type).path("required").valueStream().forEach(component -> {
            var json = (ObjectNode) Sample.of(type).getFirst().json();
            json.remove(component.asString());
            assertThat(errors(type, json)).as("%s without %s", type, component).isNotEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource(MovementType.class)
    void enumsAreKnownByTheirWireValue(MovementType type) {
        assertThat(Sample.JSON.valueToTree(type).asString()).isEqualTo(type.toString());
        var sample = (ObjectNode) Sample.of(StockMoved.class).getFirst().json();
        assertThat(errors(StockMoved.class, sample.put("movementType", type.toString())))
                .isEmpty();
        assertThat(errors(StockMoved.class, sample.put("movementType", type.name())))
                .isNotEmpty();
    }

    record Before(UUID eventId, @Nullable String note) {}

    record RequiredAdded(UUID eventId, @Nullable String note, String reason) {}

    record NullableAdded(
            UUID eventId, @Nullable String note, @Nullable String reason) {}

    record TypeChanged(UUID eventId, @Nullable Long note) {}

    @Test
    void onlyNullableComponentsMayBeAdded() {
        var old = Sample.JSON.valueToTree(new Before(UUID.randomUUID(), "ripe"));
        assertThat(errors(Before.class, old)).isEmpty();
        assertThat(errors(NullableAdded.class, old)).isEmpty();
        assertThat(errors(RequiredAdded.class, old)).isNotEmpty();
        assertThat(errors(TypeChanged.class, old)).isNotEmpty();
    }

    static Stream<Class<? extends IntegrationEvent>> types() {
        return EventCatalogue.types().stream();
    }

    private static List<Error> errors(Class<?> type, JsonNode json) {
        var schema = SCHEMAS.getSchema(EventSchemas.of(type).toString(), InputFormat.JSON);
        return schema.validate(
                json.toString(),
                InputFormat.JSON,
                execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    /** Numbers by their value: 24.50 is 24.5, and 10 is 10.0. */
    private static int compare(JsonNode left, JsonNode right) {
        var same = left.isNumber() && right.isNumber()
                ? left.decimalValue().compareTo(right.decimalValue()) == 0
                : left.equals(right);
        return same ? 0 : 1;
    }
}

package com.promode.aurora.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event as some version of its producer wrote it: {@code v<n>.json} has every component, {@code v<n>-sparse.json} only
 * those that are never null. Samples are never edited; a new component makes a new version.
 */
record Sample(Class<? extends IntegrationEvent> type, String version, String text) {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** All samples of all events, the oldest of each first. */
    static Stream<Sample> all() {
        return EventCatalogue.types().stream()
                .sorted(Comparator.comparing(Class::getSimpleName))
                .flatMap(type -> of(type).stream());
    }

    /** The samples of one event. */
    static List<Sample> of(Class<? extends IntegrationEvent> type) {
        var folder = Stored.SAMPLES.resolve(type.getSimpleName());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> read(type, file))
                    .sorted(Comparator.comparing(Sample::number).thenComparing(Sample::isSparse))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int number() {
        return Integer.parseInt(version.substring(1).replace("-sparse", ""));
    }

    boolean isSparse() {
        return version.endsWith("-sparse");
    }

    JsonNode json() {
        return JSON.readTree(text);
    }

    IntegrationEvent event() {
        return JSON.readValue(text, type);
    }

    private static Sample read(Class<? extends IntegrationEvent> type, Path file) {
        try {
            return new Sample(type, file.getFileName().toString().replace(".json", ""), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return type.getSimpleName() + " " + version;
    }
}

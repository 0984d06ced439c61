package com.promode.aurora.contracts;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of this repository that are generated from the records, and committed so that a change of them is seen. */
final class Stored {

    static final Path SCHEMAS = Path.of("src/main/resources/schemas");
    static final Path SAMPLES = Path.of("src/test/resources/samples");
    static final Path ASYNCAPI = Path.of("../docs/asyncapi.yaml");

    private static final boolean WRITE = Boolean.getBoolean("contracts.write");

    private Stored() {}

    /** Fails unless the file holds this text; with {@code -Dcontracts.write=true} makes it so instead. */
    static void check(Path file, String expected) throws IOException {
        if (WRITE) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, expected);
        }
        var actual = Files.exists(file) ? Files.readString(file) : "";
        if (!actual.equals(expected)) {
            fail("""
                    %s is not what the records say. If the change is meant and additive, write it anew with
                        mvn -pl contracts test -Dcontracts.write=true
                    and commit the file; it should be:
                    %s""", file.normalize(), expected);
        }
    }
}

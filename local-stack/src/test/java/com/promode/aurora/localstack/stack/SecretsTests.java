package com.promode.aurora.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {

    @Test
    void areDrawnOnceAndOnlyTheUserReadsThem(@TempDir Path folder) throws IOException {
        var file = folder.resolve("state/secrets.properties");
        var first = new Secrets(file);
        var tea = first.of("tea");

        assertThat(new Secrets(file).of("tea")).isEqualTo(tea);
        assertThat(first.of("coffee")).isNotEqualTo(tea);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}

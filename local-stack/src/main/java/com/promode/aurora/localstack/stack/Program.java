package com.promode.aurora.localstack.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.promode.aurora.localstack.component.Commands;
import com.promode.aurora.localstack.component.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/**
 * A service's jar, unpacked so that it starts faster.
 *
 * @param module its name
 * @param jar as the build made it
 * @param folder where it is unpacked
 */
record Program(String module, Path jar, Path folder) {

    static Program of(Home home, String module) {
        var target = home.root().resolve(module).resolve("target");
        try (var jars = Files.newDirectoryStream(target, module + "-*.jar")) {
            for (var jar : jars) {
                return new Program(module, jar, home.programs().resolve(module));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(module + " is not built: run ./aurora up", e);
        }
        throw new IllegalStateException(module + " is not built: there is no jar in " + target);
    }

    /** Unpacks it again only when its content has changed. */
    void unpack() {
        try {
            if (Files.exists(entry())) {
                return;
            }
            Folders.delete(folder);
            var unfinished = folder.resolveSibling(module + ".new");
            Folders.delete(unfinished);
            Files.createDirectories(folder);
            Commands.run(
                    "Unpacking " + module,
                    List.of(
                            Commands.java(),
                            "-XX:TieredStopAtLevel=1",
                            "-Djarmode=tools",
                            "-jar",
                            jar.toString(),
                            "extract",
                            "--destination",
                            unfinished.toString()));
            Files.move(unfinished, unpacked(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The jar to run. */
    Path entry() {
        return unpacked().resolve(jar.getFileName());
    }

    private Path unpacked() {
        return folder.resolve(fingerprint());
    }

    /** Of the content, not of the time of the build. */
    String fingerprint() {
        try (var zip = new ZipFile(jar.toFile())) {
            var checksum = new CRC32();
            zip.stream().forEach(entry -> {
                checksum.update(entry.getName().getBytes(UTF_8));
                checksum.update(Long.toHexString(entry.getCrc()).getBytes(UTF_8));
            });
            return "%08x".formatted(checksum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

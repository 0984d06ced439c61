package com.promode.aurora.localstack.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Keycloak's program, unpacked and built for PostgreSQL once per user and set of extensions. */
final class KeycloakDistribution {

    private static final String ARCHIVE = "keycloak-quarkus-dist-";
    private static final int DIGITS = 12;

    private final List<Path> providers;

    KeycloakDistribution(List<Path> providers) {
        this.providers = providers;
    }

    Path home() {
        return Cache.folder("keycloak-" + version(), folder -> build(BuiltWith.file(ARCHIVE), folder));
    }

    String version() {
        var archive = BuiltWith.file(ARCHIVE).getFileName().toString();
        return "%s-%s".formatted(archive.replace(ARCHIVE, "").replace(".zip", ""), fingerprint());
    }

    /** How kc.sh starts Keycloak, without the shell around it: the process is Keycloak itself. */
    static List<String> run(Path home, Path distribution) {
        return List.of(
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-cp",
                distribution.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint");
    }

    private void build(Path archive, Path folder) throws IOException {
        Archives.unzip(archive, folder);
        for (var provider : providers) {
            Files.copy(provider, folder.resolve("providers").resolve(provider.getFileName()));
        }
        var command = new ArrayList<>(List.of(Commands.java(), "-Xmx512m", "-XX:+UseSerialGC"));
        command.add("-Dkc.config.build-and-exit=true");
        command.addAll(run(folder, folder));
        command.addAll(List.of("build", "--db=postgres", "--health-enabled=true", "--metrics-enabled=true"));
        Commands.run("Building Keycloak", command);
    }

    private String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var provider : providers) {
                digest.update(Files.readAllBytes(provider));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

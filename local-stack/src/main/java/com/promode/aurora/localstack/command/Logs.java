package com.promode.aurora.localstack.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a component printed. */
@Command(name = "logs", description = "Shows what a component printed since it was started.")
public final class Logs implements Callable<Integer> {

    private static final String SUFFIX = ".log";

    @Parameters(paramLabel = "<component>", description = "Its name as in ./aurora status, with or without -service.")
    private String component = "";

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what it prints from now on.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            description = "How many of the last lines, ${DEFAULT-VALUE} if not said.")
    private int lines = 200;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var logs = Place.current().home().logs();
        var log = Stream.of(component, component + "-service")
                .map(name -> logs.resolve(name + SUFFIX))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "There is no log of %s; there are: %s".formatted(component, String.join(", ", names(logs)))));
        return new ProcessBuilder("tail", "-n", Integer.toString(lines), follow ? "-F" : "-q", log.toString())
                .inheritIO()
                .start()
                .waitFor();
    }

    private static List<String> names(Path logs) {
        var files = logs.toFile().list((folder, name) -> name.endsWith(SUFFIX));
        return files == null
                ? List.of()
                : Stream.of(files)
                        .map(name -> name.replace(SUFFIX, ""))
                        .sorted()
                        .toList();
    }
}

package com.promode.aurora.localstack.stack;

import com.promode.aurora.localstack.component.Component;
import com.promode.aurora.localstack.component.Running;
import com.promode.aurora.localstack.component.Signals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A Java component that runs once before its first start, so that its virtual machine writes down what it has loaded
 * and starts faster from then on. Without that file it runs all the same.
 */
final class Learnt implements Component {

    private static final Duration WRITING = Duration.ofMinutes(2);

    private final Function<List<String>, Component> component;
    private final Component plain;
    private final Path file;
    private final boolean mayLearn;

    /**
     * @param component made for more options of java
     * @param file of what was learnt; another one for each version of the program
     * @param mayLearn whether to spend the time when there is no such file
     */
    Learnt(Function<List<String>, Component> component, Path file, boolean mayLearn) {
        this.component = component;
        this.plain = component.apply(List.of());
        this.file = file;
        this.mayLearn = mayLearn;
    }

    @Override
    public void rehearse() {
        if (!mayLearn || Files.exists(file)) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            forgetOlder();
            var unfinished = Path.of(file + ".new");
            var log = file.resolveSibling(name() + ".log");
            var rehearsal = component.apply(List.of("-XX:AOTCacheOutput=" + unfinished));
            var running = Running.start(rehearsal, log);
            var interruption = new Thread(running::kill);
            Runtime.getRuntime().addShutdownHook(interruption);
            Signals.stop(running.handle(), plain.stopSignal(), WRITING);
            Runtime.getRuntime().removeShutdownHook(interruption);
            if (Files.exists(unfinished)) {
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            // slower, not wrong
            System.err.printf("%s starts without a cache: %s%n", name(), e.getMessage());
        }
    }

    private void forgetOlder() throws IOException {
        try (var older = Files.newDirectoryStream(file.getParent(), name() + "-*")) {
            for (var path : older) {
                Files.delete(path);
            }
        }
    }

    @Override
    public List<String> command() {
        return Files.exists(file)
                ? component.apply(List.of("-XX:AOTCache=" + file)).command()
                : plain.command();
    }

    @Override
    public String name() {
        return plain.name();
    }

    @Override
    public Map<String, Integer> ports() {
        return plain.ports();
    }

    @Override
    public void prepare() {
        plain.prepare();
    }

    @Override
    public Map<String, String> environment() {
        return plain.environment();
    }

    @Override
    public boolean ready() {
        return plain.ready();
    }

    @Override
    public Duration patience() {
        return plain.patience();
    }

    @Override
    public String stopSignal() {
        return plain.stopSignal();
    }
}

package com.promode.aurora.localstack.stack;

import com.promode.aurora.localstack.component.Component;
import com.promode.aurora.localstack.component.ComponentFailedException;
import com.promode.aurora.localstack.component.Running;
import com.promode.aurora.localstack.component.Signals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A Java component that runs once before its first start, so that its virtual machine writes down what it has loaded
 * and starts faster from then on. Without that file it runs all the same.
 */
final class Learnt implements Component {

    // learnt with it, the file takes half the time to make and a start with the full compiler half of the processor
    private static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

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
            learn(component.apply(List.of(QUICK_COMPILER, "-XX:AOTCacheOutput=" + unfinished)));
            if (Files.exists(unfinished)) {
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException | ComponentFailedException e) {
            // without the file it is slower, not wrong; what hinders it will also hinder the start itself, and be told
            // there
        }
    }

    private void learn(Component rehearsal) {
        var running = Running.start(rehearsal, file.resolveSibling(name() + ".log"));
        var interruption = new Thread(running::kill);
        Runtime.getRuntime().addShutdownHook(interruption);
        Signals.stop(running.handle(), plain.stopSignal(), WRITING);
        Runtime.getRuntime().removeShutdownHook(interruption);
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
    public Optional<Path> program() {
        return plain.program();
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

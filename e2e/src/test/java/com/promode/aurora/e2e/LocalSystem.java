package com.promode.aurora.e2e;

import com.promode.aurora.localstack.component.Folders;
import com.promode.aurora.localstack.component.Lifetime;
import com.promode.aurora.localstack.component.Ports;
import com.promode.aurora.localstack.stack.Address;
import com.promode.aurora.localstack.stack.Home;
import com.promode.aurora.localstack.stack.Part;
import com.promode.aurora.localstack.stack.Processes;
import com.promode.aurora.localstack.stack.Progress;
import com.promode.aurora.localstack.stack.Secrets;
import com.promode.aurora.localstack.stack.Service;
import com.promode.aurora.localstack.stack.Stack;
import com.promode.aurora.localstack.stack.Starter;
import com.promode.aurora.localstack.stack.Stopper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** Aurora from the jars of this build, with data of its own on ports of its own; no process of it outlives this JVM. */
final class LocalSystem implements AutoCloseable {

    /** Below the ports that the kernel gives to clients, and beside those of a system that a developer may run. */
    private static final int FIRST_OFFSET = 5_000;

    private static final int STEP = 100;
    private static final int TRIES = 20;

    private final Home home;
    private final Processes processes;
    private final Address address;
    private final List<Part> parts;
    private final Thread interruption = new Thread(this::stop);
    private final Map<String, Client> signedIn = new ConcurrentHashMap<>();

    private LocalSystem(Home home) {
        this.home = home;
        this.processes = new Processes(home.run());
        this.address = freeAddress(home);
        this.parts = parts(home, address);
    }

    static LocalSystem start() {
        var home = new Home(Path.of(System.getProperty("aurora.root")), Path.of(System.getProperty("aurora.state")));
        try {
            Folders.delete(home.data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var system = new LocalSystem(home);
        Runtime.getRuntime().addShutdownHook(system.interruption);
        system.startWhatIsDead();
        return system;
    }

    private static Address freeAddress(Home home) {
        return IntStream.iterate(FIRST_OFFSET, offset -> offset + STEP)
                .limit(TRIES)
                .mapToObj(Address::new)
                .filter(address -> parts(home, address).stream()
                        .flatMap(part -> part.component().ports().values().stream())
                        .noneMatch(Ports::taken))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no offset leaves all ports free"));
    }

    private static List<Part> parts(Home home, Address address) {
        return new Stack(home, address, Stack.Pace.valueOf(System.getProperty("aurora.pace", "QUICK"))).parts();
    }

    void startWhatIsDead() {
        try (var progress = new Progress(System.out, parts.size())) {
            new Starter(home, processes, progress, Lifetime.PARENT).start(parts);
        }
    }

    /** As {@code kill -9} does; returns when it is dead. */
    void kill(Service service) {
        var process = processes.find(service.module()).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    URI gateway() {
        return URI.create(address.url(Service.GATEWAY));
    }

    /** Past the gateway. */
    String url(Service service) {
        return address.url(service);
    }

    String keycloak() {
        return address.keycloakUrl();
    }

    /** That this system was given, by the name under which it is kept. */
    String secret(String name) {
        return new Secrets(home.secrets()).of(name);
    }

    Path root() {
        return home.root();
    }

    String kafka() {
        return "127.0.0.1:" + address.kafka();
    }

    /** Somebody without a token. */
    Client anonymous() {
        return Client.of(gateway());
    }

    /** The demo user of that address, signed in once. */
    Client as(String email) {
        return signedIn.computeIfAbsent(email, anonymous()::signIn);
    }

    private void stop() {
        new Stopper(processes).stop(processes.names());
    }

    @Override
    public void close() {
        stop();
        Runtime.getRuntime().removeShutdownHook(interruption);
    }
}

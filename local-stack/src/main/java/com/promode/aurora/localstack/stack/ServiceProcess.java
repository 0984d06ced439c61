package com.promode.aurora.localstack.stack;

import com.promode.aurora.localstack.component.Commands;
import com.promode.aurora.localstack.component.Component;
import com.promode.aurora.localstack.component.Health;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One of our services, from its unpacked jar. */
record ServiceProcess(
        Service service, Program built, Address address, Map<String, String> environment, List<String> options)
        implements Component {

    private static final List<String> VIRTUAL_MACHINE = List.of(
            "-Xms80m",
            "-Xmx192m",
            // room for the objects of the requests under way, or they grow old, and every collection with them
            "-Xmn48m",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED");

    @Override
    public String name() {
        return service.module();
    }

    @Override
    public Map<String, Integer> ports() {
        return Map.of("HTTP", address.of(service), "management", address.management(service));
    }

    @Override
    public void prepare() {
        built.unpack();
    }

    @Override
    public List<String> command() {
        var command = new ArrayList<>(List.of(Commands.java()));
        command.addAll(VIRTUAL_MACHINE);
        command.addAll(options);
        command.add("-jar");
        command.add(built.entry().toString());
        return command;
    }

    @Override
    public Optional<Path> program() {
        return Optional.of(built.entry());
    }

    @Override
    public boolean ready() {
        return Health.up(
                URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(address.management(service))));
    }

    @Override
    public Duration patience() {
        // the first run of all, on a machine that has other things to do
        return Duration.ofMinutes(3);
    }
}

package com.promode.aurora.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.promode.aurora.localstack.component.Component;
import com.promode.aurora.localstack.component.ComponentFailedException;
import com.promode.aurora.localstack.component.Ports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StarterTests {

    @TempDir
    Path folder;

    final List<String> order = new CopyOnWriteArrayList<>();
    final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @AfterEach
    void stop() {
        new Stopper(processes()).stop(processes().names());
    }

    @Test
    void startsEachAfterWhatItNeeds() {
        start(part("cup", "water", "leaves"), part("water"), part("leaves", "water"));

        assertThat(order).containsExactly("water", "leaves", "cup");
        assertThat(processes().names()).containsExactly("cup", "leaves", "water");
    }

    @Test
    void startsOnlyWhatIsDead() {
        start(part("water"), part("leaves"));
        var water = processes().find("water");
        var leaves = processes().find("leaves").orElseThrow();
        leaves.destroyForcibly();
        leaves.onExit().join();
        order.clear();

        start(part("water"), part("leaves"));

        assertThat(processes().find("water")).isEqualTo(water);
        assertThat(processes().find("leaves")).isPresent();
        assertThat(told.toString()).contains("runs already");
    }

    @Test
    void saysWhatRunsAsItWasBuiltBefore() {
        start(built("1.jar"));

        start(built("1.jar"));
        assertThat(told.toString()).doesNotContain("built before");

        start(built("2.jar"));
        assertThat(told.toString()).contains("service", "runs already, as it was built before");
    }

    @Test
    void aPartThatEndsIsToldWithItsLogAndNothingIsLeftRunning() {
        start(part("water"));
        var broken = new Part(new Script("cup", "echo the handle is off; exit 3", false), List.of("leaves"));

        assertThatThrownBy(() -> start(part("water"), part("leaves"), broken))
                .isInstanceOf(ComponentFailedException.class)
                .hasMessageContaining("cup has ended")
                .hasMessageContaining("the handle is off");

        assertThat(processes().find("leaves")).isEmpty();
        assertThat(processes().find("water")).as("ran before").isPresent();
    }

    @Test
    void aPortInUseIsNamedWithWhoWantsIt() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var part = new Part(new Listening(other.getLocalPort()), List.of());

            assertThatThrownBy(() -> FreePorts.require(List.of(part)))
                    .hasMessageContaining("Port %d is in use; tea-service needs it", other.getLocalPort());
        }
        FreePorts.require(List.of(new Part(new Listening(Ports.free()), List.of())));
    }

    private void start(Part... parts) {
        try (var progress = new Progress(new PrintStream(told), parts.length)) {
            new Starter(new Home(folder), processes(), progress).start(List.of(parts));
        }
    }

    private Part part(String name, String... after) {
        return new Part(new Script(name, "exec sleep 60", true), List.of(after), () -> order.add(name));
    }

    private Processes processes() {
        return new Processes(new Home(folder).run());
    }

    private static Part built(String jar) {
        return new Part(new Built(Path.of(jar)), List.of());
    }

    private record Built(Path jar) implements Component {

        @Override
        public String name() {
            return "service";
        }

        @Override
        public Map<String, Integer> ports() {
            return Map.of();
        }

        @Override
        public List<String> command() {
            return List.of("sh", "-c", "while sleep 1; do :; done", jar.toString());
        }

        @Override
        public Optional<Path> program() {
            return Optional.of(jar);
        }

        @Override
        public boolean ready() {
            return true;
        }
    }

    private record Script(String name, String text, boolean ready) implements Component {

        @Override
        public Map<String, Integer> ports() {
            return Map.of();
        }

        @Override
        public List<String> command() {
            return List.of("sh", "-c", text);
        }
    }

    private record Listening(int port) implements Component {

        @Override
        public String name() {
            return "tea-service";
        }

        @Override
        public Map<String, Integer> ports() {
            return Map.of("HTTP", port);
        }

        @Override
        public List<String> command() {
            return List.of("true");
        }

        @Override
        public boolean ready() {
            return true;
        }
    }
}

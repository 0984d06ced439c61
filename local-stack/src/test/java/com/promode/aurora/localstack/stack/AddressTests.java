package com.promode.aurora.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddressTests {

    private final Home home;

    AddressTests(@TempDir Path root) {
        home = new Home(root);
    }

    @BeforeEach
    void somethingRuns() {
        new Processes(home.run()).record("some-service", ProcessHandle.current());
    }

    @Test
    void commandsFindTheSystemWhereItListens() {
        new Address(300).keep(home);
        assertThat(Address.of(home, Map.of())).isEqualTo(new Address(300));
        assertThat(Address.of(home, Map.of("AURORA_PORT_OFFSET", "100"))).isEqualTo(new Address(100));
    }

    @Test
    void forgetsWhereASystemListenedThatHasEnded() {
        new Address(300).keep(home);
        new Processes(home.run()).forget("some-service");
        assertThat(Address.of(home, Map.of())).isEqualTo(new Address(0));
    }

    @Test
    void saysWhatIsWrongWithAnOffset() {
        assertThatThrownBy(() -> Address.of(home, Map.of("AURORA_PORT_OFFSET", "many")))
                .hasMessageContaining("AURORA_PORT_OFFSET must be a number");
        assertThatThrownBy(() -> Address.of(home, Map.of("AURORA_PORT_OFFSET", "-1")))
                .hasMessageContaining("AURORA_PORT_OFFSET must be from 0");
    }
}

package com.promode.aurora.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.promode.aurora.localstack.demo.Demo;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

@EndToEndTest
class DemoTests {

    private final LocalSystem system;
    private final Client manager;

    DemoTests(LocalSystem system) {
        this.system = system;
        this.manager = system.as("warehouse@aurora.local");
    }

    @Test
    void realTradeIsPlayedOnceHoweverOftenItIsPlayed() {
        play();
        var movements = movements();

        var totals = manager.get(Warehouse.TURNOVER + "?from=2023-06-15&to=2023-06-24")
                .expect(200)
                .data()
                .path("totals");
        assertThat(totals.path("quantityOut").asDecimal()).isEqualByComparingTo("3695.860");
        assertThat(totals.path("revenue").asDecimal()).isEqualByComparingTo("23348.51");

        play();

        assertThat(movements()).isEqualTo(movements);
    }

    /** The command compares what the system tells with its own files. */
    private void play() {
        var said = new StringWriter();
        var exit = new CommandLine(new Demo())
                .setOut(new PrintWriter(said))
                .execute("--gateway", system.gateway().toString());
        assertThat(exit).as(said.toString()).isZero();
    }

    private long movements() {
        return manager.get(Warehouse.MOVEMENTS + "?limit=1&total=true")
                .expect(200)
                .json()
                .at("/meta/total")
                .asLong();
    }
}

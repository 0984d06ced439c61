package com.promode.aurora.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class DemoTests {

    private DemoStub gateway;
    private final StringWriter printed = new StringWriter();

    @BeforeEach
    void start() throws IOException {
        gateway = new DemoStub();
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void playsAllAndSaysThatTheSumsAgree() {
        assertThat(demo()).isZero();

        assertThat(gateway.movements).hasSize(5_983 + 375);
        assertThat(gateway.lots).hasSize(384);
        assertThat(gateway.keys).doesNotHaveDuplicates().doesNotContainNull();
        assertThat(printed.toString()).contains("3,695.860", "23,348.51", "OK: the system tells what the files tell.");
        assertThat(gateway.calls.getLast()).isEqualTo("POST /api/auth/logout");
    }

    @Test
    void doesNothingASecondTime() {
        demo();
        gateway.calls.clear();

        assertThat(demo()).isZero();

        assertThat(gateway.calls)
                .filteredOn(call -> call.startsWith("POST"))
                .containsExactly("POST /api/auth/login", "POST /api/auth/logout");
        assertThat(gateway.movements).hasSize(5_983 + 375);
    }

    @Test
    void goesOnWhereItWasStopped() {
        demo();
        gateway.movements.subList(1_000, gateway.movements.size()).clear();
        gateway.lots.removeLast();

        assertThat(demo()).isZero();

        assertThat(gateway.movements).hasSize(5_983 + 375);
        assertThat(gateway.lots).hasSize(384);
    }

    @Test
    void triesAgainWhileAServiceIsAwayOrStillAtWork() {
        gateway.refusals.add(503);
        gateway.refusals.add(409);

        assertThat(demo()).isZero();

        assertThat(gateway.refusals).isEmpty();
    }

    @Test
    void saysWhatIsRefused() {
        gateway.refusals.add(403);

        assertThat(demo()).isEqualTo(2);

        assertThat(printed.toString()).contains("answered 403");
    }

    @Test
    void signsInAgainOnceWhenItsSessionHasEnded() {
        gateway.refusals.add(401);

        assertThat(demo()).isZero();

        assertThat(gateway.calls).filteredOn("POST /api/auth/login"::equals).hasSize(2);
    }

    @Test
    void saysThatSigningInFailed() {
        gateway.changePassword("another");

        assertThat(demo()).isEqualTo(2);

        assertThat(printed.toString()).contains("Signing in as warehouse@aurora.local failed");
    }

    @Test
    void saysThatTheSystemIsNotRunning() {
        var address = gateway.address();
        gateway.close();

        try (var client = new DemoClient(address, "a", "b")) {
            assertThatThrownBy(() -> client.get("/api/anything"))
                    .isInstanceOf(DemoException.class)
                    .hasMessageContaining("./aurora up");
        }
    }

    @Test
    void showsWhatDiffers() {
        var file = DemoSums.of(DemoPlan.of(DemoData.load()));
        var told = new DemoSums(Turnover.NONE, file.byDay(), file.byItem(), file.alerts());

        var report = new DemoReport(file, told);

        assertThat(report.isGood()).isFalse();
        assertThat(report.text()).contains("DIFFERENT").containsPattern("kg sold +3,695.860 +0.000  <-");
    }

    private int demo() {
        var command = new CommandLine(new Demo()).setOut(new PrintWriter(printed));
        return command.execute("--gateway", gateway.address().toString());
    }
}

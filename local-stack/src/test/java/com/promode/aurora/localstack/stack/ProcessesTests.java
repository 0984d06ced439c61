package com.promode.aurora.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTests {

    @TempDir
    Path folder;

    Process process;

    @BeforeEach
    void start() throws IOException {
        process = new ProcessBuilder("sleep", "60").start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Test
    void findsWhatItHasRecorded() {
        var processes = new Processes(folder);
        processes.record("tea", process.toHandle());

        assertThat(processes.find("tea")).contains(process.toHandle());
        assertThat(processes.names()).containsExactly("tea");
    }

    @Test
    void aDeadProcessIsNotFound() throws InterruptedException {
        var processes = new Processes(folder);
        processes.record("tea", process.toHandle());

        process.destroyForcibly().waitFor();

        assertThat(processes.find("tea")).isEmpty();
    }

    @Test
    void anotherProcessOfTheSameNumberIsNeverStopped() throws IOException {
        var processes = new Processes(folder);
        processes.record("tea", process.toHandle());
        var file = folder.resolve("tea.pid");
        var birth = ProcStat.birth(process.pid()).orElseThrow();
        Files.writeString(file, Files.readString(file).replace(birth, birth + "1"));

        new Stopper(processes).stop(processes.names());

        assertThat(processes.find("tea")).isEmpty();
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void stoppingEndsTheProcessAndForgetsIt() {
        var processes = new Processes(folder);
        processes.record("tea", process.toHandle());

        new Stopper(processes).stop(processes.names());

        assertThat(process.isAlive()).isFalse();
        assertThat(processes.names()).isEmpty();
    }

    @Test
    void memoryIsMoreThanNothing() {
        assertThat(ProcStat.memory(ProcessHandle.current())).isGreaterThan(1024 * 1024);
    }
}

package com.promode.aurora.localstack.command;

import static java.util.stream.Collectors.joining;

import com.promode.aurora.localstack.stack.Part;
import com.promode.aurora.localstack.stack.ProcStat;
import com.promode.aurora.localstack.stack.Processes;
import com.promode.aurora.localstack.stack.Stack;
import com.promode.aurora.localstack.stack.Stack.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** Shows each component: whether it is ready, where it listens, what it uses. */
@Command(name = "status", description = "Shows each component; exits with 1 when one is not ready.")
public final class Status implements Callable<Integer> {

    private static final String ROW = "%-22s %-9s %8s %-22s %10s %9s%n";
    private static final double MEBI = 1024.0 * 1024;

    @Override
    public Integer call() {
        var place = Place.current();
        var processes = place.processes();
        var parts = new Stack(place.home(), place.address(), Pace.QUICK).parts();
        var states = parts.stream().map(part -> State.of(part, processes)).toList();
        System.out.printf(ROW, "COMPONENT", "STATE", "PID", "PORTS", "UPTIME", "MEMORY");
        for (var state : states) {
            System.out.printf(ROW, state.columns());
        }
        var total = states.stream().mapToLong(State::memory).sum();
        System.out.printf(ROW, "total", "", "", "", "", "%.0f MiB".formatted(total / MEBI));
        return states.stream().allMatch(State::ready) ? 0 : 1;
    }

    private record State(String name, String word, String pid, String ports, String uptime, long memory) {

        static State of(Part part, Processes processes) {
            var ports = part.component().ports().values().stream()
                    .sorted()
                    .map(String::valueOf)
                    .collect(joining(" "));
            return processes
                    .find(part.name())
                    .map(process -> new State(
                            part.name(),
                            part.component().ready() ? "ready" : "not ready",
                            Long.toString(process.pid()),
                            ports,
                            process.info().startInstant().map(State::since).orElse(""),
                            ProcStat.memory(process)))
                    .orElseGet(() -> new State(part.name(), "dead", "", ports, "", 0));
        }

        boolean ready() {
            return word.equals("ready");
        }

        Object[] columns() {
            return Stream.of(name, word, pid, ports, uptime, memory == 0 ? "" : "%.0f MiB".formatted(memory / MEBI))
                    .toArray();
        }

        private static String since(Instant start) {
            var uptime = Duration.between(start, Instant.now());
            return "%d:%02d:%02d".formatted(uptime.toHours(), uptime.toMinutesPart(), uptime.toSecondsPart());
        }
    }
}

package com.promode.aurora.localstack.command;

import com.promode.aurora.localstack.component.ComponentFailedException;
import com.promode.aurora.localstack.stack.Address;
import com.promode.aurora.localstack.stack.FreePorts;
import com.promode.aurora.localstack.stack.Part;
import com.promode.aurora.localstack.stack.Progress;
import com.promode.aurora.localstack.stack.Stack;
import com.promode.aurora.localstack.stack.Stack.Pace;
import com.promode.aurora.localstack.stack.Starter;
import com.promode.aurora.localstack.stack.Turn;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts what does not run and returns when all is ready. */
@Command(name = "up", description = "Builds what is stale, starts what does not run, returns when all is ready.")
public final class Up implements Callable<Integer> {

    @Option(
            names = "--quick",
            description = "Start faster, run slower: the quick compiler only. Never for measurements.")
    private boolean quick;

    @Override
    public Integer call() {
        var place = Place.current();
        try (var turn = Turn.take(place.home())) {
            var begin = System.nanoTime();
            var processes = place.processes();
            var parts = new Stack(place.home(), place.address(), quick ? Pace.QUICK : Pace.FULL).parts();
            var dead = parts.stream()
                    .filter(part -> processes.find(part.name()).isEmpty())
                    .toList();
            refuseToMove(place);
            tell(parts, dead);
            FreePorts.require(dead);
            try (var progress = new Progress(System.out, parts.size())) {
                new Starter(place.home(), processes, progress).start(parts);
            } catch (ComponentFailedException e) {
                throw new IllegalStateException(
                        e.getMessage()
                                + "\n\nNothing that this command started is left running. Mend what the log says and try"
                                + " again; ./aurora reset throws all data away and begins anew.",
                        e);
            }
            place.address().keep(place.home());
            System.out.printf("Aurora is ready after %.1f s.%n%n", (System.nanoTime() - begin) / 1e9);
            Welcome.print(System.out, place);
        }
        return 0;
    }

    private static void refuseToMove(Place place) {
        var kept = Address.kept(place.home());
        if (kept.isPresent() && !kept.get().equals(place.address())) {
            throw new IllegalStateException(
                    "Aurora runs with AURORA_PORT_OFFSET=%d; ./aurora down before it can run with another one"
                            .formatted(kept.get().offset()));
        }
    }

    private static void tell(List<Part> parts, List<Part> dead) {
        if (dead.isEmpty()) {
            System.out.println("Aurora runs already:");
        } else if (dead.size() < parts.size()) {
            System.out.println("Aurora runs, without "
                    + String.join(", ", dead.stream().map(Part::name).toList()) + ":");
        } else {
            System.out.println("Starting Aurora:");
        }
    }
}

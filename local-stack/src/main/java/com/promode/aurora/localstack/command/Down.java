package com.promode.aurora.localstack.command;

import com.promode.aurora.localstack.stack.Address;
import com.promode.aurora.localstack.stack.Stopper;
import com.promode.aurora.localstack.stack.Turn;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stops everything; data stays. */
@Command(name = "down", description = "Stops everything; data stays.")
public final class Down implements Callable<Integer> {

    @Override
    public Integer call() {
        var place = Place.current();
        try (var turn = Turn.take(place.home())) {
            stop(place);
        }
        return 0;
    }

    static void stop(Place place) {
        var begin = System.nanoTime();
        var processes = place.processes();
        var names = processes.names();
        var alive =
                names.stream().filter(name -> processes.find(name).isPresent()).count();
        if (alive > 0) {
            System.out.printf("Stopping %d processes ...%n", alive);
        }
        new Stopper(processes).stop(names);
        Address.forget(place.home());
        System.out.println(
                alive == 0
                        ? "Nothing was running."
                        : "Stopped in %.1f s.".formatted((System.nanoTime() - begin) / 1e9));
    }
}

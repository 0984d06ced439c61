package com.promode.aurora.inventory.movement;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the commands of many callers are carried out by one of them at a time: while he is at it the others wait, and then
 * the first of those carries out all that have come (flat combining, Hendler and others, SPAA 2010).
 */
class Lane<C, R extends Object> {

    private static final int MOST = 100;

    private final Function<List<C>, List<R>> work;
    private final Deque<Place> waiting = new ArrayDeque<>();
    private boolean taken;

    /**
     * A lane in which nobody is.
     *
     * @param work answers the commands in their order; should it fail, it has failed for each of them
     */
    Lane(Function<List<C>, List<R>> work) {
        this.work = work;
    }

    /** What became of the command, whoever carried it out. */
    R run(C command) {
        var place = new Place(command);
        var group = enter(place) ? List.of(place) : place.turn.join();
        if (!group.isEmpty()) {
            carryOut(group);
        }
        return place.outcome();
    }

    /** Whether there is nobody else. */
    private synchronized boolean enter(Place place) {
        var free = !taken;
        if (!free) {
            waiting.add(place);
        }
        taken = true;
        return free;
    }

    private void carryOut(List<Place> group) {
        try {
            var results = work.apply(group.stream().map(place -> place.command).toList());
            for (var position = 0; position < group.size(); position++) {
                group.get(position).result = results.get(position);
            }
        } catch (RuntimeException e) {
            group.forEach(place -> place.failure = e);
        } finally {
            leave();
            group.forEach(place -> place.turn.complete(List.of()));
        }
    }

    private synchronized void leave() {
        var next = new ArrayList<Place>();
        while (!waiting.isEmpty() && next.size() < MOST) {
            next.add(waiting.remove());
        }
        taken = !next.isEmpty();
        if (taken) {
            next.getFirst().turn.complete(next);
        }
    }

    /** Where one caller waits. */
    private final class Place {

        private final C command;

        /** Those whose commands he has to carry out, himself the first; nobody when his has been. */
        private final CompletableFuture<List<Place>> turn = new CompletableFuture<>();

        private @Nullable R result;
        private @Nullable RuntimeException failure;

        Place(C command) {
            this.command = command;
        }

        R outcome() {
            if (failure != null) {
                throw failure;
            }
            if (result == null) {
                throw new IllegalStateException("Nobody has carried out " + command);
            }
            return result;
        }
    }
}

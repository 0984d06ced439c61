package com.promode.aurora.inventory;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.promode.aurora.test.Api.Answer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many callers who call at the same moment. */
public final class Crowd {

    private Crowd() {}

    /** What each of so many callers is answered, in their order. */
    public static List<Answer> atOnce(int callers, IntFunction<Answer> call) throws InterruptedException {
        var start = new CyclicBarrier(callers);
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, callers)
                    .<Callable<Answer>>mapToObj(caller -> () -> {
                        start.await();
                        return call.apply(caller);
                    })
                    .toList();
            return clients.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }

    /** How many were answered with each status. */
    public static Map<Integer, Long> statuses(List<Answer> answers) {
        return answers.stream().collect(groupingBy(Answer::status, counting()));
    }
}

package com.promode.aurora.test.openapi;

import com.promode.aurora.test.endpoint.Endpoint;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;

/** The best example of each answer among the calls that the tests of this JVM have made. */
final class Exchanges {

    private static final Map<String, Example> BEST = new ConcurrentHashMap<>();

    private Exchanges() {}

    static void add(Endpoint endpoint, Exchange exchange, Map<String, String> variables) {
        if (exchange.isGood() && !exchange.isSparse()) {
            BEST.merge(
                    key(endpoint, exchange.status()),
                    Example.of(exchange, variables),
                    BinaryOperator.maxBy(Example.FULLEST));
        }
    }

    static Optional<Example> best(Endpoint endpoint, int status) {
        return Optional.ofNullable(BEST.get(key(endpoint, status)));
    }

    private static String key(Endpoint endpoint, int status) {
        return endpoint + " " + status;
    }
}

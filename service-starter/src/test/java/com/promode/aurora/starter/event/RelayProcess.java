package com.promode.aurora.starter.event;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.TimeoutException;
import org.postgresql.ds.PGSimpleDataSource;

/** A relay as a process of its own, without Spring, that can be told to fail at a certain point. */
final class RelayProcess {

    static final int HALTED = 99;

    /** Where to fail. */
    enum Fault {
        /** Nowhere. */
        NONE,
        /** The process dies when it is about to send. */
        BEFORE_SEND,
        /** The process dies when the first record has been acknowledged. */
        AFTER_ACK,
        /** Some records are not taken the first time. */
        FLAKY
    }

    private RelayProcess() {}

    static ChildProcess start(Schema schema, Fault fault) {
        return ChildProcess.java("64m", RelayProcess.class, Servers.database(), schema.name, Servers.kafka(), fault);
    }

    static OutboxProperties properties() {
        return new OutboxProperties(
                true, null, 1000, Duration.ofMillis(250), Duration.ofSeconds(5), Duration.ofDays(14));
    }

    public static void main(String[] arguments) throws Exception {
        var database = new PGSimpleDataSource();
        database.setUrl(arguments[0]);
        database.setUser("service");
        database.setPassword(Servers.PASSWORD);
        database.setCurrentSchema(arguments[1]);
        database.setApplicationName("relay-" + ProcessHandle.current().pid());
        var fault = Fault.valueOf(arguments[3]);
        var producers = new RelayProducers(
                Map.of("bootstrap.servers", arguments[2]), properties().deliveryTimeout());
        new OutboxRelay(database, () -> failing(producers.get(), fault), properties(), new SimpleMeterRegistry())
                .start();
    }

    private static Producer<String, byte[]> failing(Producer<String, byte[]> producer, Fault fault) {
        var random = new Random(1);
        return sendingBy(producer, send -> switch (fault) {
            case NONE -> send.call();
            case BEFORE_SEND -> halt();
            case AFTER_ACK -> {
                send.call().get();
                yield halt();
            }
            case FLAKY ->
                random.nextInt(50) == 0 ? CompletableFuture.failedFuture(new TimeoutException("made up")) : send.call();
        });
    }

    private interface Sending {

        Future<?> send(Callable<Future<?>> original) throws Exception;
    }

    @SuppressWarnings("unchecked")
    private static Producer<String, byte[]> sendingBy(Producer<String, byte[]> producer, Sending sending) {
        return (Producer<String, byte[]>) Proxy.newProxyInstance(
                RelayProcess.class.getClassLoader(),
                new Class<?>[] {Producer.class},
                (proxy, method, arguments) -> method.getName().equals("send")
                        ? sending.send(() -> (Future<?>) method.invoke(producer, arguments))
                        : method.invoke(producer, arguments));
    }

    private static Future<?> halt() {
        Runtime.getRuntime().halt(HALTED);
        throw new AssertionError();
    }
}

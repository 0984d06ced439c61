package com.promode.aurora.starter.shelf;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Bodies of requests. */
public final class Bodies {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private Bodies() {}

    /** A name that no shelf has. */
    public static String name() {
        return "shelf %05d".formatted(COUNTER.incrementAndGet());
    }

    /** A good shelf. */
    public static String shelf(String name) {
        return shelf(name, "1.250");
    }

    public static String shelf(String name, String width) {
        return """
                {"name":"%s","kind":"dry","width":%s,"sturdy":false,"builtAt":"2026-03-01T09:30:00Z"}""".formatted(name, width);
    }

    /** Good shelves. */
    public static String shelves(int count) {
        return IntStream.range(0, count).mapToObj(number -> shelf(name())).collect(Collectors.joining(",", "[", "]"));
    }
}

package com.promode.aurora.localstack.stack;

import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Tells what is being done: a line for each thing finished, and on a terminal a bar with what is under way. */
public final class Progress implements AutoCloseable {

    private static final int WIDTH = 110;
    private static final int REFRESH_MILLIS = 200;
    private static final String ERASE = "\r\u001b[2K";

    private final PrintStream out;
    private final Map<String, String> underWay = new TreeMap<>();
    private final @Nullable ProgressBar bar;

    public Progress(PrintStream out, int steps) {
        this.out = out;
        this.bar = terminal() ? bar(steps) : null;
    }

    private static boolean terminal() {
        return System.console() != null && System.console().isTerminal();
    }

    private ProgressBar bar(int steps) {
        return new ProgressBarBuilder()
                .setTaskName("up")
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REFRESH_MILLIS)
                .hideEta()
                .setConsumer(new DelegatingProgressBarConsumer(this::draw, WIDTH))
                .build();
    }

    private synchronized void draw(String text) {
        out.print(ERASE + text);
        out.flush();
    }

    /** What is being done for one of the parts. */
    public synchronized void now(String part, String doing) {
        underWay.put(part, doing);
        show();
    }

    /** One thing is finished. */
    public synchronized void line(String text) {
        out.println((bar == null ? "" : ERASE) + text);
        out.flush();
    }

    /** One of the parts is finished. */
    public synchronized void done(String part) {
        underWay.remove(part);
        if (bar != null) {
            bar.step();
        }
        show();
    }

    private void show() {
        if (bar != null) {
            bar.setExtraMessage(" " + String.join(", ", underWay.values()));
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            draw("");
        }
    }
}

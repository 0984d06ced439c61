package com.promode.aurora.gateway;

import com.promode.aurora.localstack.component.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import redis.embedded.RedisServer;

/** A real Redis, whose program comes with a library. */
public final class TestRedis implements AutoCloseable {

    private final int port = Ports.free();
    private final RedisServer server;

    public TestRedis() {
        try {
            server = new RedisServer(port);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package com.promode.aurora.starter.event;

import org.springframework.context.SmartLifecycle;

/** Starts the relay when the schema is there, and stops it when web server and listeners have stopped. */
class RelayLifecycle implements SmartLifecycle {

    private final OutboxRelay relay;

    RelayLifecycle(OutboxRelay relay) {
        this.relay = relay;
    }

    @Override
    public void start() {
        relay.start();
    }

    @Override
    public void stop() {
        try {
            relay.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return relay.isRunning();
    }

    /** Lower than that of web server and listeners: they stop first. */
    @Override
    public int getPhase() {
        return 0;
    }
}

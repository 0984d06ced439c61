package com.promode.aurora.starter.partition;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.scheduling.annotation.Scheduled;

/** Makes the coming partitions and drops expired ones, by a function of the tables' owner. */
class PartitionJob {

    private final JdbcOperations jdbc;

    PartitionJob(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(cron = "0 10 0 * * *", zone = "UTC")
    void maintain() {
        jdbc.execute("SELECT maintain_partitions()");
    }
}

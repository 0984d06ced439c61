package com.promode.aurora.starter.partition;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Partitions made ahead, and scheduling for all jobs. */
@AutoConfiguration
@EnableScheduling
class PartitionAutoConfiguration {

    @Bean
    PartitionJob partitionJob(JdbcOperations jdbc) {
        return new PartitionJob(jdbc);
    }
}

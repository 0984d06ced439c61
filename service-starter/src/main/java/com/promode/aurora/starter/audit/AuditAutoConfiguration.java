package com.promode.aurora.starter.audit;

import com.promode.aurora.starter.event.Outbox;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** The audit trail. */
@AutoConfiguration
class AuditAutoConfiguration {

    @Bean
    Audit audit(Outbox outbox, Clock clock, JsonMapper json, Tracer tracer) {
        return new Audit(outbox, clock, json, tracer);
    }
}

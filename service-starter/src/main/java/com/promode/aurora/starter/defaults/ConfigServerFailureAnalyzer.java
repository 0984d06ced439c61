package com.promode.aurora.starter.defaults;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.cloud.config.client.ConfigClientFailFastException;
import org.springframework.core.NestedExceptionUtils;

/** Says in a sentence that config-service does not answer, instead of with a stack trace. */
class ConfigServerFailureAnalyzer extends AbstractFailureAnalyzer<ConfigClientFailFastException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, ConfigClientFailFastException cause) {
        var reason = NestedExceptionUtils.getMostSpecificCause(cause);
        return new FailureAnalysis(
                "This service gets its configuration from config-service, which does not answer: "
                        + reason.getClass().getSimpleName() + ".",
                "Start config-service first, or set AURORA_CONFIG_URL to the address of one that runs.",
                failure);
    }
}

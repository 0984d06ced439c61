package com.promode.aurora.starter.defaults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.promode.aurora.localstack.component.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.cloud.config.client.ConfigClientFailFastException;

@ExtendWith(OutputCaptureExtension.class)
class ConfigServerTests {

    static class Nothing {}

    @Test
    void saysWhatToDoWhenConfigServiceIsAway(CapturedOutput output) {
        var address = "http://127.0.0.1:" + Ports.free();
        var application = new SpringApplicationBuilder(Nothing.class).web(WebApplicationType.NONE);
        assertThatThrownBy(() -> application.run(
                        "--spring.application.name=inventory-service",
                        "--spring.config.import=configserver:%s?fail-fast=true&max-attempts=1".formatted(address)))
                .isInstanceOf(ConfigClientFailFastException.class);
        assertThat(output)
                .contains("config-service, which does not answer: ConnectException.")
                .contains("Start config-service first, or set AURORA_CONFIG_URL")
                .doesNotContain("\tat ");
    }
}

package com.promode.aurora.auth.password;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Messages to those who forgot their password, per replica.
 *
 * @param mailsPerAccount within the window; more are not sent, which the answer does not show
 * @param mailsPerAddress asked for from one address within the window
 * @param linkLife how long the link in the message is good
 * @param portal the client at whose page the link ends
 */
@Validated
@ConfigurationProperties("aurora.password")
record PasswordProperties(
        @DefaultValue("3") @Min(1) int mailsPerAccount,
        @DefaultValue("20") @Min(1) int mailsPerAddress,
        @DefaultValue("1h") Duration window,
        @DefaultValue("15m") Duration linkLife,
        @DefaultValue("aurora-portal") String portal) {}

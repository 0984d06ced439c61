package com.promode.aurora.auth.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How users without a password are invited.
 *
 * @param lifespan how long the link in the e-mail is good
 */
@ConfigurationProperties("aurora.invitation")
record InvitationProperties(@DefaultValue("3d") Duration lifespan) {}

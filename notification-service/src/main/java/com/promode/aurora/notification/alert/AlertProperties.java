package com.promode.aurora.notification.alert;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How alerts are kept.
 *
 * @param kept for sockets that come back with {@code ?since=}
 */
@ConfigurationProperties("aurora.alert")
record AlertProperties(@DefaultValue("7d") Duration kept) {}

package com.promode.aurora.starter.feed;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param patience how long the start of the service waits for the feeds that it has to hear whole */
@ConfigurationProperties("aurora.feed")
record FeedProperties(@DefaultValue("3s") Duration patience) {}

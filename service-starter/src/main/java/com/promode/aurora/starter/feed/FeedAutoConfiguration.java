package com.promode.aurora.starter.feed;

import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.support.converter.RecordMessageConverter;

/** One reader for all feeds of a service, where there is any. */
@AutoConfiguration(
        after = KafkaAutoConfiguration.class,
        afterName = "com.promode.aurora.starter.security.SecurityAutoConfiguration")
@ConditionalOnBean(Feed.class)
@EnableConfigurationProperties(FeedProperties.class)
class FeedAutoConfiguration {

    @Bean
    FeedReader feedReader(
            List<Feed<?>> feeds,
            ConsumerFactory<?, ?> consumers,
            KafkaAdmin admin,
            RecordMessageConverter converter,
            FeedProperties properties) {
        var followers =
                new Followers(feeds, new FeedStart(admin.getConfigurationProperties()), new FeedEvents(converter));
        return new FeedReader(followers, consumers, properties.patience());
    }
}

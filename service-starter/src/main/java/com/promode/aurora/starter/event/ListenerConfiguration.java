package com.promode.aurora.starter.event;

import static java.util.Objects.requireNonNull;

import com.promode.aurora.starter.tenant.Tenants;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.kafka.autoconfigure.ConcurrentKafkaListenerContainerFactoryConfigurer;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaConsumerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.AcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/** How all listeners of a service consume events. */
@Configuration(proxyBeanMethods = false)
class ListenerConfiguration {

    static final String DEAD_LETTERS = ".dlt";

    /** Of many events, those of so long are applied together; one that comes alone does not wait. */
    private static final Duration GATHERED = Duration.ofMillis(100);

    @Bean
    EventConverter eventConverter() {
        return new EventConverter();
    }

    @Bean
    DefaultKafkaConsumerFactoryCustomizer eventConsumer() {
        return consumers -> consumers.updateConfigs(Map.of(
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                8_000,
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                2_000,
                // an event is answered at once; only the empty answers of quiet topics become fewer
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                2_000));
    }

    /** For dead letters alone: events leave by the outbox. */
    @Bean
    DefaultKafkaProducerFactoryCustomizer deadLetterProducer() {
        return producers -> producers.updateConfigs(Map.of(
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                5_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                5_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                10_000));
    }

    /**
     * Offsets are committed once a second: an event that comes again is met by the inbox, so a commit for each poll would
     * cost a round trip and save nothing.
     */
    @Bean
    ContainerCustomizer<Object, Object, ConcurrentMessageListenerContainer<Object, Object>> eventContainer(
            Tenants tenants) {
        return container -> {
            var properties = container.getContainerProperties();
            properties.setAckMode(AckMode.TIME);
            properties.setAckTime(1_000);
            properties.setAdviceChain(new TenantAdvice(tenants));
            properties.setObservationEnabled(true);
            properties.setAuthExceptionRetryInterval(Duration.ofSeconds(10));
            properties.setStopImmediate(true);
        };
    }

    @Bean(Inbox.BY_THE_POLL)
    ConcurrentKafkaListenerContainerFactory<Object, Object> listenersByThePoll(
            ConcurrentKafkaListenerContainerFactoryConfigurer defaults,
            ConsumerFactory<Object, Object> consumers,
            ContainerCustomizer<Object, Object, ConcurrentMessageListenerContainer<Object, Object>> eventContainer,
            Inbox inbox,
            Tenants tenants,
            PlatformTransactionManager transactions) {
        var factory = new ConcurrentKafkaListenerContainerFactory<Object, Object>();
        defaults.configure(factory, consumers);
        var transaction = new TransactionTemplate(transactions);
        factory.setContainerCustomizer(container -> {
            eventContainer.configure(container);
            var properties = container.getContainerProperties();
            properties.setIdleBetweenPolls(GATHERED.toMillis());
            properties.setRecordObservationsInBatch(true);
            properties.setMessageListener(new PollListener(listener(properties), inbox, tenants, transaction));
        });
        return factory;
    }

    /** As a method with {@code @KafkaListener} becomes. */
    @SuppressWarnings("unchecked")
    private static AcknowledgingConsumerAwareMessageListener<Object, Object> listener(ContainerProperties properties) {
        return (AcknowledgingConsumerAwareMessageListener<Object, Object>)
                requireNonNull(properties.getMessageListener());
    }

    @Bean
    CommonErrorHandler eventErrors(KafkaOperations<?, ?> kafka, InboxProperties properties) {
        return errorHandler(kafka, properties.patience());
    }

    /**
     * Waits for ever for what passes by itself, and for a while for what refers to something that nobody has told yet; sends
     * that then, and anything else at once, to the dead-letter topic, and if that fails takes the record again.
     */
    static DefaultErrorHandler errorHandler(KafkaOperations<?, ?> kafka, Duration patience) {
        var deadLetters = new DeadLetterPublishingRecoverer(
                kafka, (message, failure) -> new TopicPartition(message.topic() + DEAD_LETTERS, -1));
        deadLetters.setFailIfSendResultIsError(true);
        var never = new FixedBackOff(0, 0);
        var handler = new DefaultErrorHandler(deadLetters, never);
        handler.setBackOffFunction((message, failure) -> {
            if (Transience.passes(failure)) {
                return longer(Long.MAX_VALUE);
            }
            return Transience.mayPass(failure) ? longer(patience.toMillis()) : never;
        });
        return handler;
    }

    private static ExponentialBackOff longer(long elapsed) {
        var backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxInterval(10_000);
        backOff.setMaxElapsedTime(elapsed);
        return backOff;
    }
}

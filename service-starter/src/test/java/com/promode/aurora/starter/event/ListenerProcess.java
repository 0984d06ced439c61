package com.promode.aurora.starter.event;

import com.promode.aurora.contracts.warehouse.StorageEvent.StorageLocationChanged;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.kafka.listener.RecordInterceptor;
import org.springframework.transaction.support.TransactionTemplate;

/** A consumer as a process of its own, whose effect is a row; it can be told to die between effect and offset. */
final class ListenerProcess {

    private ListenerProcess() {}

    static ChildProcess start(Schema schema, String topic, boolean dies) {
        return ChildProcess.java(
                "64m", ListenerProcess.class, Servers.database(), schema.name, Servers.kafka(), topic, dies);
    }

    public static void main(String[] arguments) {
        var database = new PGSimpleDataSource();
        database.setUrl(arguments[0]);
        database.setUser("service");
        database.setPassword(Servers.PASSWORD);
        database.setCurrentSchema(arguments[1]);
        var jdbc = new JdbcTemplate(database);
        var inbox = new Inbox(jdbc, new TransactionTemplate(new DataSourceTransactionManager(database)));

        var properties = new ContainerProperties(arguments[3]);
        properties.setGroupId("effects." + arguments[1]);
        properties.setMessageListener((MessageListener<String, byte[]>) message -> {
            var event = EventJson.MAPPER.readValue(message.value(), StorageLocationChanged.class);
            inbox.once(event, () -> jdbc.update("INSERT INTO effects VALUES (?)", event.eventId()));
        });
        var consumers = new DefaultKafkaConsumerFactory<String, byte[]>(
                Map.of(
                        "bootstrap.servers",
                        arguments[2],
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        false,
                        "session.timeout.ms",
                        6000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var container = new KafkaMessageListenerContainer<String, byte[]>(consumers, properties);
        if (Boolean.parseBoolean(arguments[4])) {
            container.setRecordInterceptor(new DyingAfterTheFifth());
        }
        container.start();
    }

    private static final class DyingAfterTheFifth implements RecordInterceptor<String, byte[]> {

        private int seen;

        @Override
        public ConsumerRecord<String, byte[]> intercept(
                ConsumerRecord<String, byte[]> message, Consumer<String, byte[]> consumer) {
            return message;
        }

        @Override
        public void success(ConsumerRecord<String, byte[]> message, Consumer<String, byte[]> consumer) {
            if (++seen == 5) {
                Runtime.getRuntime().halt(RelayProcess.HALTED);
            }
        }
    }
}

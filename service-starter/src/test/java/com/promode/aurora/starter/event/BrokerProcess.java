package com.promode.aurora.starter.event;

import java.nio.file.Files;
import java.nio.file.Path;

/** A Kafka broker whose data outlives it. */
final class BrokerProcess {

    private BrokerProcess() {}

    /** Arguments: data directory, port, port of the controller. */
    public static void main(String[] arguments) throws Exception {
        var data = Path.of(arguments[0]);
        var port = arguments[1];
        var controllerPort = arguments[2];
        var properties = data.resolve("server.properties");
        if (Files.notExists(properties)) {
            Files.createDirectories(data);
            Files.writeString(properties, """
                    process.roles=broker,controller
                    node.id=1
                    listeners=PLAINTEXT://127.0.0.1:%1$s,CONTROLLER://127.0.0.1:%2$s
                    advertised.listeners=PLAINTEXT://127.0.0.1:%1$s
                    controller.listener.names=CONTROLLER
                    controller.quorum.bootstrap.servers=127.0.0.1:%2$s
                    log.dirs=%3$s
                    num.partitions=12
                    log.cleaner.dedupe.buffer.size=4000000
                    offsets.topic.num.partitions=3
                    offsets.topic.replication.factor=1
                    transaction.state.log.replication.factor=1
                    transaction.state.log.min.isr=1
                    share.coordinator.state.topic.replication.factor=1
                    share.coordinator.state.topic.min.isr=1
                    group.initial.rebalance.delay.ms=0
                    """.formatted(port, controllerPort, data.resolve("log")));
            kafka.tools.StorageTool.execute(
                    new String[] {
                        "format", "--standalone", "--cluster-id", "MkU3OEVBNTcwNTJENDM2Qk", "-c", properties.toString()
                    },
                    System.out);
        }
        kafka.Kafka.main(new String[] {properties.toString()});
    }
}

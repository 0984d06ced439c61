package com.promode.aurora.test;

final class TestKafka {
    static String bootstrapServers() {
        return "127.0.0.1:23092";
    }
}

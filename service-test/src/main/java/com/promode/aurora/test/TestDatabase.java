package com.promode.aurora.test;

final class TestDatabase {
    static final String PASSWORD = "x";

    static String url() {
        return "jdbc:postgresql://127.0.0.1:23433/aurora";
    }
}

package com.promode.aurora.localstack.demo;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.LocalDate;
import java.util.UUID;

/** Names that what the demo writes has for ever (UUIDv5, RFC 9562), so that it finds it again and writes nothing twice. */
final class References {

    /** Never to be changed: all that earlier runs have written is known by it. */
    private static final UUID NAMESPACE = UUID.fromString("6f0d0f5e-5d0b-5c52-9a52-7a2d3c1f8e10");

    private References() {}

    /** The reference of a line of the sales file. */
    static UUID ofSale(String line) {
        return of("sale:" + line);
    }

    /** The reference of what was thrown away of an item on a day. */
    static UUID ofWaste(String itemCode, LocalDate date) {
        return of("waste:" + itemCode + "," + date);
    }

    /** The batch number of what was received of an item on a day. */
    static String ofDelivery(String itemCode, LocalDate date) {
        return "DEMO-" + itemCode + "-" + date;
    }

    /** The Idempotency-Key of a request: the same for the same content, whoever sends it and when. */
    static String ofRequest(String path, String body) {
        return of("request:" + path + "\n" + body).toString();
    }

    private static UUID of(String name) {
        return UuidCreator.getNameBasedSha1(NAMESPACE, name);
    }
}

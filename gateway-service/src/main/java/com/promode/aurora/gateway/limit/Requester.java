package com.promode.aurora.gateway.limit;

import com.promode.aurora.gateway.caller.Caller;
import java.net.Inet6Address;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.web.server.ServerWebExchange;

/** Whose bucket a request is taken from. */
final class Requester {

    /** Of an IPv6 address, what is given to one customer; the rest he may choose as he likes. */
    private static final int NETWORK_BYTES = 8;

    private Requester() {}

    static String of(ServerWebExchange exchange) {
        var caller = Caller.of(exchange);
        return caller.isAnonymous() ? "address " + network(exchange) : "user " + caller.userId();
    }

    static String network(ServerWebExchange exchange) {
        var remote = exchange.getRequest().getRemoteAddress();
        if (remote == null) {
            return "unknown";
        }
        return remote.getAddress() instanceof Inet6Address address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
                : remote.getHostString();
    }
}

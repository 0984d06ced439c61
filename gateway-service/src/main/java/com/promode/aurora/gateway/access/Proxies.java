package com.promode.aurora.gateway.access;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The proxies in front of the gateway that may say for whom they call. */
class Proxies {

    private final Networks networks;

    Proxies(List<String> networks) {
        this.networks = new Networks(networks);
    }

    boolean trust(@Nullable InetSocketAddress address) {
        return networks.contain(address);
    }

    /** The last address that no trusted proxy stands at: whatever is left of it, the client may have invented. */
    InetSocketAddress client(InetSocketAddress nearest, List<String> forwardedFor) {
        var client = nearest;
        for (var hop : hops(forwardedFor).reversed()) {
            if (!trust(client)) {
                return client;
            }
            var address = parse(hop);
            if (address == null) {
                return client;
            }
            client = new InetSocketAddress(address, nearest.getPort());
        }
        return client;
    }

    private static List<String> hops(List<String> forwardedFor) {
        return List.of(String.join(",", forwardedFor).split(","));
    }

    private static @Nullable InetAddress parse(String hop) {
        var text = hop.strip();
        var port = text.startsWith("[")
                ? text.indexOf("]:") + 1
                : text.indexOf(':') == text.lastIndexOf(':') ? text.indexOf(':') : -1;
        return NetUtil.createInetAddressFromIpAddressString(port > 0 ? text.substring(0, port) : text);
    }
}

package com.promode.aurora.gateway.access;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Networks such as {@code 10.0.0.0/8}, {@code 2001:db8::/32} or a single address. */
class Networks {

    private final List<IpSubnetFilterRule> rules;

    Networks(List<String> networks) {
        this.rules = networks.stream()
                .map(String::strip)
                .map(network -> network.contains("/") ? network : network + (network.contains(":") ? "/128" : "/32"))
                .map(network -> new IpSubnetFilterRule(network, IpFilterRuleType.ACCEPT))
                .toList();
    }

    boolean contain(@Nullable InetSocketAddress address) {
        return address != null
                && address.getAddress() != null
                && rules.stream().anyMatch(rule -> rule.matches(address));
    }
}

package com.promode.aurora.gateway.usage;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param portals the origin of each portal by its name, e.g. {@code admin: https://admin.example.com} */
@ConfigurationProperties("aurora.gateway.usage")
record UsageProperties(@DefaultValue Map<String, String> portals) {

    /** The name of the page that calls; empty when it is none of ours. */
    String portal(String origin) {
        return portals.entrySet().stream()
                .filter(portal -> portal.getValue().equalsIgnoreCase(origin))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }
}

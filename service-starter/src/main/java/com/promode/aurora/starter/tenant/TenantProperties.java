package com.promode.aurora.starter.tenant;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a service deals with tenants.
 *
 * @param defaultTimeZone of business dates, until the tenant's own is known
 * @param follow whether the service learns of tenants from auth-service's events; only auth-service itself does not
 */
@ConfigurationProperties("aurora.tenant")
record TenantProperties(
        @DefaultValue("Asia/Kolkata") ZoneId defaultTimeZone,
        @DefaultValue("true") boolean follow) {}

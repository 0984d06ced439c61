package com.promode.aurora.auth.setting;

import java.util.Map;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where defaults differ from the catalogue's.
 *
 * @param presetsOf JSON text by tenant and key, as the services that use it are configured
 */
@ConfigurationProperties("aurora.setting")
record SettingProperties(@DefaultValue Map<UUID, Map<String, String>> presetsOf) {}

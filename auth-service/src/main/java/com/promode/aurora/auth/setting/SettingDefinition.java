package com.promode.aurora.auth.setting;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A setting that there is.
 *
 * @param preset what it is until a tenant sets it, JSON null when it is nothing
 * @param isPublic whether anybody may know it, such as a login page
 */
record SettingDefinition(
        String key, SettingType type, JsonNode preset, String description, boolean isPublic, SettingRule rule) {

    static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** What is wrong with a value that is not null. */
    Optional<String> violation(JsonNode value) {
        return type.fits(value) ? rule.violation(value) : Optional.of("must be a " + type);
    }
}

package com.promode.aurora.auth.setting;

import jakarta.validation.constraints.NotNull;
import tools.jackson.databind.JsonNode;

/** @param value of the setting's type; JSON null sets it back to its default */
record ChangeSetting(@NotNull JsonNode value) {}

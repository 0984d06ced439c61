package com.promode.aurora.contracts.notification;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;

/** One user's copy of a notification. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Recipient(UUID notificationId, UUID userId) {}

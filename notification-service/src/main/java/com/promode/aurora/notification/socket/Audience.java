package com.promode.aurora.notification.socket;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who hears a message: all sockets that were opened for the same.
 *
 * @param channel its {@link Channel#path()}
 * @param user null when the whole tenant listens
 */
public record Audience(
        String channel, UUID tenant, @Nullable UUID user) {}

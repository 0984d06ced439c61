package com.promode.aurora.notification.socket;

import java.time.Instant;
import java.util.UUID;

/**
 * What a socket is told, as it is on the wire.
 *
 * @param id of the fact, the same whenever it is told; {@code ?since=} takes it
 * @param type name of the event
 * @param data what the channel says of it
 */
public record SocketMessage(UUID id, String type, Instant occurredAt, Object data) {}

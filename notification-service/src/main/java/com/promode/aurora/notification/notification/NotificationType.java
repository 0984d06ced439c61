package com.promode.aurora.notification.notification;

import com.fasterxml.jackson.annotation.JsonValue;

/** How serious it is. */
public enum NotificationType {
    INFO("info"),
    SUCCESS("success"),
    WARNING("warning"),
    ERROR("error");

    @JsonValue
    private final String wire;

    NotificationType(String wire) {
        this.wire = wire;
    }

    /** The type with this wire value. */
    static NotificationType of(String wire) {
        for (var type : values()) {
            if (type.wire.equals(wire)) {
                return type;
            }
        }
        throw new IllegalArgumentException(wire + " is no type of notification");
    }

    @Override
    public String toString() {
        return wire;
    }
}

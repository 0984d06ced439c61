package com.promode.aurora.notification.notification;

import com.fasterxml.jackson.annotation.JsonValue;

/** What part of the business it is about. */
public enum NotificationCategory {
    SYSTEM("system"),
    ORDER("order"),
    INVENTORY("inventory"),
    PAYMENT("payment"),
    DELIVERY("delivery"),
    QUALITY("quality");

    @JsonValue
    private final String wire;

    NotificationCategory(String wire) {
        this.wire = wire;
    }

    /** The category with this wire value. */
    static NotificationCategory of(String wire) {
        for (var category : values()) {
            if (category.wire.equals(wire)) {
                return category;
            }
        }
        throw new IllegalArgumentException(wire + " is no category of notifications");
    }

    @Override
    public String toString() {
        return wire;
    }
}

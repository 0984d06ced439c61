package com.promode.aurora.inventory.stock;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a movement belongs to. */
public enum ReferenceType {
    PURCHASE_ORDER("purchase_order"),
    SALE_ORDER("sale_order"),
    ADJUSTMENT("adjustment"),
    TRANSFER("transfer"),
    WASTE("waste"),
    RECEIPT("receipt");

    @JsonValue
    private final String wire;

    ReferenceType(String wire) {
        this.wire = wire;
    }

    @Override
    public String toString() {
        return wire;
    }
}

package com.promode.aurora.inventory.receiving;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.UUID;

/** A single receipt with its items, which are no more than one request may bring. */
record FullReceiptView(@JsonUnwrapped ReceiptView receipt, List<ReceiptItemView> items) {

    UUID id() {
        return receipt.id();
    }
}

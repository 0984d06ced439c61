package com.promode.aurora.inventory.purchase;

import com.promode.aurora.contracts.supplier.PurchaseOrderEvent;
import com.promode.aurora.contracts.supplier.PurchaseOrderEvent.PurchaseOrderCancelled;
import com.promode.aurora.contracts.supplier.PurchaseOrderEvent.PurchaseOrderClosed;
import com.promode.aurora.contracts.supplier.PurchaseOrderEvent.PurchaseOrderConfirmed;
import com.promode.aurora.contracts.supplier.PurchaseOrderEvent.PurchaseOrderRevised;
import com.promode.aurora.contracts.supplier.PurchaseOrderEvent.PurchaseOrderSent;
import com.promode.aurora.starter.event.Inbox;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class PurchaseOrderListener {

    private final Inbox inbox;
    private final PurchaseOrders orders;

    PurchaseOrderListener(Inbox inbox, PurchaseOrders orders) {
        this.inbox = inbox;
        this.orders = orders;
    }

    @KafkaListener(topics = PurchaseOrderEvent.TOPIC, groupId = "inventory-service.purchase-order")
    void on(PurchaseOrderEvent event) {
        inbox.once(event, () -> keep(event));
    }

    private void keep(PurchaseOrderEvent event) {
        switch (event) {
            case PurchaseOrderSent sent -> orders.keep(sent);
            case PurchaseOrderRevised revised -> orders.mark(revised.purchaseOrderId(), PurchaseOrderStatus.DRAFT);
            case PurchaseOrderConfirmed confirmed ->
                orders.mark(confirmed.purchaseOrderId(), PurchaseOrderStatus.CONFIRMED);
            case PurchaseOrderClosed closed -> orders.mark(closed.purchaseOrderId(), PurchaseOrderStatus.CLOSED);
            case PurchaseOrderCancelled cancelled ->
                orders.mark(cancelled.purchaseOrderId(), PurchaseOrderStatus.CANCELLED);
        }
    }
}

package com.promode.aurora.contracts;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import com.promode.aurora.contracts.auth.AuditEvent;
import com.promode.aurora.contracts.auth.SecurityEvent;
import com.promode.aurora.contracts.auth.SessionEvent;
import com.promode.aurora.contracts.auth.SettingEvent;
import com.promode.aurora.contracts.auth.TenantEvent;
import com.promode.aurora.contracts.auth.UserEvent;
import com.promode.aurora.contracts.gateway.UsageEvent;
import com.promode.aurora.contracts.inventory.ProductEvent;
import com.promode.aurora.contracts.inventory.ReceiptEvent;
import com.promode.aurora.contracts.inventory.ReservationEvent;
import com.promode.aurora.contracts.inventory.StockEvent;
import com.promode.aurora.contracts.logistics.DeliveryEvent;
import com.promode.aurora.contracts.logistics.OrderEvent;
import com.promode.aurora.contracts.notification.NotificationEvent;
import com.promode.aurora.contracts.supplier.PurchaseOrderEvent;
import com.promode.aurora.contracts.warehouse.StorageEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every stream and every event there is; a new stream is added here. */
public final class EventCatalogue {

    private static final List<Class<? extends IntegrationEvent>> STREAMS = List.of(
            StockEvent.class,
            ProductEvent.class,
            ReservationEvent.class,
            ReceiptEvent.class,
            PurchaseOrderEvent.class,
            OrderEvent.class,
            DeliveryEvent.class,
            StorageEvent.class,
            UserEvent.class,
            SessionEvent.class,
            TenantEvent.class,
            SettingEvent.class,
            SecurityEvent.class,
            AuditEvent.class,
            NotificationEvent.class,
            UsageEvent.class);

    private static final Map<String, Class<? extends IntegrationEvent>> TYPES = STREAMS.stream()
            .flatMap(stream -> Arrays.stream(stream.getPermittedSubclasses()))
            .<Class<? extends IntegrationEvent>>map(type -> type.asSubclass(IntegrationEvent.class))
            .collect(toUnmodifiableMap(Class::getSimpleName, identity()));

    private EventCatalogue() {}

    /** The record of an event by its name on the wire; empty for an event that a newer producer has added. */
    public static Optional<Class<? extends IntegrationEvent>> find(String type) {
        return Optional.ofNullable(TYPES.get(type));
    }

    /** All records, in no particular order. */
    public static Set<Class<? extends IntegrationEvent>> types() {
        return Set.copyOf(TYPES.values());
    }

    /** All topics. */
    public static List<String> topics() {
        return List.of(
                StockEvent.TOPIC,
                ProductEvent.TOPIC,
                ReservationEvent.TOPIC,
                ReceiptEvent.TOPIC,
                PurchaseOrderEvent.TOPIC,
                OrderEvent.TOPIC,
                DeliveryEvent.TOPIC,
                StorageEvent.TOPIC,
                UserEvent.TOPIC,
                SessionEvent.TOPIC,
                TenantEvent.TOPIC,
                SettingEvent.TOPIC,
                SecurityEvent.TOPIC,
                AuditEvent.TOPIC,
                NotificationEvent.TOPIC,
                UsageEvent.TOPIC);
    }
}

package com.promode.aurora.inventory.expiry;

import com.promode.aurora.inventory.stock.StockService;
import com.promode.aurora.starter.business.BusinessTime;
import com.promode.aurora.starter.event.Outbox;
import com.promode.aurora.starter.setting.Settings;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ExpiryService {

    private static final String DAYS = "stock.expiryWarningDays";

    private final ExpiringLots lots;
    private final StockService stock;
    private final Settings settings;
    private final ExpiryProperties properties;
    private final BusinessTime businessTime;
    private final Outbox outbox;
    private final Clock clock;

    ExpiryService(
            ExpiringLots lots,
            StockService stock,
            Settings settings,
            ExpiryProperties properties,
            BusinessTime businessTime,
            Outbox outbox,
            Clock clock) {
        this.lots = lots;
        this.stock = stock;
        this.settings = settings;
        this.properties = properties;
        this.businessTime = businessTime;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Says LotExpiring of a batch of lots of the current tenant, and of how many it did. Whoever says anything of a product
     * holds its stock: so all of it is heard in the order in which it happened.
     */
    int warn() {
        var now = clock.instant();
        var today = businessTime.date(now);
        var last = today.plusDays(settings.integer(DAYS, properties.warningDays()));
        var products = lots.products(today, last, properties.batch());
        stock.hold(products);
        var told = lots.tell(products, today, last, now, properties.batch());
        told.forEach(lot -> outbox.publish(lot.event(today, now)));
        return told.size();
    }
}

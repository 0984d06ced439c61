package com.promode.aurora.inventory.expiry;

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
    private final Settings settings;
    private final ExpiryProperties properties;
    private final BusinessTime businessTime;
    private final Outbox outbox;
    private final Clock clock;

    ExpiryService(
            ExpiringLots lots,
            Settings settings,
            ExpiryProperties properties,
            BusinessTime businessTime,
            Outbox outbox,
            Clock clock) {
        this.lots = lots;
        this.settings = settings;
        this.properties = properties;
        this.businessTime = businessTime;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Says LotExpiring of a batch of lots of the current tenant, and of how many it did. */
    int warn() {
        var now = clock.instant();
        var today = businessTime.date(now);
        var last = today.plusDays(settings.integer(DAYS, properties.warningDays()));
        var told = lots.tell(today, last, now, properties.batch());
        told.forEach(lot -> outbox.publish(lot.event(today, now)));
        return told.size();
    }
}

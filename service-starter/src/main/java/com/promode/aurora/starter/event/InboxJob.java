package com.promode.aurora.starter.event;

import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;

/** Forgets events that no topic holds any longer. */
class InboxJob {

    private final Inbox inbox;
    private final Duration kept;

    InboxJob(Inbox inbox, Duration kept) {
        this.inbox = inbox;
        this.kept = kept;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    void forget() {
        int forgotten;
        do {
            forgotten = inbox.forget(kept);
        } while (forgotten > 0);
    }
}

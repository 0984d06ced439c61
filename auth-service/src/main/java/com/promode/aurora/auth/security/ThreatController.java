package com.promode.aurora.auth.security;

import com.promode.aurora.starter.web.BusinessException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin/security/threats")
class ThreatController {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(92);

    private final ThreatQueries threats;
    private final Clock clock;

    ThreatController(ThreatQueries threats, Clock clock) {
        this.threats = threats;
        this.clock = clock;
    }

    /** The last 24 hours unless told otherwise; {@code limit} is how many addresses and users are named. */
    @GetMapping
    @PreAuthorize("hasAuthority('security:read')")
    ThreatsView threats(
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE_TIME) @Nullable OffsetDateTime from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE_TIME) @Nullable OffsetDateTime to,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        var end = to == null ? clock.instant() : to.toInstant();
        var start = from == null ? end.minus(DAY) : from.toInstant();
        if (!start.isBefore(end) || Duration.between(start, end).compareTo(LONGEST) > 0) {
            throw BusinessException.invalid("from", "must be before 'to', by at most %s days", LONGEST.toDays());
        }
        return threats.find(start, end, limit);
    }
}

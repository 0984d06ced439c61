package com.promode.aurora.starter.denial;

import com.promode.aurora.contracts.auth.SecurityEvent.AccessDenied;
import com.promode.aurora.starter.id.Ids;
import com.promode.aurora.starter.security.Caller;
import com.promode.aurora.starter.tenant.Tenants;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Notices each 403 that a signed-in user gets, whoever gave it: an endpoint's rule, a command or a socket's handshake. */
class DenialFilter extends OncePerRequestFilter {

    private static final int LONGEST_PATH = 500;

    private final Denials denials;
    private final DenialLimit limit;
    private final Tenants tenants;
    private final String service;
    private final Clock clock;

    DenialFilter(Denials denials, DenialLimit limit, Tenants tenants, String service, Clock clock) {
        this.denials = denials;
        this.limit = limit;
        this.tenants = tenants;
        this.service = service;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (response.getStatus() == HttpStatus.FORBIDDEN.value()) {
            Caller.find().ifPresent(caller -> tenants.find().ifPresent(tenant -> note(tenant, caller, request)));
        }
    }

    private void note(UUID tenant, Caller caller, HttpServletRequest request) {
        var now = clock.instant();
        if (limit.allows(caller.id(), now)) {
            var path = request.getRequestURI();
            denials.tell(
                    tenant,
                    new AccessDenied(
                            Ids.next(),
                            now,
                            caller.id(),
                            service,
                            request.getMethod(),
                            path.substring(0, Math.min(path.length(), LONGEST_PATH)),
                            request.getRemoteAddr(),
                            request.getHeader(HttpHeaders.USER_AGENT)));
        }
    }
}

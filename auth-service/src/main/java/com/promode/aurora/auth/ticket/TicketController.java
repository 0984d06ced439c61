package com.promode.aurora.auth.ticket;

import com.promode.aurora.starter.security.Caller;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/auth/ws-ticket")
class TicketController {

    private final Tickets tickets;

    TicketController(Tickets tickets) {
        this.tickets = tickets;
    }

    @PostMapping
    @PreAuthorize("isAuthenticated()")
    TicketView issue() {
        return tickets.issue(Caller.current().token().getToken().getTokenValue());
    }
}

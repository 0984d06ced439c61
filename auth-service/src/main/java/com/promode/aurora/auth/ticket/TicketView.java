package com.promode.aurora.auth.ticket;

/** @param expiresIn seconds */
record TicketView(String ticket, long expiresIn) {

    /** Not to be found in logs. */
    @Override
    public String toString() {
        return "TicketView[]";
    }
}

package com.promode.aurora.starter.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.net.URI;

/**
 * A view that can be read at another address than that of its endpoint and its id; it is the {@code Location} of a 201 or 202
 * (RFC 9110, section 10.2.2).
 */
public interface Located {

    @JsonIgnore
    URI location();
}

package com.promode.aurora.starter.web;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** A view of an editable row; its version is the {@code ETag} of the answer (RFC 9110, section 8.8.3). */
public interface Versioned {

    /** Version of the editable row, not of projections that the view also shows. */
    @JsonIgnore
    long version();
}

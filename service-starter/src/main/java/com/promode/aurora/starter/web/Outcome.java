package com.promode.aurora.starter.web;

import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * An answer that may have one of several statuses: a sealed interface whose records each say theirs by
 * {@link ResponseStatus}. What goes into the envelope is the body alone.
 */
public interface Outcome {

    Object body();
}

package com.promode.aurora.starter.web;

/** The answer of an endpoint that has nothing to tell but that it is done; {@code message} goes into the envelope. */
public record Done(String message) {}

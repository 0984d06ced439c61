package com.promode.aurora.gateway.answer;

/** Thrown where a status alone would not tell the caller what to do. */
public class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    final transient Refusal refusal;

    public Refused(Refusal refusal) {
        super(refusal.name(), null, false, false);
        this.refusal = refusal;
    }
}

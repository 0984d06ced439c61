package com.promode.aurora.auth.factor;

import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** Which phone is to get the codes: that of the profile, when it is not said. */
record EnrolPhone(
        @Pattern(
                regexp = "\\+[0-9 ()-]{7,20}",
                message = "is no phone number with its country code, e.g. +91 98450 00000")
        @Nullable
        String phone) {

    static final EnrolPhone OF_PROFILE = new EnrolPhone(null);
}

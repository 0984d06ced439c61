package com.promode.aurora.auth.account;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A phone number, as the realm's profile takes it. */
@Pattern(regexp = "\\+?[0-9 ()-]{5,20}")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@interface Phone {

    String message() default "must be a phone number such as +91 98450 12345";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}

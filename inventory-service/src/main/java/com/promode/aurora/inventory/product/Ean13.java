package com.promode.aurora.inventory.product;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Thirteen digits are a GTIN-13, whose last one checks the others (GS1 General Specifications, 7.9); any other code is the
 * house's own affair.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Ean13.CheckDigit.class)
@interface Ean13 {

    String message() default "has 13 digits, but the last is not the check digit of an EAN-13";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** All digits, each second one threefold, sum to a multiple of ten. */
    final class CheckDigit implements ConstraintValidator<Ean13, String> {

        private static final Pattern DIGITS = Pattern.compile("[0-9]{13}");

        @Override
        public boolean isValid(@Nullable String code, ConstraintValidatorContext context) {
            return code == null || !DIGITS.matcher(code).matches() || sum(code) % 10 == 0;
        }

        private static int sum(String code) {
            return IntStream.range(0, code.length())
                    .map(place -> (code.charAt(place) - '0') * (place % 2 == 0 ? 1 : 3))
                    .sum();
        }
    }
}

package com.promode.aurora.auth.setting;

import java.math.BigDecimal;
import java.net.InetAddress;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What a value of the right type has to be besides; says what is wrong with it. */
@FunctionalInterface
interface SettingRule {

    Optional<String> violation(JsonNode value);

    SettingRule NONE = value -> Optional.empty();

    SettingRule DATE = value -> when(!isDate(value.asString()), "must be a date such as 2026-03-31, or null");

    SettingRule NETWORKS = new Networks();

    static SettingRule oneOf(String... allowed) {
        return value -> when(
                !Arrays.asList(allowed).contains(value.asString()), "must be one of " + String.join(", ", allowed));
    }

    static SettingRule amount(String least, String most) {
        return value -> when(
                !isWithin(value, least, most)
                        || value.decimalValue().stripTrailingZeros().scale() > 2,
                "must be a number from %s to %s with at most two decimals".formatted(least, most));
    }

    static SettingRule whole(String least, String most) {
        return value -> when(
                !isWithin(value, least, most)
                        || value.decimalValue().stripTrailingZeros().scale() > 0,
                "must be a whole number from %s to %s".formatted(least, most));
    }

    private static Optional<String> when(boolean wrong, String message) {
        return wrong ? Optional.of(message) : Optional.empty();
    }

    /** Looks at the size first: nobody should have to write out 1e999999999. */
    private static boolean isWithin(JsonNode value, String least, String most) {
        var number = value.decimalValue();
        return Math.abs((long) number.scale()) <= 20
                && number.precision() <= 30
                && number.compareTo(new BigDecimal(least)) >= 0
                && number.compareTo(new BigDecimal(most)) <= 0;
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text).getYear() >= 1970;
        } catch (DateTimeException ignored) {
            return false;
        }
    }

    /** A list of CIDR ranges or single addresses, of IPv4 and IPv6. */
    final class Networks implements SettingRule {

        private static final int MOST = 200;
        private static final Pattern NETWORK = Pattern.compile("([0-9a-fA-F.:]+)(?:/(\\d{1,3}))?");

        @Override
        public Optional<String> violation(JsonNode value) {
            if (!value.isArray() || value.size() > MOST) {
                return Optional.of("must be a list of at most %d address ranges".formatted(MOST));
            }
            List<String> wrong = value.valueStream()
                    .filter(range -> !range.isString() || !isNetwork(range.asString()))
                    .map(JsonNode::toString)
                    .toList();
            return when(!wrong.isEmpty(), "must be ranges such as 10.0.0.0/8 or 2001:db8::/32; not " + wrong);
        }

        private static boolean isNetwork(String text) {
            var parts = NETWORK.matcher(text);
            if (!parts.matches()) {
                return false;
            }
            try {
                var bits = InetAddress.ofLiteral(parts.group(1)).getAddress().length * 8;
                return parts.group(2) == null || Integer.parseInt(parts.group(2)) <= bits;
            } catch (IllegalArgumentException ignored) {
                return false;
            }
        }
    }
}

package io.github.domojvm.sandbox.internal.query;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Converts the format specifiers of DATE_FORMAT and STR_TO_DATE that Domo documents (Domo docs, Date Format Specifier
 * Characters) to patterns of {@link java.time.format.DateTimeFormatter}.
 */
final class DateFormats {
    private static final Map<Character, String> PATTERNS = Map.ofEntries(
            Map.entry('a', "EEE"),
            Map.entry('b', "MMM"),
            Map.entry('c', "M"),
            Map.entry('d', "dd"),
            Map.entry('e', "d"),
            Map.entry('f', "SSSSSS"),
            Map.entry('H', "HH"),
            Map.entry('h', "hh"),
            Map.entry('I', "hh"),
            Map.entry('i', "mm"),
            Map.entry('j', "DDD"),
            Map.entry('k', "H"),
            Map.entry('l', "h"),
            Map.entry('M', "MMMM"),
            Map.entry('m', "MM"),
            Map.entry('p', "a"),
            Map.entry('r', "hh:mm:ss a"),
            Map.entry('S', "ss"),
            Map.entry('s', "ss"),
            Map.entry('T', "HH:mm:ss"),
            Map.entry('W', "EEEE"),
            Map.entry('Y', "yyyy"),
            Map.entry('y', "yy"));

    private static final Pattern TWO_DIGITS = Pattern.compile("\\b([dMHhms])\\1\\b");

    private static final String TIME = "fHhIiklprSsT";

    private DateFormats() {}

    /** @throws QueryException if a specifier is not supported */
    static String formatting(String format) {
        return pattern(format, false);
    }

    /**
     * Returns a pattern that also accepts numbers without a leading zero, as MySQL does, except between specifiers that
     * no character separates.
     *
     * @throws QueryException if a specifier is not supported
     */
    static String parsing(String format) {
        return pattern(format, true);
    }

    private static String pattern(String format, boolean parsing) {
        StringBuilder pattern = new StringBuilder();
        StringBuilder literal = new StringBuilder();
        boolean adjacent = false;
        for (int i = 0; i < format.length(); i++) {
            char character = format.charAt(i);
            boolean specifier = character == '%' && i + 1 < format.length() && format.charAt(++i) != '%';
            if (!specifier) {
                literal.append(character);
                adjacent = false;
                continue;
            }
            boolean separated = !adjacent && (i + 1 >= format.length() || format.charAt(i + 1) != '%');
            pattern.append(quoted(literal)).append(replacement(format.charAt(i), parsing && separated));
            literal.setLength(0);
            adjacent = true;
        }
        return pattern.append(quoted(literal)).toString();
    }

    private static String replacement(char specifier, boolean anyWidth) {
        String pattern = PATTERNS.get(specifier);
        if (pattern == null) {
            throw new QueryException("The sandbox does not support the date format specifier %" + specifier);
        }
        return anyWidth ? TWO_DIGITS.matcher(pattern).replaceAll("$1") : pattern;
    }

    private static String quoted(CharSequence literal) {
        return literal.isEmpty() ? "" : "'" + literal.toString().replace("'", "''") + "'";
    }

    /** Returns whether a format has a specifier for a part of the time of day. */
    static boolean hasTime(String format) {
        for (int i = format.indexOf('%'); i >= 0 && i + 1 < format.length(); i = format.indexOf('%', i + 2)) {
            if (TIME.indexOf(format.charAt(i + 1)) >= 0) {
                return true;
            }
        }
        return false;
    }
}

package io.github.domojvm.dataset;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts values into the question marks of a query, so that no value is ever read as SQL. The service takes finished text only.
 *
 * <p>Question marks inside quotes and comments stay. A backslash of a value is written as {@code CHAR(92)}, since whether the
 * service takes it for an escape is not documented.
 */
final class Sql {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final String template;
    private final Iterator<? extends @Nullable Object> values;
    private final StringBuilder text = new StringBuilder();

    private Sql(String template, List<? extends @Nullable Object> values) {
        this.template = template;
        this.values = values.iterator();
    }

    static String of(String template, List<? extends @Nullable Object> values) {
        return new Sql(template, values).fill(values.size());
    }

    private String fill(int count) {
        int places = 0;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == '?') {
                places++;
                if (!values.hasNext()) {
                    break;
                }
                text.append(literal(values.next()));
            } else {
                int end = endOfOpaque(i);
                text.append(template, i, end);
                i = end - 1;
            }
        }
        if (values.hasNext() || places > count) {
            throw new IllegalArgumentException(
                    "The query has " + places(places) + " question marks and there are " + count + " values");
        }
        return text.toString();
    }

    private static String places(int places) {
        return places == 0 ? "no" : "at least " + places;
    }

    /** Gives the end of what begins here and holds no place for a value: a quoted text, a name, a comment, a character. */
    private int endOfOpaque(int start) {
        char c = template.charAt(start);
        if (c == '\'' || c == '"' || c == '`') {
            int end = template.indexOf(c, start + 1);
            if (end < 0) {
                throw new IllegalArgumentException("The query has a " + c + " that is not closed");
            }
            return end + 1;
        }
        if (template.startsWith("--", start)) {
            int end = template.indexOf('\n', start);
            return end < 0 ? template.length() : end;
        }
        if (template.startsWith("/*", start)) {
            int end = template.indexOf("*/", start);
            return end < 0 ? template.length() : end + 2;
        }
        return start + 1;
    }

    private static String literal(@Nullable Object value) {
        if (value == null) {
            return "NULL";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Double || value instanceof Float) {
            return finite((Number) value);
        }
        if (value instanceof Number number) {
            return number.toString();
        }
        if (value instanceof LocalDate date) {
            return quoted(date.toString());
        }
        if (value instanceof LocalDateTime time) {
            return quoted(time.format(TIME));
        }
        if (value instanceof Instant time) {
            return quoted(time.atOffset(ZoneOffset.UTC).format(TIME));
        }
        if (value instanceof Enum<?> constant) {
            return quoted(constant.name());
        }
        if (value instanceof CharSequence || value instanceof Boolean || value instanceof UUID) {
            return quoted(value.toString());
        }
        if (value instanceof Collection<?> list) {
            return list(list);
        }
        throw new IllegalArgumentException("A query takes no "
                + value.getClass().getName() + "; give text, a number, a date, a time, or a collection of these");
    }

    private static String list(Collection<?> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("A query takes no empty collection: IN () is no SQL");
        }
        return values.stream().map(Sql::literal).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String finite(Number number) {
        if (!Double.isFinite(number.doubleValue())) {
            throw new IllegalArgumentException("A query takes no " + number);
        }
        return new BigDecimal(number.toString()).toPlainString();
    }

    private static String quoted(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("A query takes no text with a character 0");
        }
        String[] parts = text.split("\\\\", -1);
        List<String> quoted = new ArrayList<>();
        for (String part : parts) {
            quoted.add("'" + part.replace("'", "''") + "'");
        }
        return parts.length == 1 ? quoted.get(0) : "CONCAT(" + String.join(", CHAR(92), ", quoted) + ")";
    }
}

package io.github.domojvm.dataset;

import io.github.domojvm.rest.model.QueryRequest;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the placeholders of a query by literals, so that no value is interpreted as SQL. The service accepts only
 * complete text.
 *
 * <p>Question marks inside quotes and comments are not placeholders. A negative number is put in parentheses, since two
 * hyphens start a comment. A backslash in a value is written as {@code CHAR(92)}, since it is not documented whether
 * the service interprets it as an escape.
 */
final class Sql {
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT);

    private final String template;
    private final Iterator<? extends @Nullable Object> values;
    private final StringBuilder text = new StringBuilder();

    private Sql(String template, List<? extends @Nullable Object> values) {
        this.template = template;
        this.values = values.iterator();
    }

    /** Java passes a single null argument as a null array. */
    static QueryRequest request(String template, @Nullable Object @Nullable [] values) {
        List<@Nullable Object> given = values == null ? Collections.singletonList(null) : Arrays.asList(values);
        return QueryRequest.builder().sql(of(template, given)).build();
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
                text.append(value(values.next(), i));
            } else {
                int end = endOfOpaque(i);
                text.append(template, i, end);
                i = end - 1;
            }
        }
        if (values.hasNext() || places > count) {
            throw new IllegalArgumentException(
                    "The query has " + places(places) + ", but the number of values is " + count);
        }
        return text.toString();
    }

    private static String places(int places) {
        return switch (places) {
            case 0 -> "no question mark";
            case 1 -> "one question mark";
            default -> places + " question marks or more";
        };
    }

    /** Returns the literal; that of a collection has parentheses unless the placeholder is already in parentheses. */
    private String value(@Nullable Object value, int place) {
        String literal = literal(value);
        boolean inParentheses = text.toString().stripTrailing().endsWith("(")
                && template.substring(place + 1).stripLeading().startsWith(")");
        boolean list = value instanceof Collection<?> || value instanceof Object[];
        return list && inParentheses ? literal.substring(1, literal.length() - 1) : literal;
    }

    /**
     * Returns the end of the text without placeholders that starts here: a quoted text, a name, a comment or a
     * character.
     */
    private int endOfOpaque(int start) {
        char c = template.charAt(start);
        if (c == '\'' || c == '"' || c == '`') {
            int end = template.indexOf(c, start + 1);
            if (end < 0) {
                throw new IllegalArgumentException("sql contains a " + c + " that is not closed");
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
            return inParentheses(number.toPlainString());
        }
        if (value instanceof Double || value instanceof Float) {
            return finite((Number) value);
        }
        if (value instanceof Number number) {
            return inParentheses(number.toString());
        }
        if (value instanceof Collection<?> list) {
            return list(list);
        }
        if (value instanceof Object[] array) {
            return list(Arrays.asList(array));
        }
        return quoted(plain(value));
    }

    private static String plain(Object value) {
        if (value instanceof LocalDate date) {
            return date.toString();
        }
        if (value instanceof LocalDateTime time) {
            return time.format(TIME);
        }
        if (value instanceof Timestamp time) {
            return time.toLocalDateTime().format(TIME);
        }
        if (value instanceof Instant time) {
            return time.atOffset(ZoneOffset.UTC).format(TIME);
        }
        if (value instanceof OffsetDateTime time) {
            return plain(time.toInstant());
        }
        if (value instanceof ZonedDateTime time) {
            return plain(time.toInstant());
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof CharSequence
                || value instanceof Character
                || value instanceof Boolean
                || value instanceof UUID) {
            return value.toString();
        }
        throw new IllegalArgumentException("values must be text, numbers, dates, times, or collections of these, not "
                + value.getClass().getName());
    }

    private static String list(Collection<?> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("values must contain no empty collection: IN () is not valid SQL");
        }
        if (values.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException(
                    "values must contain no collection with null: IN never matches null, and NOT IN then matches no row");
        }
        return values.stream().map(Sql::literal).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String finite(Number number) {
        if (!Double.isFinite(number.doubleValue())) {
            throw new IllegalArgumentException("values must be finite: " + number);
        }
        return inParentheses(new BigDecimal(number.toString()).toPlainString());
    }

    private static String inParentheses(String number) {
        return number.startsWith("-") ? "(" + number + ")" : number;
    }

    private static String quoted(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("values must contain no text with the character U+0000");
        }
        String[] parts = text.split("\\\\", -1);
        List<String> quoted = new ArrayList<>();
        for (String part : parts) {
            quoted.add("'" + part.replace("'", "''") + "'");
        }
        return parts.length == 1 ? quoted.get(0) : "CONCAT(" + String.join(", CHAR(92), ", quoted) + ")";
    }
}

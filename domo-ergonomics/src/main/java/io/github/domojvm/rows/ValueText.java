package io.github.domojvm.rows;

import io.github.domojvm.internal.csv.FieldText;
import io.github.domojvm.rest.model.ColumnType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Converts a value to the CSV field of a column. Rejects what the column cannot store without loss. */
final class ValueText {
    private static final int LAST_YEAR = 9999;
    /** More than a double needs. Without a limit, the text of a few bytes could fill the memory with zeros. */
    private static final int MOST_ZEROS = 2000;

    private static final String OTHER_YEAR = "a date outside the years 0000 to 9999";
    /** Domo docs, DataSet API. A fraction of a second is written only if it is not zero. */
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);

    private ValueText() {}

    /**
     * Converts a value to text.
     *
     * @throws UnfitValueException if the column cannot store the value; the message contains its type, never the value
     */
    static @Nullable String of(@Nullable Object value, @Nullable ColumnType type) {
        if (value == null) {
            return null;
        }
        if (value instanceof CharSequence text) {
            return checked(text.toString(), type);
        }
        return switch (type == null ? ColumnType.UNKNOWN : type) {
            case STRING -> PlainText.of(value);
            case LONG -> whole(value);
            case DOUBLE -> isNegativeZero(value) ? "-0.0" : plain(forDouble(number(value), value));
            case DECIMAL -> plain(number(value));
            case DATE -> day(date(value)).toString();
            case DATETIME -> text(dateTime(value));
            case UNKNOWN -> throw new UnfitValueException("a value, but the type of the column is unknown");
        };
    }

    private static String whole(Object value) {
        if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return value.toString();
        }
        if (value instanceof BigInteger || value instanceof BigDecimal) {
            try {
                return Long.toString(number(value).longValueExact());
            } catch (ArithmeticException e) {
                throw new UnfitValueException("a " + name(value) + " that is not a 64-bit integer", e);
            }
        }
        throw unfit(value);
    }

    private static BigDecimal number(Object value) {
        if (value instanceof BigDecimal number) {
            return number;
        }
        if (value instanceof Number number) {
            if (!Double.isFinite(number.doubleValue()) && !(value instanceof BigInteger)) {
                throw new UnfitValueException("a " + name(value) + " that is not a finite number");
            }
            return new BigDecimal(value.toString());
        }
        throw unfit(value);
    }

    private static boolean isNegativeZero(Object value) {
        return value.equals(-0.0) || value.equals(-0.0f);
    }

    private static String plain(BigDecimal number) {
        if (Math.abs((long) number.scale()) > MOST_ZEROS) {
            throw new UnfitValueException("a " + name(number) + " whose exponent is beyond " + MOST_ZEROS);
        }
        return number.toPlainString();
    }

    private static BigDecimal forDouble(BigDecimal number, Object value) {
        if (!FieldText.fitsDouble(number)) {
            throw new UnfitValueException("a " + name(value) + " with more digits than a DOUBLE can store");
        }
        return number;
    }

    private static LocalDate date(Object value) {
        if (value instanceof LocalDate date) {
            return date;
        }
        if (value instanceof java.sql.Date date) {
            return date.toLocalDate();
        }
        throw unfit(value);
    }

    private static LocalDateTime dateTime(Object value) {
        if (value instanceof LocalDateTime time) {
            return time;
        }
        if (value instanceof Timestamp time) {
            return time.toLocalDateTime();
        }
        if (value instanceof LocalDate || value instanceof java.sql.Date) {
            return date(value).atStartOfDay();
        }
        if (value instanceof OffsetDateTime time) {
            return time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
        }
        if (value instanceof ZonedDateTime time) {
            return time.withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime();
        }
        if (value instanceof Instant time) {
            return utc(time);
        }
        if (value instanceof Date time && !(value instanceof Time)) {
            return utc(time.toInstant());
        }
        throw unfit(value);
    }

    private static LocalDateTime utc(Instant time) {
        try {
            return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
        } catch (DateTimeException containsTheValue) {
            throw new UnfitValueException(OTHER_YEAR);
        }
    }

    private static String text(LocalDateTime time) {
        day(time.toLocalDate());
        return time.format(
                time.truncatedTo(ChronoUnit.MILLIS).equals(time.truncatedTo(ChronoUnit.SECONDS)) ? SECONDS : MILLIS);
    }

    private static LocalDate day(LocalDate date) {
        if (date.getYear() < 0 || date.getYear() > LAST_YEAR) {
            throw new UnfitValueException(OTHER_YEAR);
        }
        return date;
    }

    /** Text is accepted as a number or a time only if it is in Domo's form already. */
    private static String checked(String text, @Nullable ColumnType type) {
        if (!fits(text, type)) {
            throw new UnfitValueException(
                    text.isEmpty() ? "empty text; use null for no value" : "text that is not a valid " + type);
        }
        return text;
    }

    /** Returns whether the text is a valid value of the type without conversion. */
    static boolean fits(String text, @Nullable ColumnType type) {
        return switch (type == null ? ColumnType.UNKNOWN : type) {
            case STRING -> true;
            case LONG -> FieldText.isWhole(text);
            case DOUBLE -> FieldText.isNumber(text) && FieldText.fitsDouble(new BigDecimal(text));
            case DECIMAL -> FieldText.isNumber(text);
            case DATE -> FieldText.isDate(text);
            case DATETIME -> FieldText.isDateTime(text);
            case UNKNOWN -> false;
        };
    }

    private static UnfitValueException unfit(Object value) {
        return new UnfitValueException("a " + name(value));
    }

    private static String name(Object value) {
        return value.getClass().getName();
    }
}

package io.github.domojvm.schema;

import io.github.domojvm.internal.csv.FieldText;
import io.github.domojvm.rest.model.ColumnType;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The narrowest type that all values of a column seen so far have. A value is a number only if writing the number
 * reproduces its text.
 */
final class TypeGuess {
    /** No leading zeros, which would be lost; 18 digits always fit 64 bits. */
    private static final Pattern INTEGER = Pattern.compile("0|-?[1-9]\\d{0,17}");
    /** No text of a double has more digits: 17 are significant, and the last digit of 4.9E-324 is the 325th decimal. */
    private static final Pattern FRACTION = Pattern.compile("-?(0|[1-9]\\d{0,16})(\\.\\d{1,325})?");

    /** Narrowest first. */
    private static final List<ColumnType> ORDER =
            List.of(ColumnType.LONG, ColumnType.DOUBLE, ColumnType.DATE, ColumnType.DATETIME);

    private final Set<ColumnType> possible = EnumSet.copyOf(ORDER);
    private boolean seen;

    void see(String value) {
        if (value.isEmpty()) {
            return;
        }
        seen = true;
        possible.removeIf(type -> !fits(value, type));
    }

    ColumnType type() {
        return seen
                ? ORDER.stream().filter(possible::contains).findFirst().orElse(ColumnType.STRING)
                : ColumnType.STRING;
    }

    private static boolean fits(String value, ColumnType type) {
        return switch (type) {
            case LONG -> INTEGER.matcher(value).matches();
            case DOUBLE -> FRACTION.matcher(value).matches() && FieldText.isTextOfDouble(new BigDecimal(value));
            case DATE -> FieldText.isDate(value);
            case DATETIME -> FieldText.isDateTime(value);
            default -> true;
        };
    }
}

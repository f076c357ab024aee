package io.github.domojvm.rows;

import io.github.domojvm.rest.model.ColumnType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A row with typed values. The column of the DataSet determines the type: {@code STRING} is {@code String},
 * {@code LONG} is {@code Long}, {@code DOUBLE} is {@code Double}, {@code DECIMAL} is {@code BigDecimal}, {@code DATE}
 * is {@code LocalDate}, {@code DATETIME} is {@code LocalDateTime} in UTC.
 *
 * <p>Column names are case-sensitive. Immutable and thread-safe.
 */
public final class Row {
    private final Columns columns;
    private final List<@Nullable Object> values;
    private final long number;

    Row(Columns columns, List<@Nullable Object> values, long number) {
        this.columns = columns;
        this.values = values;
        this.number = number;
    }

    /** Returns the number of this row among the rows that were read, from 1, for messages. */
    long number() {
        return number;
    }

    /**
     * Returns a value of any type.
     *
     * @param column the column's name
     * @return the value; null if the row has none
     * @throws IllegalArgumentException if no column or more than one column has this name
     */
    public @Nullable Object get(String column) {
        return values.get(columns.indexOf(column));
    }

    /**
     * Returns a value of a {@code STRING} column.
     *
     * @param column the column's name
     * @return the text; null if the row has none
     * @throws IllegalArgumentException if there is no such column or it has another type
     */
    public @Nullable String getString(String column) {
        return (String) typed(column, ColumnType.STRING);
    }

    /**
     * Returns an integer from a {@code LONG} column or from any other numeric column, since the service decides which
     * numeric type an aggregate of a query has.
     *
     * @param column the column's name
     * @return the number; null if the row has none
     * @throws IllegalArgumentException if there is no such column, it is not numeric, or the number has a fraction or
     *     needs more than 64 bits
     */
    public @Nullable Long getLong(String column) {
        Number value = number(column, ColumnType.DECIMAL);
        if (value == null || value instanceof Long) {
            return (Long) value;
        }
        try {
            return exact(value).longValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "Row " + this.number + ", column '" + column
                            + "': the number has a fraction or needs more than 64 bits",
                    e);
        }
    }

    /**
     * Returns a number from a {@code DOUBLE} column, or the nearest double from any other numeric column.
     *
     * @param column the column's name
     * @return the number; null if the row has none
     * @throws IllegalArgumentException if there is no such column, it is not numeric, or the number is beyond the range
     *     of a double
     */
    public @Nullable Double getDouble(String column) {
        Number number = number(column, ColumnType.DOUBLE);
        if (number == null) {
            return null;
        }
        if (number instanceof Double exact) {
            return exact;
        }
        double nearest = number.doubleValue();
        if (Double.isInfinite(nearest)) {
            throw new IllegalArgumentException("Row " + this.number + ", column '" + column
                    + "': the number is beyond the range of a double. Read it as a BigDecimal");
        }
        return nearest;
    }

    /**
     * Returns a number from a {@code DECIMAL} column or from any other numeric column. A {@code DOUBLE} is converted
     * from its shortest text.
     *
     * @param column the column's name
     * @return the number; null if the row has none
     * @throws IllegalArgumentException if there is no such column or it is not numeric
     */
    public @Nullable BigDecimal getDecimal(String column) {
        Number number = number(column, ColumnType.DECIMAL);
        return number == null ? null : exact(number);
    }

    /**
     * Returns a value of a {@code DATE} column.
     *
     * @param column the column's name
     * @return the date; null if the row has none
     * @throws IllegalArgumentException if there is no such column or it has another type
     */
    public @Nullable LocalDate getDate(String column) {
        return (LocalDate) typed(column, ColumnType.DATE);
    }

    /**
     * Returns a value of a {@code DATETIME} column.
     *
     * @param column the column's name
     * @return the time in UTC; null if the row has none
     * @throws IllegalArgumentException if there is no such column or it has another type
     */
    public @Nullable LocalDateTime getDateTime(String column) {
        return (LocalDateTime) typed(column, ColumnType.DATETIME);
    }

    /**
     * Returns the values in the order of the columns.
     *
     * @return the values, with null where the row has none; unmodifiable
     */
    public List<@Nullable Object> values() {
        return values;
    }

    /**
     * Converts the row to a map from column name to value.
     *
     * @return the values in the order of the columns, with null where the row has none; unmodifiable
     * @throws IllegalArgumentException if two columns have the same name, which is possible in a query without AS
     */
    public Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (String column : columns.names()) {
            map.put(column, get(column));
        }
        return Collections.unmodifiableMap(map);
    }

    /**
     * Returns whether another object is a row with the same column names and values.
     *
     * @param other the other object
     * @return true if column names and values are equal
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Row row && columns.names().equals(row.columns.names()) && values.equals(row.values);
    }

    /**
     * Returns the hash code of the values.
     *
     * @return the hash code
     */
    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /**
     * Returns the column names and values as text, for debugging.
     *
     * @return the row as text
     */
    @Override
    public String toString() {
        return IntStream.range(0, values.size())
                .mapToObj(i -> columns.names().get(i) + "=" + values.get(i))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static BigDecimal exact(Number number) {
        return number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString());
    }

    private @Nullable Number number(String column, ColumnType wanted) {
        int index = columns.indexOf(column);
        return switch (columns.types().get(index)) {
            case LONG, DOUBLE, DECIMAL -> (Number) values.get(index);
            default -> (Number) typed(column, wanted);
        };
    }

    private @Nullable Object typed(String column, ColumnType wanted) {
        int index = columns.indexOf(column);
        ColumnType type = columns.types().get(index);
        if (type != wanted) {
            throw new IllegalArgumentException(
                    "The column '" + column + "' is " + type + " and cannot be read as " + wanted);
        }
        return values.get(index);
    }
}

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
 * One row, its values typed by the columns of the DataSet and never by guess: {@code STRING} is {@code String},
 * {@code LONG} is {@code Long}, {@code DOUBLE} is {@code Double}, {@code DECIMAL} is {@code BigDecimal}, {@code DATE}
 * is {@code LocalDate}, {@code DATETIME} is {@code LocalDateTime} in UTC.
 *
 * <p>Column names count with upper and lower case. Immutable.
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

    /** Its place among the rows that were read, from 1; for messages. */
    long number() {
        return number;
    }

    /**
     * Gives a value, whatever its type.
     *
     * @param column the column's name
     * @return the value, null when the row has none
     * @throws IllegalArgumentException when there is no such column, or more than one
     */
    public @Nullable Object get(String column) {
        return values.get(columns.place(column));
    }

    /**
     * Gives a value of a {@code STRING} column.
     *
     * @param column the column's name
     * @return the text, null when the row has none
     * @throws IllegalArgumentException when there is no such column or it has another type
     */
    public @Nullable String getString(String column) {
        return (String) typed(column, ColumnType.STRING);
    }

    /**
     * Gives a whole number from a {@code LONG} column, or from another column of numbers: which type a query gives its
     * sums is for the service to say.
     *
     * @param column the column's name
     * @return the number, null when the row has none
     * @throws IllegalArgumentException when there is no such column, it has no numbers, or the number has a fraction or
     *     needs more than 64 bits
     */
    public @Nullable Long getLong(String column) {
        BigDecimal number = getDecimal(column);
        try {
            return number == null ? null : number.longValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "Row " + this.number + ", column '" + column
                            + "': the number has a fraction or needs more than 64 bits",
                    e);
        }
    }

    /**
     * Gives a number from a {@code DOUBLE} column, or the nearest one from another column of numbers.
     *
     * @param column the column's name
     * @return the number, null when the row has none
     * @throws IllegalArgumentException when there is no such column, it has no numbers, or the number is beyond the
     *     range of a double
     */
    public @Nullable Double getDouble(String column) {
        Number number = number(column, ColumnType.DOUBLE);
        if (number == null) {
            return null;
        }
        double nearest = number.doubleValue();
        if (Double.isInfinite(nearest)) {
            throw new IllegalArgumentException("Row " + this.number + ", column '" + column
                    + "': the number is beyond the range of a double. Read it as a BigDecimal");
        }
        return nearest;
    }

    /**
     * Gives a number from a {@code DECIMAL} column, or from another column of numbers; of a {@code DOUBLE} its shortest
     * text.
     *
     * @param column the column's name
     * @return the number, null when the row has none
     * @throws IllegalArgumentException when there is no such column or it has no numbers
     */
    public @Nullable BigDecimal getDecimal(String column) {
        Number number = number(column, ColumnType.DECIMAL);
        return number == null ? null : new BigDecimal(number.toString());
    }

    /**
     * Gives a value of a {@code DATE} column.
     *
     * @param column the column's name
     * @return the date, null when the row has none
     * @throws IllegalArgumentException when there is no such column or it has another type
     */
    public @Nullable LocalDate getDate(String column) {
        return (LocalDate) typed(column, ColumnType.DATE);
    }

    /**
     * Gives a value of a {@code DATETIME} column.
     *
     * @param column the column's name
     * @return the time in UTC, null when the row has none
     * @throws IllegalArgumentException when there is no such column or it has another type
     */
    public @Nullable LocalDateTime getDateTime(String column) {
        return (LocalDateTime) typed(column, ColumnType.DATETIME);
    }

    /**
     * Gives the values in the order of the columns.
     *
     * @return the values, null where the row has none; unmodifiable
     */
    public List<@Nullable Object> values() {
        return values;
    }

    /**
     * Gives the values by column name.
     *
     * @return the values in the order of the columns, null where the row has none; unmodifiable
     * @throws IllegalArgumentException when two columns have one name, as in a query without AS
     */
    public Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (String column : columns.names()) {
            map.put(column, get(column));
        }
        return Collections.unmodifiableMap(map);
    }

    /**
     * Compares column names and values.
     *
     * @param other another object
     * @return whether it is a row of the same columns with the same values
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Row row && columns.names().equals(row.columns.names()) && values.equals(row.values);
    }

    /**
     * Gives a number that equal rows share.
     *
     * @return the hash of the values
     */
    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /**
     * Shows the values by column name.
     *
     * @return the row as text
     */
    @Override
    public String toString() {
        return IntStream.range(0, values.size())
                .mapToObj(i -> columns.names().get(i) + "=" + values.get(i))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private @Nullable Number number(String column, ColumnType wanted) {
        return switch (columns.types().get(columns.place(column))) {
            case LONG, DOUBLE, DECIMAL -> (Number) get(column);
            default -> (Number) typed(column, wanted);
        };
    }

    private @Nullable Object typed(String column, ColumnType wanted) {
        int place = columns.place(column);
        ColumnType type = columns.types().get(place);
        if (type != wanted) {
            throw new IllegalArgumentException(
                    "The column '" + column + "' is " + type + " and cannot be read as " + wanted);
        }
        return values.get(place);
    }
}

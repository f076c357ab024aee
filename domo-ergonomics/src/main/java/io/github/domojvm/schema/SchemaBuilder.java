package io.github.domojvm.schema;

import io.github.domojvm.rest.model.Column;
import io.github.domojvm.rest.model.ColumnType;
import io.github.domojvm.rest.model.Schema;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Says the columns of a DataSet in the order of the values in a row.
 *
 * <pre>{@code
 * Schema schema = SchemaBuilder.create().date("Date").string("Fruit").doubles("Revenue").build();
 * }</pre>
 *
 * <p>Not for use by several threads.
 */
public final class SchemaBuilder {
    private final Map<String, ColumnType> columns = new LinkedHashMap<>();

    private SchemaBuilder() {}

    /**
     * Starts without columns.
     *
     * @return a new builder
     */
    public static SchemaBuilder create() {
        return new SchemaBuilder();
    }

    /**
     * Adds a column of text, which is also the type for truth values and for ids whose leading zeros count.
     *
     * @param name the column's name
     * @return this builder
     */
    public SchemaBuilder string(String name) {
        return column(name, ColumnType.STRING);
    }

    /**
     * Adds a column of decimal numbers.
     *
     * @param name the column's name
     * @return this builder
     */
    public SchemaBuilder decimal(String name) {
        return column(name, ColumnType.DECIMAL);
    }

    /**
     * Adds a column of 64-bit integers ({@code LONG}).
     *
     * @param name the column's name
     * @return this builder
     */
    public SchemaBuilder longs(String name) {
        return column(name, ColumnType.LONG);
    }

    /**
     * Adds a column of floating-point numbers ({@code DOUBLE}).
     *
     * @param name the column's name
     * @return this builder
     */
    public SchemaBuilder doubles(String name) {
        return column(name, ColumnType.DOUBLE);
    }

    /**
     * Adds a column of dates, written {@code yyyy-MM-dd}.
     *
     * @param name the column's name
     * @return this builder
     */
    public SchemaBuilder date(String name) {
        return column(name, ColumnType.DATE);
    }

    /**
     * Adds a column of dates with a time, written {@code yyyy-MM-ddTHH:mm:ss}.
     *
     * @param name the column's name
     * @return this builder
     */
    public SchemaBuilder dateTime(String name) {
        return column(name, ColumnType.DATETIME);
    }

    /**
     * Adds a column.
     *
     * @param name the column's name, unique in the schema; upper and lower case count as different
     * @param type its type
     * @return this builder
     * @throws IllegalArgumentException when the name is blank or taken, or the type is {@link ColumnType#UNKNOWN}
     */
    public SchemaBuilder column(String name, ColumnType type) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("Column " + (columns.size() + 1) + " has a blank name");
        }
        if (type == ColumnType.UNKNOWN) {
            throw new IllegalArgumentException("Column '" + name + "' has the type UNKNOWN, which cannot be sent");
        }
        if (columns.putIfAbsent(name, type) != null) {
            throw new IllegalArgumentException("The column name '" + name + "' stands twice; Domo wants unique names");
        }
        return this;
    }

    /**
     * Makes the schema.
     *
     * @return the schema
     * @throws IllegalStateException when there is no column
     */
    public Schema build() {
        if (columns.isEmpty()) {
            throw new IllegalStateException("A schema needs at least one column");
        }
        return Schema.builder()
                .columns(columns.entrySet().stream()
                        .map(column -> Column.builder()
                                .name(column.getKey())
                                .type(column.getValue())
                                .build())
                        .toList())
                .build();
    }
}

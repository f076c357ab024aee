package io.github.domojvm.schema;

import io.github.domojvm.internal.Args;
import io.github.domojvm.internal.source.ColumnNames;
import io.github.domojvm.rest.model.Column;
import io.github.domojvm.rest.model.ColumnType;
import io.github.domojvm.rest.model.Schema;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says the columns of a DataSet in the order of the values in a row.
 *
 * <pre>{@code
 * Schema schema = SchemaBuilder.builder().dateColumn("Date").stringColumn("Fruit").doubleColumn("Revenue").build();
 * }</pre>
 *
 * <p>Names that differ only by upper and lower case are refused unless they are allowed: the service takes them, and
 * streams broke over them afterwards (DomoR issue 14). Of a name with a dot, which made trouble for others, the log
 * warns.
 *
 * <p>Not for use by several threads.
 */
public final class SchemaBuilder {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaBuilder.class);

    private final Map<String, ColumnType> columns = new LinkedHashMap<>();
    private final Map<String, String> caseless = new HashMap<>();
    private boolean caseCounts;

    private SchemaBuilder() {}

    /**
     * Starts without columns.
     *
     * @return a new builder
     */
    public static SchemaBuilder builder() {
        return new SchemaBuilder();
    }

    /**
     * Returns a builder with the columns of a record class, one per component, in their order. A column is named after
     * its component, or by {@link ColumnName}.
     *
     * <table>
     * <caption>Which type becomes which</caption>
     * <tr><th>Java</th><th>column</th></tr>
     * <tr><td>{@code long}, {@code int}, {@code short}, {@code byte} and their classes</td><td>LONG</td></tr>
     * <tr><td>{@code double}, {@code float} and their classes</td><td>DOUBLE</td></tr>
     * <tr><td>{@code BigDecimal}</td><td>DECIMAL</td></tr>
     * <tr><td>{@code LocalDate}</td><td>DATE</td></tr>
     * <tr><td>{@code LocalDateTime}; {@code Instant}, {@code OffsetDateTime}, {@code ZonedDateTime}, which are written in UTC</td>
     * <td>DATETIME</td></tr>
     * <tr><td>{@code String}, {@code char}, {@code boolean}, enums, {@code UUID}, {@code BigInteger}, which may not fit 64 bits</td>
     * <td>STRING</td></tr>
     * </table>
     *
     * @param type the record class
     * @return a new builder
     * @throws IllegalArgumentException when the class has no components, a component of another type, or two of one
     *     name
     */
    public static SchemaBuilder from(Class<? extends Record> type) {
        return from(RecordSchema.from(Args.notNull("type", type)));
    }

    /**
     * Returns a builder with the columns of a JDBC result, named by their labels. Numbers that a {@code LONG} or a
     * {@code DOUBLE} could damage become {@code DECIMAL}. What has no counterpart becomes text: booleans, times of day,
     * UUIDs, JSON, XML and long text. A type outside the standard ({@link java.sql.Types#OTHER} or a number of the
     * vendor) is decided by the class of its values: numbers, dates and times become what they are, such as the
     * {@code HUGEINT} of DuckDB a {@code DECIMAL}; any other class, or none, becomes text.
     *
     * <p>SQLite has types of values, not of columns: where a column has no declared type, or its first value
     * contradicts it, the first row decides. Cast the column in the query when rows differ.
     *
     * @param result the description of the result, from {@code ResultSet.getMetaData()} or a prepared statement
     * @return a new builder
     * @throws SQLException when the driver cannot count, name or describe the columns; without the driver's own
     *     message, which may contain values
     * @throws IllegalArgumentException when a label is blank or occurs twice (name the column with AS in the query), or
     *     when a column is binary, an array, a structure or a Java object (convert it in the query or leave it out)
     */
    public static SchemaBuilder from(ResultSetMetaData result) throws SQLException {
        return from(JdbcSchema.from(Args.notNull("result", result)));
    }

    /**
     * Starts with the columns of a schema, for instance to add some.
     *
     * @param schema the schema
     * @return a new builder
     * @throws IllegalArgumentException when a column has no name or no type
     */
    public static SchemaBuilder from(Schema schema) {
        Args.notNull("schema", schema);
        SchemaBuilder builder = builder().allowNamesThatDifferByCase();
        for (Column column : ColumnNames.columnsOf(schema)) {
            builder.column(ColumnNames.of(column), Objects.requireNonNullElse(column.type(), ColumnType.UNKNOWN));
        }
        builder.caseCounts = false;
        return builder;
    }

    /**
     * Allows names that differ only by upper and lower case, for a DataSet that has such names already.
     *
     * @return this builder
     */
    public SchemaBuilder allowNamesThatDifferByCase() {
        caseCounts = true;
        return this;
    }

    /**
     * Adds a column of text, which is also the type for truth values and for ids whose leading zeros count.
     *
     * @param name the column's name
     * @return this builder
     */
    public SchemaBuilder stringColumn(String name) {
        return column(name, ColumnType.STRING);
    }

    /**
     * Adds a column of decimal numbers.
     *
     * @param name the column's name
     * @return this builder
     */
    public SchemaBuilder decimalColumn(String name) {
        return column(name, ColumnType.DECIMAL);
    }

    /**
     * Adds a column of 64-bit integers ({@code LONG}).
     *
     * @param name the column's name
     * @return this builder
     */
    public SchemaBuilder longColumn(String name) {
        return column(name, ColumnType.LONG);
    }

    /**
     * Adds a column of floating-point numbers ({@code DOUBLE}).
     *
     * @param name the column's name
     * @return this builder
     */
    public SchemaBuilder doubleColumn(String name) {
        return column(name, ColumnType.DOUBLE);
    }

    /**
     * Adds a column of dates, written {@code yyyy-MM-dd}.
     *
     * @param name the column's name
     * @return this builder
     */
    public SchemaBuilder dateColumn(String name) {
        return column(name, ColumnType.DATE);
    }

    /**
     * Adds a column of dates with a time, written {@code yyyy-MM-ddTHH:mm:ss}.
     *
     * @param name the column's name
     * @return this builder
     */
    public SchemaBuilder dateTimeColumn(String name) {
        return column(name, ColumnType.DATETIME);
    }

    /**
     * Adds a column.
     *
     * @param name the column's name, unique in the schema
     * @param type its type
     * @return this builder
     * @throws IllegalArgumentException when the name is blank, taken, or differs from another by case only; or the type
     *     is {@link ColumnType#UNKNOWN}
     */
    public SchemaBuilder column(String name, ColumnType type) {
        Args.notBlank("name of column " + (columns.size() + 1), name);
        Args.known("type of column '" + name + "'", type);
        if (columns.putIfAbsent(name, type) != null) {
            throw new IllegalArgumentException("The column name '" + name + "' stands twice; Domo wants unique names");
        }
        String other = caseless.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
        if (other != null && !caseCounts) {
            throw new IllegalArgumentException("The column names '" + other + "' and '" + name
                    + "' differ by case only, over which streams have broken. Rename one, or allow such names");
        }
        if (name.indexOf('.') >= 0) {
            LOG.warn("The column name '{}' has a dot, which made trouble for other users of Domo", name);
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

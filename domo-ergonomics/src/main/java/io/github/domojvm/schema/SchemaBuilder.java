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
 * Builds the schema of a DataSet: its columns with name and type, in the order of the values in a row.
 *
 * <pre>{@code
 * Schema schema = SchemaBuilder.builder().dateColumn("Date").stringColumn("Fruit").doubleColumn("Revenue").build();
 * }</pre>
 *
 * <p>Not thread-safe. No method sends a request to Domo, and the schema has no effect before a DataSet is created with
 * it. {@link #build} may be called repeatedly, and the builder may be used further: a schema that was built does not
 * change.
 *
 * <p>Do not change the order of the columns after rows were prepared: Domo assigns the values of a row to columns by
 * position, not by name.
 *
 * <p>Methods that add a column throw {@link IllegalArgumentException} if the name is blank, already used, or differs
 * from another name only by case. The service accepts names that differ only by case, but Streams have failed with them
 * (DomoR issue 14); {@link #allowNamesThatDifferByCase()} allows them. A name with a dot is accepted with a logged
 * warning, because such names have caused problems for other clients. {@link #build} throws
 * {@link IllegalStateException} without a column.
 */
public final class SchemaBuilder {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaBuilder.class);

    private final Map<String, ColumnType> columns = new LinkedHashMap<>();
    private final Map<String, String> caseless = new HashMap<>();
    private boolean caseCounts;

    private SchemaBuilder() {}

    /**
     * Returns a builder without columns.
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
     * <caption>Column types of Java types</caption>
     * <tr><th>Java type</th><th>Column type</th></tr>
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
     * @throws IllegalArgumentException if the class has no components, a component of another type, or two components
     *     with the same column name
     */
    public static SchemaBuilder from(Class<? extends Record> type) {
        return from(RecordSchema.from(Args.notNull("type", type)));
    }

    /**
     * Returns a builder with the columns of a JDBC result, named by their labels. Numbers that a {@code LONG} or a
     * {@code DOUBLE} cannot store without loss become {@code DECIMAL}. Types without a counterpart become text:
     * booleans, times of day, UUIDs, JSON, XML and long text. For a type that JDBC does not define
     * ({@link java.sql.Types#OTHER} or a number of the vendor), the class of its values determines the column type:
     * numbers, dates and times get the corresponding type, such as {@code DECIMAL} for the {@code HUGEINT} of DuckDB;
     * any other class, or none, becomes text.
     *
     * <p>SQLite has types of values, not of columns: if a column has no declared type, or its first value contradicts
     * it, the first row determines the type. Cast the column in the query if the rows have different types.
     *
     * @param result the description of the result, from {@code ResultSet.getMetaData()} or a prepared statement
     * @return a new builder
     * @throws SQLException if the driver cannot count, name or describe the columns; without the driver's own message,
     *     which may contain values
     * @throws IllegalArgumentException if a label is blank or occurs twice (name the column with AS in the query), or
     *     if a column is binary, an array, a structure or a Java object (convert it in the query or leave it out)
     */
    public static SchemaBuilder from(ResultSetMetaData result) throws SQLException {
        return from(JdbcSchema.from(Args.notNull("result", result)));
    }

    /**
     * Returns a builder with the columns of a schema, for instance to add more columns.
     *
     * @param schema the schema
     * @return a new builder
     * @throws IllegalArgumentException if a column has no name or no type
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
     * Allows names that differ only by case, for a DataSet that already has such names.
     *
     * @return this builder
     */
    public SchemaBuilder allowNamesThatDifferByCase() {
        caseCounts = true;
        return this;
    }

    /**
     * Adds a text column ({@code STRING}). Use it also for booleans and for ids with leading zeros.
     *
     * @param name the column's name
     * @return this builder
     */
    public SchemaBuilder stringColumn(String name) {
        return column(name, ColumnType.STRING);
    }

    /**
     * Adds a column of decimal numbers ({@code DECIMAL}).
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
     * Adds a column of dates ({@code DATE}), which are written as {@code yyyy-MM-dd}.
     *
     * @param name the column's name
     * @return this builder
     */
    public SchemaBuilder dateColumn(String name) {
        return column(name, ColumnType.DATE);
    }

    /**
     * Adds a column of dates with a time ({@code DATETIME}), which are written as {@code yyyy-MM-ddTHH:mm:ss}.
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
     * @param type the column's type
     * @return this builder
     * @throws IllegalArgumentException if the name is blank, already used, or differs from another one only by case; or
     *     if the type is {@link ColumnType#UNKNOWN}
     */
    public SchemaBuilder column(String name, ColumnType type) {
        Args.notBlank("name of column " + (columns.size() + 1), name);
        Args.known("type of column '" + name + "'", type);
        if (columns.putIfAbsent(name, type) != null) {
            throw new IllegalArgumentException(
                    "The column name '" + name + "' is used twice. Domo requires unique names.");
        }
        String other = caseless.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
        if (other != null && !caseCounts) {
            throw new IllegalArgumentException("The column names '" + other + "' and '" + name
                    + "' differ only by case, and Streams have failed with such names. Rename one, or call"
                    + " allowNamesThatDifferByCase().");
        }
        if (name.indexOf('.') >= 0) {
            LOG.warn("The column name '{}' contains a dot, which has caused problems for other clients of Domo.", name);
        }
        return this;
    }

    /**
     * Creates the schema.
     *
     * @return the schema
     * @throws IllegalStateException if there is no column
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

package io.github.domojvm.rows;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.internal.Args;
import io.github.domojvm.internal.csv.EncodedRecords;
import io.github.domojvm.internal.source.ColumnNames;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.schema.SchemaBuilder;
import java.io.Closeable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Converts objects to rows of a DataSet.
 *
 * <pre>{@code
 * record Sale(LocalDate day, String fruit, double revenue) {}
 *
 * RowFormat<Sale> format = RowFormat.ofRecords(Sale.class);
 * UploadRequest request = UploadRequest.builder(streamId, format.toSource(sales), UpdateMethod.APPEND).build();
 * }</pre>
 *
 * <p>Rows are written while they are sent and are not collected in memory. The source starts with a header line of the
 * column names, which is compared with the columns of the DataSet and never sent: columns in another order are
 * rejected. Null and empty text remain distinct. A value that its column cannot store without loss (a fraction in a
 * {@code LONG}, not-a-number in a {@code DOUBLE}, a list in a {@code STRING}) fails with
 * {@link io.github.domojvm.error.CsvException}, which has the row and the column; so does a row whose function fails.
 * Times with an offset and {@code java.util.Date} are written in UTC and truncated to milliseconds.
 *
 * <p>Immutable, and thread-safe if the row function is.
 *
 * @param <T> the type of the objects
 */
public final class RowFormat<T> {
    private static final String NAME = "the given rows";

    private final Schema schema;
    private final Function<? super T, ? extends List<? extends @Nullable Object>> values;

    private RowFormat(Schema schema, Function<? super T, ? extends List<? extends @Nullable Object>> values) {
        this.schema = schema;
        this.values = values;
    }

    /**
     * Returns a format for objects of any type, with a function that returns the values of an object.
     *
     * @param <T> the type of the objects
     * @param schema the DataSet's columns
     * @param values returns the values of an object in the order of the columns, with null for no value;
     *     {@code Arrays.asList} accepts nulls, {@code List.of} does not
     * @return the format
     */
    public static <T> RowFormat<T> of(
            Schema schema, Function<? super T, ? extends List<? extends @Nullable Object>> values) {
        return new RowFormat<>(Args.notNull("schema", schema), Args.notNull("values", values));
    }

    /**
     * Returns a format for records, with the columns of {@link SchemaBuilder#from(Class)}.
     *
     * @param <R> the record class
     * @param type the record class
     * @return the format
     * @throws IllegalArgumentException if the class cannot be converted to columns
     */
    public static <R extends Record> RowFormat<R> ofRecords(Class<R> type) {
        Schema schema = SchemaBuilder.from(Args.notNull("type", type)).build();
        return new RowFormat<>(schema, RecordShape.of(type)::values);
    }

    /**
     * Returns a format for maps from column name to value. A column without an entry is null; an entry without a column
     * is rejected, since it would be lost.
     *
     * @param schema the DataSet's columns
     * @return the format
     */
    public static RowFormat<Map<String, ? extends @Nullable Object>> ofMaps(Schema schema) {
        return new RowFormat<>(schema, new MapShape(ColumnNames.of(Args.notNull("schema", schema)))::values);
    }

    /**
     * Returns a format for arrays of values in the order of the columns.
     *
     * @param schema the DataSet's columns
     * @return the format
     */
    public static RowFormat<@Nullable Object[]> ofArrays(Schema schema) {
        return new RowFormat<>(Args.notNull("schema", schema), row -> Arrays.asList(row));
    }

    /**
     * Returns a format for lists of values in the order of the columns.
     *
     * @param schema the DataSet's columns
     * @return the format
     */
    public static RowFormat<List<? extends @Nullable Object>> ofLists(Schema schema) {
        return new RowFormat<>(Args.notNull("schema", schema), row -> row);
    }

    /**
     * Returns the columns, for creating the DataSet.
     *
     * @return the schema
     */
    public Schema schema() {
        return schema;
    }

    /**
     * Returns a source of objects that can be iterated repeatedly, such as a list.
     *
     * @param rows the objects
     * @return the source for an import or an upload, with a header line
     */
    public CsvSource toSource(Iterable<? extends T> rows) {
        Args.notNull("rows", rows);
        return described(CsvSource.of(NAME, () -> encode(rows.iterator(), () -> {})));
    }

    /**
     * Returns a source of objects that can be iterated once.
     *
     * @param rows the objects; read while they are sent
     * @return the source for one import or upload, with a header line; a second one fails
     */
    public CsvSource toSource(Iterator<? extends T> rows) {
        Args.notNull("rows", rows);
        return described(CsvSource.ofSingleUse(NAME, () -> encode(rows, () -> {})));
    }

    /**
     * Returns a source of the objects of a stream, which can be iterated once.
     *
     * @param rows the objects; read while they are sent, and closed at the end. If the stream was created by
     *     {@code flatMap}, the JDK collects each inner stream in memory
     * @return the source for one import or upload, with a header line; a second one fails
     */
    public CsvSource toSource(Stream<? extends T> rows) {
        Args.notNull("rows", rows);
        return described(CsvSource.ofSingleUse(NAME, () -> encode(rows.iterator(), rows::close)));
    }

    private CsvSource described(CsvSource source) {
        return source.withHeader().withSchema(schema);
    }

    private EncodedRecords encode(Iterator<? extends T> rows, Closeable origin) {
        return new EncodedRecords(
                ColumnNames.of(schema), new RowTexts<>(ColumnNames.columnsOf(schema), values, rows), origin);
    }
}

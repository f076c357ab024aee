package io.github.domojvm.rows;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.internal.Args;
import io.github.domojvm.internal.csv.EncodedRecords;
import io.github.domojvm.internal.source.ColumnNames;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.schema.SchemaBuilder;
import java.io.Closeable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How objects of a program become rows of a DataSet.
 *
 * <pre>{@code
 * record Sale(LocalDate day, String fruit, double revenue) {}
 *
 * RowFormat<Sale> format = RowFormat.ofRecords(Sale.class);
 * UploadRequest request = UploadRequest.builder(streamId, format.source(sales), UpdateMethod.APPEND).build();
 * }</pre>
 *
 * <p>Rows are written while they are sent; nothing is collected. The column names go first, as a header line that is
 * compared with the DataSet's and never sent: columns in another order are refused. A null value becomes null, empty
 * text stays empty text. A value that its column cannot hold without loss (a fraction in a {@code LONG}, not-a-number
 * in a {@code DOUBLE}, a list in a {@code STRING}) is refused as {@link io.github.domojvm.error.CsvException} with its
 * row and column; so is a row whose function fails. Times with an offset are written in UTC, {@code java.util.Date}
 * too; below milliseconds they are cut.
 *
 * <p>Immutable and safe for use by several threads as far as the row function is.
 *
 * @param <T> the objects
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
     * Takes any object, by a function that gives its values.
     *
     * @param <T> the objects
     * @param schema the DataSet's columns
     * @param values gives the values of an object in the order of the columns, null for no value; {@code Arrays.asList}
     *     takes nulls, {@code List.of} does not
     * @return the format
     */
    public static <T> RowFormat<T> of(
            Schema schema, Function<? super T, ? extends List<? extends @Nullable Object>> values) {
        return new RowFormat<>(Args.notNull("schema", schema), Args.notNull("values", values));
    }

    /**
     * Takes records; their class gives the columns, see {@link SchemaBuilder#from(Class)}.
     *
     * @param <R> the record class
     * @param type the record class
     * @return the format
     * @throws IllegalArgumentException when the class does not give columns
     */
    public static <R extends Record> RowFormat<R> ofRecords(Class<R> type) {
        Schema schema = SchemaBuilder.from(Args.notNull("type", type)).build();
        return new RowFormat<>(schema, RecordShape.of(type)::values);
    }

    /**
     * Takes maps from column name to value. A column without an entry is null; an entry without a column is refused,
     * since it would be lost.
     *
     * @param schema the DataSet's columns
     * @return the format
     */
    public static RowFormat<Map<String, ? extends @Nullable Object>> ofMaps(Schema schema) {
        List<String> names = ColumnNames.of(Args.notNull("schema", schema));
        return new RowFormat<>(schema, row -> {
            List<@Nullable Object> ordered = new ArrayList<>(names.size());
            names.forEach(name -> ordered.add(row.get(name)));
            if (!names.containsAll(row.keySet())) {
                List<String> lost = new ArrayList<>(row.keySet());
                lost.removeAll(names);
                throw new UnfitValueException("there is no column for " + lost);
            }
            return ordered;
        });
    }

    /**
     * Takes arrays of values in the order of the columns.
     *
     * @param schema the DataSet's columns
     * @return the format
     */
    public static RowFormat<@Nullable Object[]> ofArrays(Schema schema) {
        return new RowFormat<>(Args.notNull("schema", schema), row -> Arrays.asList(row));
    }

    /**
     * Takes lists of values in the order of the columns.
     *
     * @param schema the DataSet's columns
     * @return the format
     */
    public static RowFormat<List<? extends @Nullable Object>> ofLists(Schema schema) {
        return new RowFormat<>(Args.notNull("schema", schema), row -> row);
    }

    /**
     * Gives the columns, for the DataSet to be created.
     *
     * @return the schema
     */
    public Schema schema() {
        return schema;
    }

    /**
     * Makes a source of objects that can be gone through again, such as a list.
     *
     * @param rows the objects
     * @return the source for an import or an upload, with a header line
     */
    public CsvSource toSource(Iterable<? extends T> rows) {
        Args.notNull("rows", rows);
        return described(CsvSource.of(NAME, () -> encode(rows.iterator(), () -> {})));
    }

    /**
     * Makes a source of objects that come once.
     *
     * @param rows the objects; taken while they are sent
     * @return the source for one import or upload, with a header line; a second one is refused
     */
    public CsvSource toSource(Iterator<? extends T> rows) {
        Args.notNull("rows", rows);
        return described(CsvSource.ofSingleUse(NAME, () -> encode(rows, () -> {})));
    }

    /**
     * Makes a source of objects that come once.
     *
     * @param rows the objects; taken while they are sent, and the stream closed at the end. Where it was made by
     *     {@code flatMap}, the JDK collects each inner stream
     * @return the source for one import or upload, with a header line; a second one is refused
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

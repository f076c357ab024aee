package io.github.domojvm.rows;

import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.internal.Args;
import io.github.domojvm.internal.csv.CsvRecords;
import io.github.domojvm.internal.csv.DomoNull;
import io.github.domojvm.internal.source.ColumnNames;
import io.github.domojvm.rest.model.Column;
import io.github.domojvm.rest.model.QueryColumnMetadata;
import io.github.domojvm.rest.model.QueryResult;
import io.github.domojvm.rest.model.Schema;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Typed rows of an export or a query, read one after the other.
 *
 * <pre>{@code
 * try (Rows rows = domo.dataSets().rows(id)) {
 *     for (Row row : rows) {
 *         System.out.println(row.getDate("day") + " " + row.getDouble("level"));
 *     }
 * }
 * }</pre>
 *
 * <p>Not thread-safe. The {@link Row} objects are immutable; they may be stored and passed to other threads.
 *
 * <p>The rows of an export are downloaded while they are iterated, so {@code hasNext} and {@code next} block on the
 * network, and only a few rows are in memory. The rows of a query are already in memory.
 *
 * <p>Rows can be iterated only once, with one of {@link #iterator()}, {@link #stream()}, {@link #toRecords(Class)} and
 * {@link #toMaps()}. Always close them, also after reading only some: closing ends the download and releases its
 * connection. If reading fails, discard the rows read so far: they are not all rows, and the order of an export is not
 * guaranteed, so reading cannot be resumed.
 *
 * <p>While rows are read:
 *
 * <ul>
 *   <li>{@link io.github.domojvm.error.DomoIoException} means that the download broke or is not complete.
 *   <li>{@link DomoDataException} means that a row does not match the schema, or cannot be converted to the record.
 *   <li>{@link io.github.domojvm.error.CsvException} means that the CSV is malformed.
 * </ul>
 */
public final class Rows implements Iterable<Row>, Closeable {
    private final Columns columns;
    private final Iterator<List<@Nullable String>> records;
    private final Closeable origin;
    private long row;
    private boolean iterated;

    private Rows(Columns columns, Iterator<List<@Nullable String>> records, Closeable origin) {
        this.columns = columns;
        this.records = records;
        this.origin = origin;
    }

    /**
     * Reads CSV in the format of Domo's exports, for instance a file of an earlier export.
     *
     * @param csv the CSV in UTF-8; closed with the rows
     * @param schema the columns, in the order of the fields
     * @param header whether the first record is a header line, which is compared with the schema
     * @return the rows
     * @throws DomoDataException if the header line is missing or has other names
     */
    public static Rows fromCsv(InputStream csv, Schema schema, boolean header) {
        Args.notNull("csv", csv);
        Args.notNull("schema", schema);
        List<Column> columns = ColumnNames.columnsOf(schema);
        CsvRecords records =
                new CsvRecords("the rows", csv, StandardCharsets.UTF_8, ',', '"', DomoNull.FIELDS, columns.size());
        try {
            return checked(records, new Columns(columns), header);
        } catch (RuntimeException e) {
            closeAfter(e, records);
            throw e;
        }
    }

    private static Rows checked(CsvRecords records, Columns columns, boolean header) {
        // The first record may be a row, whose values must not appear in a message.
        if (header && !(records.hasNext() && records.names().equals(columns.names()))) {
            throw new DomoDataException(
                    "The CSV does not begin with a header line of the schema's columns, " + columns.names()
                            + ". If the schema was changed after the export, read the CSV with the earlier schema.",
                    null);
        }
        return new Rows(columns, records, records);
    }

    /**
     * Converts the result of a query to rows.
     *
     * @param result the response of the service
     * @return the rows
     * @throws DomoDataException if the columns, their description or the rows are missing
     */
    public static Rows from(QueryResult result) {
        List<String> names = Args.notNull("result", result).columns();
        List<List<Object>> values = result.rows();
        if (names == null || values == null) {
            throw new DomoDataException(
                    "The response to a query has no " + (names == null ? "columns" : "rows")
                            + ", so it is not the result of a query. Check the URL of the service and any proxy in between.",
                    null);
        }
        List<QueryColumnMetadata> described = Objects.requireNonNullElse(result.metadata(), List.of());
        if (described.size() != names.size()) {
            throw new DomoDataException(
                    "The response to a query has " + names.size() + " columns but describes " + described.size()
                            + " of them. Query again; if the problem persists, contact Domo's support.",
                    null);
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            columns.add(Column.builder()
                    .name(names.get(i))
                    .type(described.get(i).type())
                    .build());
        }
        Iterator<List<@Nullable String>> rows = values.stream().map(Rows::texts).iterator();
        return new Rows(new Columns(columns), rows, () -> {});
    }

    /**
     * Returns the rows, once.
     *
     * @return an iterator, which reads the rows while it is used
     * @throws IllegalStateException if the rows were requested before, with this or another method
     */
    @Override
    public Iterator<Row> iterator() {
        if (iterated) {
            throw new IllegalStateException(
                    "Rows can be iterated only once, and these were requested before. Collect them in a list,"
                            + " or read them again.");
        }
        iterated = true;
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return records.hasNext();
            }

            @Override
            public Row next() {
                return row(records.next());
            }
        };
    }

    /**
     * Returns the rows as a stream, once. Closing the stream closes the rows.
     *
     * @return a sequential stream
     * @throws IllegalStateException if the rows were requested before
     */
    public Stream<Row> stream() {
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED | Spliterator.NONNULL),
                        false)
                .onClose(this::close);
    }

    /**
     * Converts the rows to records, once. A component has the value of the column with its name, see
     * {@link io.github.domojvm.schema.ColumnName}; other columns are ignored.
     *
     * @param <R> the record class
     * @param type the record class
     * @return a sequential stream, which closes the rows when it is closed
     * @throws IllegalArgumentException if a component has no column, or the class is not accessible
     * @throws IllegalStateException if the rows were requested before
     */
    public <R extends Record> Stream<R> toRecords(Class<R> type) {
        RecordReader<R> reader = new RecordReader<>(Args.notNull("type", type), columns);
        return stream().map(reader::read);
    }

    /**
     * Converts the rows to maps from column name to value, once.
     *
     * @return a sequential stream, which closes the rows when it is closed
     * @throws IllegalStateException if the rows were requested before
     */
    public Stream<Map<String, @Nullable Object>> toMaps() {
        return stream().map(Row::toMap);
    }

    /**
     * Returns the columns and the number of rows read so far, without values.
     *
     * @return the text
     */
    @Override
    public String toString() {
        return "Rows[columns=" + columns.names() + ", read=" + row + "]";
    }

    /** Closes the rows and releases the connection. Rows that were not read are not downloaded. */
    @Override
    public void close() {
        try {
            origin.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void closeAfter(RuntimeException failure, Closeable origin) {
        try {
            origin.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** The numbers of a result are exact, so their text can be parsed by the type of the column without loss. */
    private static List<@Nullable String> texts(List<? extends @Nullable Object> values) {
        List<@Nullable String> texts = new ArrayList<>(values.size());
        values.forEach(value -> texts.add(value == null ? null : value.toString()));
        return texts;
    }

    private Row row(List<@Nullable String> fields) {
        row++;
        try {
            return columns.row(fields, row);
        } catch (IllegalArgumentException e) {
            throw new DomoDataException(
                    "Row " + row + " does not match the schema of its DataSet: " + e.getMessage()
                            + ". If the schema was changed in the meantime, read the rows again.",
                    e);
        }
    }
}

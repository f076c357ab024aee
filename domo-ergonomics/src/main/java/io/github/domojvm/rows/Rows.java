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
 * Rows that are read one after the other, once, with a few of them in memory. Close it when done, also after a part.
 *
 * <pre>{@code
 * try (Rows rows = domo.dataSets().rows(id)) {
 *     for (Row row : rows) {
 *         System.out.println(row.getDate("day") + " " + row.getDouble("level"));
 *     }
 * }
 * }</pre>
 *
 * <p>Not for use by several threads.
 */
public final class Rows implements Iterable<Row>, Closeable {
    private final Columns columns;
    private final Iterator<List<@Nullable String>> records;
    private final Closeable origin;
    private long row;
    private boolean asked;

    private Rows(Columns columns, Iterator<List<@Nullable String>> records, Closeable origin) {
        this.columns = columns;
        this.records = records;
        this.origin = origin;
    }

    /**
     * Reads CSV as Domo exports it, for instance a file of an earlier export.
     *
     * @param csv the bytes, in UTF-8; closed with the rows
     * @param schema the columns, in the order of the fields
     * @param header whether the first record holds the column names; it is compared with the schema
     * @return the rows
     * @throws DomoDataException when the header line is missing or has other names
     */
    public static Rows fromCsv(InputStream csv, Schema schema, boolean header) {
        Args.notNull("csv", csv);
        Args.notNull("schema", schema);
        CsvRecords records = new CsvRecords("the rows", csv, StandardCharsets.UTF_8, ',', '"', DomoNull.FIELDS);
        try {
            return checked(records, new Columns(ColumnNames.columnsOf(schema)), header);
        } catch (RuntimeException e) {
            closeAfter(e, records);
            throw e;
        }
    }

    private static Rows checked(CsvRecords records, Columns columns, boolean header) {
        // What comes in place of a header line may be a row, which no message shows.
        if (header && !(records.hasNext() && records.names().equals(columns.names()))) {
            throw new DomoDataException(
                    "The CSV does not begin with a header line of the schema's columns, " + columns.names()
                            + ". Was the schema changed after the export? Read it with its own schema.",
                    null);
        }
        return new Rows(columns, records, records);
    }

    /**
     * Reads the rows of a query's answer.
     *
     * @param result the answer of the service
     * @return the rows
     * @throws DomoDataException when columns, their description or the rows are missing
     */
    public static Rows from(QueryResult result) {
        List<String> names = Args.notNull("result", result).columns();
        List<List<Object>> values = result.rows();
        if (names == null || values == null) {
            throw new DomoDataException(
                    "The response to a query has no " + (names == null ? "columns" : "rows")
                            + ", so that it is not the result of a query. Check the URL of the service and any proxy in between.",
                    null);
        }
        List<QueryColumnMetadata> described = Objects.requireNonNullElse(result.metadata(), List.of());
        if (described.size() != names.size()) {
            throw new DomoDataException(
                    "The answer to a query has " + names.size() + " columns and describes " + described.size()
                            + " of them. Ask again; if it stays so, tell Domo's support.",
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
     * Gives the rows, once.
     *
     * @return an iterator that reads them as it goes
     * @throws IllegalStateException when they were asked for before, here or as a stream
     */
    @Override
    public Iterator<Row> iterator() {
        if (asked) {
            throw new IllegalStateException(
                    "Rows come once, and these were asked for already. Keep the iterator, collect"
                            + " them in a list, or read again");
        }
        asked = true;
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
     * Gives the rows, once. Closing the stream closes the rows.
     *
     * @return a sequential stream
     * @throws IllegalStateException when they were asked for before
     */
    public Stream<Row> stream() {
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED | Spliterator.NONNULL),
                        false)
                .onClose(this::close);
    }

    /**
     * Gives the rows as records, once. A component is filled from the column of its name, see
     * {@link io.github.domojvm.schema.ColumnName}; other columns are passed over.
     *
     * @param <R> the record class
     * @param type the record class
     * @return a sequential stream, which closes the rows when it is closed
     * @throws IllegalArgumentException when a component has no column, or one whose values it cannot take
     */
    public <R extends Record> Stream<R> toRecords(Class<R> type) {
        RecordReader<R> reader = new RecordReader<>(Args.notNull("type", type), columns);
        return stream().map(reader::read);
    }

    /**
     * Gives the rows as maps from column name to value, once.
     *
     * @return a sequential stream, which closes the rows when it is closed
     */
    public Stream<Map<String, @Nullable Object>> toMaps() {
        return stream().map(Row::toMap);
    }

    /**
     * Shows what they are, and how many were read.
     *
     * @return the columns and a count; no values
     */
    @Override
    public String toString() {
        return "Rows[columns=" + columns.names() + ", read=" + row + "]";
    }

    /** Ends the reading and gives back what it holds; the rest of the rows is not fetched. */
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

    /** Numbers come exact, so that their text is what the column's type makes a value of. */
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
                    "Row " + row + " cannot be read by the schema of its DataSet: " + e.getMessage()
                            + ". Was the schema changed meanwhile? Read again.",
                    e);
        }
    }
}

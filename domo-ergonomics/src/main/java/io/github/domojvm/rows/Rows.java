package io.github.domojvm.rows;

import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.internal.csv.CsvRecords;
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
import java.util.Set;
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
 *         System.out.println(row.date("day") + " " + row.doubles("level"));
 *     }
 * }
 * }</pre>
 *
 * <p>Not for use by several threads.
 */
public final class Rows implements Iterable<Row>, Closeable {
    /** R clients write it for null, and the service takes it so (rdomo). */
    private static final Set<String> NULLS = Set.of("", "\\N");

    private final Columns columns;
    private final Iterator<List<@Nullable String>> records;
    private final Closeable origin;
    private long row;

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
     * @throws DomoDataException when the header has other names
     */
    public static Rows read(InputStream csv, Schema schema, boolean header) {
        CsvRecords records = new CsvRecords("The CSV", csv, StandardCharsets.UTF_8, ',', '"', NULLS);
        Columns columns = new Columns(RowFormat.columns(schema));
        if (header && records.hasNext()) {
            List<@Nullable String> names = records.next();
            if (!names.equals(columns.names())) {
                throw new DomoDataException(
                        "The CSV has the columns " + names + " and the schema has " + columns.names()
                                + ". Was the schema changed after the export? Read it with its own schema.",
                        null);
            }
        }
        return new Rows(columns, records, records);
    }

    /**
     * Reads the rows of a query's answer.
     *
     * @param result the answer of the service
     * @return the rows
     * @throws DomoDataException when the answer does not say what its columns are
     */
    public static Rows of(QueryResult result) {
        List<String> names = Objects.requireNonNullElse(result.columns(), List.of());
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
        Iterator<List<@Nullable String>> rows =
                Objects.requireNonNullElse(result.rows(), List.<List<Object>>of()).stream()
                        .map(Rows::texts)
                        .iterator();
        return new Rows(new Columns(columns), rows, () -> {});
    }

    /**
     * Gives the rows that are left.
     *
     * @return always the same iterator: rows come once
     */
    @Override
    public Iterator<Row> iterator() {
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
     * Gives the rows that are left. Closing the stream closes the rows.
     *
     * @return a sequential stream
     */
    public Stream<Row> stream() {
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED | Spliterator.NONNULL),
                        false)
                .onClose(this::close);
    }

    /**
     * Gives the rows that are left as records. A component is filled from the column of its name, see {@link
     * io.github.domojvm.schema.ColumnName}; other columns are passed over.
     *
     * @param <R> the record class
     * @param type the record class
     * @return a sequential stream, which closes the rows when it is closed
     * @throws IllegalArgumentException when a component has no column, or one whose values it cannot take
     */
    public <R extends Record> Stream<R> as(Class<R> type) {
        RecordReader<R> reader = new RecordReader<>(type, columns);
        return stream().map(reader::read);
    }

    /**
     * Gives the rows that are left as maps from column name to value.
     *
     * @return a sequential stream, which closes the rows when it is closed
     */
    public Stream<Map<String, @Nullable Object>> asMaps() {
        return stream().map(Row::asMap);
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

    /** Numbers come exact, so that their text is what the column's type makes a value of. */
    private static List<@Nullable String> texts(List<? extends @Nullable Object> values) {
        List<@Nullable String> texts = new ArrayList<>(values.size());
        values.forEach(value -> texts.add(value == null ? null : value.toString()));
        return texts;
    }

    private Row row(List<@Nullable String> fields) {
        row++;
        try {
            return columns.row(fields);
        } catch (IllegalArgumentException e) {
            throw new DomoDataException(
                    "Row " + row + " cannot be read by the schema of its DataSet: " + e.getMessage()
                            + ". Was the schema changed meanwhile? Read again.",
                    e);
        }
    }
}

package io.github.domojvm.benchmarks.client;

import io.github.domojvm.benchmarks.data.Repeated;
import io.github.domojvm.benchmarks.data.SampleMaps;
import io.github.domojvm.benchmarks.data.SampleRow;
import io.github.domojvm.benchmarks.data.SampleRows;
import io.github.domojvm.benchmarks.data.SampleTable;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.rows.JdbcRows;
import io.github.domojvm.rows.RowFormat;
import io.github.domojvm.schema.SchemaBuilder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rows of a program: records, maps, or the result of a query. */
public abstract class RowInput implements AutoCloseable {
    private static final int DISTINCT = 20_000;

    /**
     * Creates rows.
     *
     * @param kind {@code records}, {@code maps} or {@code jdbc}
     * @param rows the number of rows, a multiple of 20,000 or fewer than that
     * @return the rows
     * @throws SQLException if the database fails
     */
    public static RowInput create(String kind, long rows) throws SQLException {
        List<SampleRow> distinct = new ArrayList<>();
        new SampleRows(SampleRows.SEED, Math.min(rows, DISTINCT)).forEachRemaining(distinct::add);
        return switch (kind) {
            case "records" -> new Records(distinct, rows);
            case "maps" -> new Maps(distinct.stream().map(SampleMaps::of).toList(), rows);
            case "jdbc" -> new Jdbc(SampleTable.create(distinct.iterator()), rows / distinct.size());
            default -> throw new IllegalArgumentException(kind + " must be records, maps or jdbc");
        };
    }

    /** Returns the rows as the source of an upload. */
    public abstract CsvSource toSource() throws SQLException;

    /** Passes the values of each row, reusing the list. */
    abstract void forEach(RowConsumer consumer) throws SQLException;

    @Override
    public void close() throws SQLException {}

    /** Receives the values of a row. */
    @FunctionalInterface
    interface RowConsumer {
        void accept(List<Object> values);
    }

    private static final class Records extends RowInput {
        private static final RowFormat<SampleRow> FORMAT = RowFormat.ofRecords(SampleRow.class);

        private final List<SampleRow> distinct;
        private final long rows;

        Records(List<SampleRow> distinct, long rows) {
            this.distinct = distinct;
            this.rows = rows;
        }

        @Override
        public CsvSource toSource() {
            return FORMAT.toSource(new Repeated<>(distinct, rows));
        }

        @Override
        void forEach(RowConsumer consumer) {
            new Repeated<>(distinct, rows)
                    .forEachRemaining(row -> consumer.accept(List.of(
                            row.id(),
                            row.day(),
                            row.soldAt(),
                            row.customer(),
                            row.sku(),
                            row.quantity(),
                            row.price(),
                            row.weight(),
                            row.note())));
        }
    }

    private static final class Maps extends RowInput {
        private static final Schema SCHEMA = SchemaBuilder.from(SampleRow.class).build();

        private final List<Map<String, Object>> distinct;
        private final long rows;

        Maps(List<Map<String, Object>> distinct, long rows) {
            this.distinct = distinct;
            this.rows = rows;
        }

        @Override
        public CsvSource toSource() {
            return RowFormat.ofMaps(SCHEMA).toSource(new Repeated<>(distinct, rows));
        }

        @Override
        void forEach(RowConsumer consumer) {
            List<String> names = List.copyOf(distinct.get(0).keySet());
            List<Object> values = new ArrayList<>();
            new Repeated<>(distinct, rows).forEachRemaining(row -> {
                values.clear();
                names.forEach(name -> values.add(row.get(name)));
                consumer.accept(values);
            });
        }
    }

    private static final class Jdbc extends RowInput {
        private final Connection connection;
        private final Statement statement;
        private final long times;

        Jdbc(Connection connection, long times) throws SQLException {
            this.connection = connection;
            this.statement = connection.createStatement();
            this.times = times;
        }

        /** The result remains open until the next query or the end. */
        @Override
        public CsvSource toSource() throws SQLException {
            return JdbcRows.toSource(query());
        }

        @Override
        void forEach(RowConsumer consumer) throws SQLException {
            List<Object> values = new ArrayList<>();
            try (ResultSet result = query()) {
                int columns = result.getMetaData().getColumnCount();
                while (result.next()) {
                    values.clear();
                    for (int i = 1; i <= columns; i++) {
                        values.add(result.getObject(i));
                    }
                    consumer.accept(values);
                }
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }

        private ResultSet query() throws SQLException {
            return statement.executeQuery(SampleTable.query(times));
        }
    }
}

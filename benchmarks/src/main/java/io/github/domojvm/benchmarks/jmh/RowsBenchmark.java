package io.github.domojvm.benchmarks.jmh;

import io.github.domojvm.benchmarks.client.FastCsvInput;
import io.github.domojvm.benchmarks.client.FastCsvOutput;
import io.github.domojvm.benchmarks.client.RowInput;
import io.github.domojvm.benchmarks.client.TypedRows;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Converts rows of a program to CSV and CSV to typed rows, beside FastCSV. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class RowsBenchmark {
    /** The rows of a program. */
    @State(Scope.Benchmark)
    public static class Input {
        /** The kind of the rows. */
        @Param({"records", "maps", "jdbc"})
        public String kind;

        /** The number of rows. */
        @Param("100000")
        public long rows;

        private RowInput input;

        /**
         * Creates the rows.
         *
         * @throws SQLException if the database fails
         */
        @Setup
        public void create() throws SQLException {
            input = RowInput.create(kind, rows);
        }

        /**
         * Closes the database.
         *
         * @throws SQLException if the database fails
         */
        @TearDown
        public void close() throws SQLException {
            input.close();
        }
    }

    /**
     * Converts rows to CSV, without compression.
     *
     * @param rows the rows
     * @return the bytes
     * @throws Exception if the rows cannot be read
     */
    @Benchmark
    public long in(Input rows) throws Exception {
        try (InputStream csv = rows.input.toSource().open()) {
            return csv.transferTo(OutputStream.nullOutputStream());
        }
    }

    /**
     * Converts rows to compressed CSV with FastCSV.
     *
     * @param rows the rows
     * @throws SQLException if the database fails
     */
    @Benchmark
    public void inByFastCsv(Input rows) throws SQLException {
        FastCsvOutput.write(rows.input);
    }

    /**
     * Reads typed rows.
     *
     * @param data the file
     * @return the sum of the ids
     * @throws IOException if the file cannot be read
     */
    @Benchmark
    public long out(SampleData data) throws IOException {
        return TypedRows.read(data.file().path(), data.rows);
    }

    /**
     * Reads typed rows with FastCSV.
     *
     * @param data the file
     * @return the sum of the ids
     * @throws IOException if the file cannot be read
     */
    @Benchmark
    public long outByFastCsv(SampleData data) throws IOException {
        return FastCsvInput.read(data.file().path(), data.rows);
    }
}

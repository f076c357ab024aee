package io.github.domojvm.benchmarks.client;

import io.github.domojvm.benchmarks.data.SampleRow;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.rows.Row;
import io.github.domojvm.rows.Rows;
import io.github.domojvm.schema.SchemaBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;

/** Reads typed rows with this client. */
public final class TypedRows {
    private static final Schema SCHEMA = SchemaBuilder.from(SampleRow.class).build();

    private TypedRows() {}

    /**
     * Reads all values of the first rows.
     *
     * @param file the file
     * @param count the number of rows to read
     * @return the sum of the ids
     * @throws IOException if the file cannot be read
     */
    public static long read(Path file, long count) throws IOException {
        long sum = 0;
        try (Rows rows = Rows.fromCsv(Files.newInputStream(file), SCHEMA, false)) {
            Iterator<Row> iterator = rows.iterator();
            for (long i = 0; i < count; i++) {
                sum += row(iterator.next()).id();
            }
        }
        return sum;
    }

    private static SampleRow row(Row row) {
        return new SampleRow(
                row.getLong("id"),
                row.getDate("day"),
                row.getDateTime("soldAt"),
                row.getString("customer"),
                row.getString("sku"),
                row.getLong("quantity").intValue(),
                row.getDecimal("price"),
                row.getDouble("weight"),
                row.getString("note"));
    }
}

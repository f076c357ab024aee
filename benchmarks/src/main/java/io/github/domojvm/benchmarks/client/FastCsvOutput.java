package io.github.domojvm.benchmarks.client;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes rows with FastCSV into a gzip stream of level 1, without the checks of values that an upload makes. */
public final class FastCsvOutput {
    private static final int BUFFER_BYTES = 64 * 1024;

    private FastCsvOutput() {}

    /**
     * Writes rows to a stream that discards them.
     *
     * @param input the rows
     * @throws SQLException if the database fails
     */
    public static void write(RowInput input) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (CsvWriter csv = CsvWriter.builder().build(new FastGzip(OutputStream.nullOutputStream()))) {
            input.forEach(values -> {
                texts.clear();
                values.forEach(value -> texts.add(value == null ? null : value.toString()));
                csv.writeRecord(texts);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, BUFFER_BYTES);
            def.setLevel(1);
        }
    }
}

package io.github.domojvm.sandbox.internal.rows;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes records as Domo exports them: null is empty, empty text is quoted, and rows end with a line feed. */
final class RowWriter implements Closeable {
    private static final QuoteStrategy DISTINGUISHES_NULL = new QuoteStrategy() {
        @Override
        public boolean quoteEmpty(int lineNumber, int field) {
            return true;
        }

        @Override
        public boolean quoteValue(int lineNumber, int field, String value) {
            return value.equals("\\N");
        }
    };

    private final CsvWriter csv;

    RowWriter(OutputStream out) {
        csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .quoteStrategy(DISTINGUISHES_NULL)
                .build(out, StandardCharsets.UTF_8);
    }

    void write(List<@Nullable String> values) {
        csv.writeRecord(values);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    void flush() throws IOException {
        csv.flush();
    }
}

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

/** Writes records as Domo exports them: null is empty, an empty text is quoted, rows end in a line feed. */
final class RowWriter implements Closeable {
    private static final QuoteStrategy KEEPS_NULLS_APART = new QuoteStrategy() {
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
                .quoteStrategy(KEEPS_NULLS_APART)
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

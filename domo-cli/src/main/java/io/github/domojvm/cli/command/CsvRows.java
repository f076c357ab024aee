package io.github.domojvm.cli.command;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the records of a CSV file as Domo does: an empty field is null, a quoted empty field is an empty string. */
final class CsvRows implements AutoCloseable {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CloseableIterator<List<@Nullable String>> records;

    CsvRows(Path file) throws IOException {
        BufferedReader reader = Files.newBufferedReader(file);
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        records = CsvReader.builder()
                .skipEmptyLines(false)
                .build(new Fields(), reader)
                .iterator();
    }

    /** Returns the next record, or null after the last one. */
    @Nullable
    List<@Nullable String> next() {
        return records.hasNext() ? records.next() : null;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    private static final class Fields extends AbstractBaseCsvCallbackHandler<List<@Nullable String>> {
        private List<@Nullable String> values = new ArrayList<>();

        @Override
        protected void handleBegin(long startingLineNumber) {
            values = new ArrayList<>(values.size());
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            String text = new String(buffer, offset, length);
            values.add(!quoted && (text.isEmpty() || text.equals("\\N")) ? null : text);
        }

        @Override
        protected void handleEmpty() {
            values.add(null);
        }

        @Override
        protected List<@Nullable String> buildRecord() {
            return values;
        }
    }
}

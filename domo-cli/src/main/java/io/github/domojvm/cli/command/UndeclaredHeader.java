package io.github.domojvm.cli.command;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;

/**
 * Refuses CSV that is said to have no header line while its first record is the names of the columns: the service would
 * take it for a header, and the rows would not add up.
 */
final class UndeclaredHeader extends PushbackInputStream {
    /** A header line that is longer is taken as data. */
    private static final int LONGEST = 64 << 10;

    private final String name;
    private final List<String> columns;
    private boolean checked;

    UndeclaredHeader(String name, InputStream csv, List<String> columns) {
        super(csv, LONGEST);
        this.name = name;
        this.columns = columns;
    }

    @Override
    public int read() throws IOException {
        check();
        return super.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        check();
        return super.read(target, offset, length);
    }

    /** Reads the first line and puts it back. */
    void check() throws IOException {
        if (checked) {
            return;
        }
        checked = true;
        byte[] line = new byte[LONGEST];
        int length = 0;
        boolean ended = false;
        while (!ended && length < line.length) {
            int read = super.read(line, length, line.length - length);
            ended = read < 0 || contains(line, length, length + read);
            length += Math.max(0, read);
        }
        if (firstRecord(new String(line, 0, length, StandardCharsets.UTF_8)).equals(columns)) {
            throw new IllegalArgumentException("The first record of " + name
                    + " is the names of the DataSet's columns, "
                    + columns + ", while --no-header says that it is a row. Leave --no-header out: --header is the"
                    + " default.");
        }
        unread(line, 0, length);
    }

    private static boolean contains(byte[] line, int from, int to) {
        for (int i = from; i < to; i++) {
            if (line[i] == '\n') {
                return true;
            }
        }
        return false;
    }

    private static List<String> firstRecord(String text) {
        try {
            Iterator<CsvRecord> records = CsvReader.builder()
                    .ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)
                    .iterator();
            return records.hasNext() ? records.next().getFields() : List.of();
        } catch (CsvParseException e) {
            // The upload tells what is wrong with it.
            return List.of();
        }
    }
}

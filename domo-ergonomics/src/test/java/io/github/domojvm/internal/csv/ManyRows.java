package io.github.domojvm.internal.csv;

import io.github.domojvm.csv.CsvDialect;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.rows.RowFormat;
import io.github.domojvm.rows.Rows;
import io.github.domojvm.schema.SchemaBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;

/** A separate program, so that its heap can be small: processes the given number of rows in the given mode. */
final class ManyRows {
    private static final Schema SCHEMA =
            SchemaBuilder.builder().longColumn("n").stringColumn("text").build();

    private static final int LINES_AT_A_TIME = 1000;

    private ManyRows() {}

    public static void main(String[] args) throws IOException {
        long rows = Long.parseLong(args[1]);
        System.out.println(
                switch (args[0]) {
                    case "read" -> read(rows);
                    case "convert" -> lines(CsvDialect.defaults().convert(csv(rows)));
                    // The header line is not a row.
                    case "write" ->
                        -1
                                + lines(RowFormat.<Long>of(SCHEMA, n -> List.of(n, "a"))
                                        .toSource(LongStream.range(0, rows).boxed()));
                    case "utf16" ->
                        lines(CsvDialect.defaults()
                                .charset(StandardCharsets.UTF_16LE)
                                .convert(repeated("1,a\r\n", rows, StandardCharsets.UTF_16LE)));
                    case "quoted" -> lines(CsvDialect.defaults().convert(quoted(rows)));
                    default -> throw new IllegalArgumentException(args[0]);
                });
    }

    private static long read(long count) throws IOException {
        try (Rows rows = Rows.fromCsv(csv(count).open(), SCHEMA, false)) {
            return rows.stream().count();
        }
    }

    private static long lines(CsvSource source) throws IOException {
        try (InputStream csv = source.open()) {
            byte[] block = new byte[1 << 16];
            long lines = 0;
            for (int count = csv.read(block); count >= 0; count = csv.read(block)) {
                for (int i = 0; i < count; i++) {
                    lines += block[i] == '\n' ? 1 : 0;
                }
            }
            return lines;
        }
    }

    private static CsvSource csv(long rows) {
        return repeated("1,a\n", rows, StandardCharsets.UTF_8);
    }

    /** Returns rows of two lines each, so that the numbers of lines and rows differ. */
    private static CsvSource quoted(long rows) {
        return repeated("1,\"a\n\"\n", rows, StandardCharsets.UTF_8);
    }

    private static CsvSource repeated(String text, long times, Charset charset) {
        byte[] lines = text.repeat(LINES_AT_A_TIME).getBytes(charset);
        return CsvSource.of(
                "many rows",
                () -> new SequenceInputStream(Collections.enumeration(new AbstractList<InputStream>() {
                    @Override
                    public InputStream get(int index) {
                        return new ByteArrayInputStream(lines);
                    }

                    @Override
                    public int size() {
                        return (int) (times / LINES_AT_A_TIME);
                    }
                })));
    }
}

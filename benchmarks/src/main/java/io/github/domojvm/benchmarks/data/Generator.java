package io.github.domojvm.benchmarks.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/** Writes a generated file and its facts. Arguments: the file, and the number of rows, by default 10,000,000. */
public final class Generator {
    /** The rows of the file of about 1 GB for which the goals are stated. */
    public static final long ROWS = 10_000_000;

    private static final int BUFFER_CHARS = 256 * 1024;

    private Generator() {}

    /**
     * Writes a file.
     *
     * @param args the file, and optionally the number of rows
     * @throws IOException if the file cannot be written
     */
    public static void main(String[] args) throws IOException {
        long rows = args.length > 1 ? Long.parseLong(args[1]) : ROWS;
        System.out.println(write(Path.of(args[0]), SampleRows.SEED, rows));
    }

    /**
     * Writes a file.
     *
     * @param path the file to write
     * @param seed determines all values
     * @param rows the number of rows
     * @return the file with its facts
     * @throws IOException if the file cannot be written
     */
    public static DataFile write(Path path, long seed, long rows) throws IOException {
        CRC32 checksum = new CRC32();
        long bytes = 0;
        SampleRows source = new SampleRows(seed, rows);
        StringBuilder text = new StringBuilder(BUFFER_CHARS + 1024);
        try (OutputStream out = Files.newOutputStream(path)) {
            while (source.hasNext()) {
                text.setLength(0);
                while (source.hasNext() && text.length() < BUFFER_CHARS) {
                    RowText.append(source.next(), text);
                }
                byte[] encoded = text.toString().getBytes(StandardCharsets.UTF_8);
                checksum.update(encoded);
                bytes += encoded.length;
                out.write(encoded);
            }
        }
        DataFile file = new DataFile(path, rows, bytes, checksum.getValue());
        file.writeFacts();
        return file;
    }
}

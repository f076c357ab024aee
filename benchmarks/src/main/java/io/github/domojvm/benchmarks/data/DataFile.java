package io.github.domojvm.benchmarks.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * A generated file with what an upload of it must deliver.
 *
 * @param path the CSV file, without a header line
 * @param rows the number of records
 * @param bytes the size
 * @param crc32 the checksum of the content
 */
public record DataFile(Path path, long rows, long bytes, long crc32) {
    /** The names of the columns. */
    public static final List<String> COLUMNS =
            List.of("id", "day", "soldAt", "customer", "sku", "quantity", "price", "weight", "note");
    /** The types of the columns. */
    public static final List<String> TYPES =
            List.of("LONG", "DATE", "DATETIME", "STRING", "STRING", "LONG", "DECIMAL", "DOUBLE", "STRING");

    /**
     * Reads the facts that were written with a file.
     *
     * @param path the CSV file
     * @return the file with its facts
     * @throws IOException if the file has no facts
     */
    public static DataFile read(Path path) throws IOException {
        Properties facts = new Properties();
        try (BufferedReader in = Files.newBufferedReader(facts(path))) {
            facts.load(in);
        }
        return new DataFile(
                path,
                Long.parseLong(facts.getProperty("rows")),
                Long.parseLong(facts.getProperty("bytes")),
                Long.parseLong(facts.getProperty("crc32")));
    }

    void writeFacts() throws IOException {
        Files.writeString(facts(path), "rows=" + rows + "\nbytes=" + bytes + "\ncrc32=" + crc32 + "\n");
    }

    private static Path facts(Path path) {
        return path.resolveSibling(path.getFileName() + ".facts");
    }
}

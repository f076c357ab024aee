package io.github.domojvm.benchmarks.client;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.domojvm.benchmarks.data.SampleRow;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Iterator;

/** Reads typed rows with FastCSV and the same conversions. */
public final class FastCsvInput {
    private FastCsvInput() {}

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
        try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(file)) {
            Iterator<CsvRecord> iterator = records.iterator();
            for (long i = 0; i < count; i++) {
                sum += row(iterator.next()).id();
            }
        }
        return sum;
    }

    private static SampleRow row(CsvRecord fields) {
        return new SampleRow(
                Long.parseLong(fields.getField(0)),
                LocalDate.parse(fields.getField(1)),
                LocalDateTime.parse(fields.getField(2)),
                fields.getField(3),
                fields.getField(4),
                Integer.parseInt(fields.getField(5)),
                new BigDecimal(fields.getField(6)),
                Double.parseDouble(fields.getField(7)),
                fields.getField(8));
    }
}

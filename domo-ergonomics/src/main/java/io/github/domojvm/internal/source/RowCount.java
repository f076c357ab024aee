package io.github.domojvm.internal.source;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.CsvException;
import io.github.domojvm.internal.csv.Unreadable;
import io.github.domojvm.internal.parts.CsvFormatException;
import io.github.domojvm.internal.parts.PartCutter;
import io.github.domojvm.internal.parts.PartOptions;
import io.github.domojvm.internal.parts.PendingPart;
import java.io.IOException;
import java.util.List;

/**
 * The result of checking and counting the rows of a source. The checks are the same as in an upload, and the rows are
 * not stored.
 *
 * @param header the names in the header line; empty if the source has none
 * @param firstRow the fields of the first row; empty if there is none
 * @param rows the number of rows
 */
public record RowCount(List<String> header, List<String> firstRow, long rows) {
    /** The size of parts is irrelevant here, since only their rows are counted. */
    private static final int PART_BYTES = 1 << 20;

    /**
     * Reads a source to its end.
     *
     * @param csv the source
     * @param columns the number of columns that each row must have; 0 for the number of the first record
     * @return the result
     * @throws CsvException if the CSV does not have the format that Domo accepts
     * @throws io.github.domojvm.error.DomoIoException if the source cannot be read or changed while it was read
     */
    public static RowCount of(CsvSource csv, int columns) {
        return Reading.of(csv).whole(() -> count(csv, columns));
    }

    private static RowCount count(CsvSource csv, int columns) {
        PartOptions.Builder options =
                PartOptions.builder().header(csv.hasHeader()).gzipLevel(0).maxBytes(PART_BYTES);
        if (columns > 0) {
            options.columns(columns);
        }
        try (PartCutter cutter = new PartCutter(csv.open(), options.build(), Runnable::run)) {
            long rows = 0;
            for (PendingPart part = cutter.next(); part != null; part = cutter.next()) {
                rows += part.records();
            }
            return new RowCount(cutter.columnNames(), cutter.firstRecord(), rows);
        } catch (CsvFormatException e) {
            throw SinglePart.malformed(csv, e);
        } catch (IOException e) {
            throw Unreadable.source(csv, e, " Nothing was sent.");
        }
    }
}

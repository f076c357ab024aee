package io.github.domojvm.internal.source;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.CsvException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.error.FailureReason;
import io.github.domojvm.internal.csv.Unreadable;
import io.github.domojvm.internal.parts.CsvFormatException;
import io.github.domojvm.internal.parts.Part;
import io.github.domojvm.internal.parts.PartCutter;
import io.github.domojvm.internal.parts.PartOptions;
import io.github.domojvm.internal.parts.PendingPart;
import io.github.domojvm.rest.model.Schema;
import java.io.IOException;
import java.util.List;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * All rows of a source as the body of one request: checked, in memory, and sendable any number of times. The source is
 * read completely before anything is sent, so that failures of the source and of the call can be told apart.
 */
public final class SinglePart {
    private static final long MOST_BYTES = 100L << 20;

    private final CsvSource csv;
    private final Reading reading;
    private final List<String> header;
    private final List<String> firstRow;
    private final Part part;

    private SinglePart(CsvSource csv, Reading reading, List<String> header, List<String> firstRow, Part part) {
        this.csv = csv;
        this.reading = reading;
        this.header = header;
        this.firstRow = firstRow;
        this.part = part;
    }

    /**
     * Reads all rows, for an operation that accepts only uncompressed CSV.
     *
     * @param csv the source
     * @return the rows
     * @throws CsvException if the CSV does not have the format that Domo accepts
     * @throws DomoIoException if the source cannot be read
     * @throws IllegalArgumentException if it has no rows, or more than 100 MiB of rows
     */
    public static SinglePart uncompressed(CsvSource csv) {
        return cut(csv, options(csv).gzipLevel(0).build());
    }

    /**
     * Reads all rows and compresses them.
     *
     * @param csv the source
     * @return the rows
     * @throws CsvException if the CSV does not have the format that Domo accepts
     * @throws DomoIoException if the source cannot be read
     * @throws IllegalArgumentException if it has no rows, or more than 100 MiB of rows
     */
    public static SinglePart compressed(CsvSource csv) {
        return cut(csv, options(csv).build());
    }

    /**
     * Returns the request body after the final checks. It rejects names in another order than in the DataSet, since the
     * values would be stored in the wrong columns; a first row that contains the names, since the service would
     * interpret it as a header line; and a source that has changed since it was opened. Call this immediately before
     * sending.
     *
     * @param schema the schema of the DataSet, null if the service did not return one
     * @return the body, which can be sent any number of times
     * @throws CsvException if the names or the number of columns differ, or the first row contains the names
     * @throws DomoIoException if the source has changed
     */
    public RequestBody checkedBody(@Nullable Schema schema) {
        List<String> columns = ColumnNames.of(schema);
        ColumnNames.inFirstRow(csv, firstRow, columns).ifPresent(inFirstRow -> {
            throw new CsvException(
                    FailureReason.HEADER_IN_ROWS,
                    inFirstRow + " Nothing was sent.",
                    ColumnNames.adviceForFirstRow(csv),
                    part.firstLine(),
                    null);
        });
        ColumnNames.mismatch(csv, header, columns).ifPresent(mismatch -> {
            throw new CsvException(
                    FailureReason.HEADER_MISMATCH,
                    mismatch + " Nothing was sent.",
                    "Use the same column names: in the header line, with AS in a query, or with @ColumnName on a"
                            + " record.",
                    1,
                    null);
        });
        if (!columns.isEmpty() && !firstRow.isEmpty() && firstRow.size() != columns.size()) {
            throw new CsvException(
                    FailureReason.COLUMN_COUNT,
                    "The rows of " + csv + " have " + firstRow.size()
                            + (firstRow.size() == 1 ? " column" : " columns") + ", but the DataSet has "
                            + columns.size()
                            + ". Nothing was sent.",
                    "Send every column of the DataSet, in its order.",
                    part.firstLine(),
                    null);
        }
        reading.checkUnchanged();
        return new PartBody(part.contentLength(), part::writeTo);
    }

    /**
     * Returns the number of rows.
     *
     * @return at least 1
     */
    public long records() {
        return part.records();
    }

    private static PartOptions.Builder options(CsvSource csv) {
        return PartOptions.builder()
                .maxRecords(Long.MAX_VALUE)
                .maxBytes(MOST_BYTES)
                .header(csv.hasHeader());
    }

    private static SinglePart cut(CsvSource csv, PartOptions options) {
        Reading reading = Reading.of(csv);
        try {
            return cut(csv, reading, options);
        } catch (RuntimeException e) {
            throw reading.explained(e);
        }
    }

    private static SinglePart cut(CsvSource csv, Reading reading, PartOptions options) {
        try (PartCutter cutter = new PartCutter(csv.open(), options, Runnable::run)) {
            PendingPart part = cutter.next();
            if (part == null) {
                throw new IllegalArgumentException("There are no rows in " + csv + "; nothing was sent");
            }
            SinglePart all = new SinglePart(
                    csv,
                    reading,
                    cutter.columnNames(),
                    cutter.firstRecord(),
                    part.ready().join());
            if (cutter.next() != null) {
                throw new IllegalArgumentException("There are more than 100 MiB in " + csv
                        + ", which is the limit for one request; nothing was sent. Upload the rows in parts,"
                        + " with a Stream.");
            }
            return all;
        } catch (CsvFormatException e) {
            throw malformed(csv, e);
        } catch (IOException e) {
            throw Unreadable.source(csv, e, " Nothing was sent.");
        }
    }

    static CsvException malformed(CsvSource csv, CsvFormatException e) {
        return new CsvException(
                "The CSV of " + csv + " does not have the format that Domo accepts; nothing was sent. "
                        + e.getMessage(),
                e.line(),
                e);
    }
}

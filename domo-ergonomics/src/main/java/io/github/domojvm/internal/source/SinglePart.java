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
 * All rows of a source for one request: checked, in memory, repeatable. They are read before anything is sent, so that
 * a failing source never looks like a failing call, or the other way.
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
     * Reads all rows, for an operation that takes plain CSV only.
     *
     * @param csv the source
     * @return the rows
     * @throws CsvException when the CSV is not what Domo accepts
     * @throws DomoIoException when the source cannot be read
     * @throws IllegalArgumentException when it has no rows, or more than 100 MiB of them
     */
    public static SinglePart uncompressed(CsvSource csv) {
        return cut(csv, options(csv).uncompressed().build());
    }

    /**
     * Reads all rows and compresses them.
     *
     * @param csv the source
     * @return the rows
     * @throws CsvException when the CSV is not what Domo accepts
     * @throws DomoIoException when the source cannot be read
     * @throws IllegalArgumentException when it has no rows, or more than 100 MiB of them
     */
    public static SinglePart compressed(CsvSource csv) {
        return cut(csv, options(csv).build());
    }

    /**
     * Returns what to send, after the checks that every request of rows must pass. Names in another order than the
     * DataSet has them are refused: the values would land in the wrong columns. So is a first row that holds the names:
     * the service would take it for a header line. So is a source that has changed since it was opened. Call it right
     * before sending.
     *
     * @param schema the DataSet's, null when the service told none
     * @return the body, the same bytes however often it is sent
     * @throws CsvException when the names or the number of columns differ, or the first row holds the names
     * @throws DomoIoException when the source has changed
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
                    "Name the columns alike: in the header line, by AS in a query, by @ColumnName on a record.",
                    1,
                    null);
        });
        if (!columns.isEmpty() && !firstRow.isEmpty() && firstRow.size() != columns.size()) {
            throw new CsvException(
                    FailureReason.COLUMN_COUNT,
                    "The rows of " + csv + " have " + firstRow.size()
                            + (firstRow.size() == 1 ? " column" : " columns") + ", the DataSet has " + columns.size()
                            + ". Nothing was sent.",
                    "Send every column of the DataSet, in its order.",
                    part.firstLine(),
                    null);
        }
        reading.checkUnchanged();
        return new PartBody(part);
    }

    /**
     * Counts the rows.
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
            PendingPart whole = cutter.next();
            if (whole == null) {
                throw new IllegalArgumentException("There are no rows in " + csv + "; nothing was sent");
            }
            SinglePart all = new SinglePart(
                    csv,
                    reading,
                    cutter.columnNames(),
                    cutter.firstRecord(),
                    whole.ready().join());
            if (cutter.next() != null) {
                throw new IllegalArgumentException("There are more than 100 MiB in " + csv
                        + ", too much for one request from memory; nothing was sent. Upload it in parts, by a Stream.");
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
                "The CSV of " + csv + " is not what Domo accepts; nothing was sent. " + e.getMessage(), e.line(), e);
    }
}

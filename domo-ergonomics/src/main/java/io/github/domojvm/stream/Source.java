package io.github.domojvm.stream;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.CsvException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.error.FailureReason;
import io.github.domojvm.internal.csv.Unreadable;
import io.github.domojvm.internal.parts.CsvFormatException;
import io.github.domojvm.internal.parts.PartCutter;
import io.github.domojvm.internal.parts.PartOptions;
import io.github.domojvm.internal.parts.PendingPart;
import io.github.domojvm.internal.source.ColumnNames;
import io.github.domojvm.internal.source.Reading;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** The source of one upload while it is read: cuts its parts, checks its header line, and detects changes. */
final class Source implements Closeable {
    private final CsvSource csv;
    private final Reading reading;
    private final List<String> columns;
    private final @Nullable Long bytes;
    private final PartCutter cutter;
    private @Nullable PendingPart first;

    private Source(CsvSource csv, Reading reading, List<String> columns, @Nullable Long bytes, PartCutter cutter) {
        this.csv = csv;
        this.reading = reading;
        this.columns = columns;
        this.bytes = bytes;
        this.cutter = cutter;
    }

    /**
     * Opens a source.
     *
     * @param gzipLevel provides the compression level of each part; 0 for none
     * @param columns the names of the DataSet's columns; empty if they are unknown
     */
    static Source open(
            CsvSource csv, PartLimits limits, IntSupplier gzipLevel, List<String> columns, Executor executor) {
        PartOptions options = PartOptions.builder()
                .maxRecords(limits.rows())
                .maxBytes(limits.bytes())
                .maxRecordBytes(limits.rowBytes())
                .columns(columns.size())
                .avoidAtStart(columns)
                .header(csv.hasHeader())
                .gzipLevel(gzipLevel)
                .build();
        try {
            Reading reading = Reading.of(csv);
            OptionalLong size = csv.size();
            return new Source(
                    csv,
                    reading,
                    columns,
                    size.isPresent() ? size.getAsLong() : null,
                    new PartCutter(csv.open(), options, executor));
        } catch (IOException e) {
            throw Unreadable.source(csv, e, "");
        }
    }

    @Nullable
    Long bytes() {
        return bytes;
    }

    /** Cuts the first part ahead of {@link #next}. Returns whether the source has rows. */
    boolean hasRows() {
        first = cut();
        return first != null;
    }

    /** Returns the next part, or null after the last one. Keeps no reference to it, so that its memory can be freed. */
    @Nullable
    PendingPart next() {
        PendingPart next = first == null ? cut() : first;
        first = null;
        return next;
    }

    private @Nullable PendingPart cut() {
        try {
            return cutter.next();
        } catch (IOException | RuntimeException e) {
            throw failed(e);
        }
    }

    private List<String> header() {
        try {
            return cutter.columnNames();
        } catch (IOException | RuntimeException e) {
            throw failed(e);
        }
    }

    private RuntimeException failed(Exception e) {
        if (e instanceof InterruptedIOException) {
            return new DomoIoException("Interrupted while reading " + csv + ".", true, e);
        }
        if (e instanceof CsvFormatException format) {
            return reading.explained(refused(format));
        }
        return reading.explained(
                e instanceof IOException io
                        ? Unreadable.source(csv, io, " " + UploadProblem.FIX_THE_CAUSE)
                        : Failures.unwrapped(e));
    }

    /**
     * Compares the header line with the columns of the DataSet. With another order, values would be stored in the wrong
     * columns.
     */
    void checkHeader() {
        if (!csv.hasHeader()) {
            return;
        }
        ColumnNames.mismatch(csv, header(), columns).ifPresent(mismatch -> {
            throw new UploadRefusedException(
                    FailureReason.HEADER_MISMATCH,
                    mismatch,
                    "Fix the header line or the columns, or set ignoreHeaderNames() if only the order of the columns matters.");
        });
    }

    void checkUnchanged() {
        reading.checkUnchanged();
    }

    @Override
    public void close() {
        try {
            cutter.close();
        } catch (IOException | RuntimeException e) {
            // Either everything was read or another failure is being thrown; a failing close changes neither.
            org.slf4j.LoggerFactory.getLogger(Source.class).debug("Closing {} failed", csv, e);
        }
    }

    @Override
    public String toString() {
        return csv.toString();
    }

    private CsvException refused(CsvFormatException e) {
        return ColumnNames.inFirstRow(csv, cutter.firstRecord(), columns)
                .map(names -> new CsvException(
                        FailureReason.HEADER_IN_ROWS, names, ColumnNames.adviceForFirstRow(csv), e.line(), e))
                .orElseGet(() -> new CsvException(
                        "The CSV of " + csv + " is not what Domo accepts. " + e.getMessage(), e.line(), e));
    }
}

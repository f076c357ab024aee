package io.github.domojvm.upload;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.CsvException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.internal.ColumnNames;
import io.github.domojvm.internal.csv.Unreadable;
import io.github.domojvm.upload.parts.CsvFormatException;
import io.github.domojvm.upload.parts.PartCutter;
import io.github.domojvm.upload.parts.PartOptions;
import io.github.domojvm.upload.parts.PendingPart;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The source of one upload while it is read: its parts, its header, and whether it stayed the same. */
final class Source implements Closeable {
    private final CsvSource csv;
    private final Object mark;
    private final @Nullable Long bytes;
    private final PartCutter cutter;
    private @Nullable PendingPart first;

    private Source(CsvSource csv, Object mark, @Nullable Long bytes, PartCutter cutter) {
        this.csv = csv;
        this.mark = mark;
        this.bytes = bytes;
        this.cutter = cutter;
    }

    static Source open(UploadRequest request, int columns, Executor executor) {
        CsvSource csv = request.source;
        PartOptions.Builder options = PartOptions.builder()
                .maxRecords(request.partRows)
                .maxBytes(request.partBytes)
                .maxRecordBytes(request.maxRecordBytes())
                .columns(columns)
                .header(csv.hasHeader());
        PartOptions built = request.gzipLevel == 0
                ? options.uncompressed().build()
                : options.gzipLevel(request.gzipLevel).build();
        try {
            OptionalLong size = csv.size();
            return new Source(
                    csv,
                    csv.mark(),
                    size.isPresent() ? size.getAsLong() : null,
                    new PartCutter(csv.open(), built, executor));
        } catch (IOException e) {
            throw Unreadable.source(csv, e, "");
        }
    }

    @Nullable
    Long bytes() {
        return bytes;
    }

    /** Cuts the first part already, which {@link #next} gives then; tells whether there is one. */
    boolean hasRows() {
        first = cut();
        return first != null;
    }

    /** Gives the next part, null after the last one. Keeps no hold of it: it is as large as a part. */
    @Nullable
    PendingPart next() {
        PendingPart next = first == null ? cut() : first;
        first = null;
        return next;
    }

    private @Nullable PendingPart cut() {
        try {
            return cutter.next();
        } catch (CsvFormatException e) {
            throw new CsvException("The CSV of " + csv + " is not what Domo accepts. " + e.getMessage(), e.line(), e);
        } catch (InterruptedIOException e) {
            throw new DomoIoException("Interrupted while reading " + csv + ".", true, e);
        } catch (IOException e) {
            throw Unreadable.source(csv, e, "");
        }
    }

    /** Compares the header line with the columns of the DataSet: names in another order would land in the wrong columns. */
    void checkHeader(List<String> columns) {
        if (!csv.hasHeader()) {
            return;
        }
        ColumnNames.mismatch(csv, header(), columns).ifPresent(mismatch -> {
            throw new Refusal(
                    mismatch + " Mend the one or the other, or ask to ignore header names if only the order counts.");
        });
    }

    /** Refuses a header line that nobody announced, and a row that looks like one: the service would drop it. */
    void checkFirstRow(List<String> columns) {
        ColumnNames.inFirstRow(csv, cutter.firstRecord(), columns).ifPresent(inFirstRow -> {
            throw new Refusal(inFirstRow);
        });
    }

    void checkUnchanged() {
        try {
            if (!csv.mark().equals(mark)) {
                throw new Refusal(
                        csv + " changed while it was uploaded. Upload it again when nothing writes to it any more.");
            }
        } catch (IOException e) {
            throw Unreadable.source(csv, e, "");
        }
    }

    @Override
    public void close() {
        try {
            cutter.close();
        } catch (IOException | RuntimeException e) {
            // Everything was read, or another failure is on its way already; a source that cannot be closed changes
            // neither.
            org.slf4j.LoggerFactory.getLogger(Source.class).debug("Closing {} failed", csv, e);
        }
    }

    @Override
    public String toString() {
        return csv.toString();
    }

    private List<String> header() {
        try {
            return cutter.columnNames();
        } catch (CsvFormatException e) {
            throw new CsvException("The header of " + csv + " does not do. " + e.getMessage(), e.line(), e);
        } catch (IOException e) {
            throw Unreadable.source(csv, e, "");
        }
    }
}

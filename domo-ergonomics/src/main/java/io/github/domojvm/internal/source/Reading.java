package io.github.domojvm.internal.source;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.internal.csv.Unreadable;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Detects changes of a source since reading started, after which the rows may be a mix of two versions. */
public final class Reading {
    private final CsvSource csv;
    private final Object mark;

    private Reading(CsvSource csv, Object mark) {
        this.csv = csv;
        this.mark = mark;
    }

    /**
     * Records the state of a source. Must be called before the source is opened.
     *
     * @param csv the source
     * @return the current state of the source
     * @throws DomoIoException if the attributes of the file cannot be read
     */
    public static Reading of(CsvSource csv) {
        return new Reading(csv, mark(csv));
    }

    /**
     * Returns whether a change of the source can be detected. Such a source can also be opened again.
     *
     * @return true for a file
     */
    public boolean noticesChanges() {
        return !mark.equals("");
    }

    /**
     * Returns the source, to be read again.
     *
     * @return the source; opening it fails if it has changed
     */
    public CsvSource unchangedSource() {
        return csv.unchangedSince(mark);
    }

    /**
     * Checks that the source has not changed.
     *
     * @throws DomoIoException if it has changed, or the attributes of the file cannot be read
     */
    public void checkUnchanged() {
        if (changed()) {
            throw change(null);
        }
    }

    /**
     * Reads the source to its end, and rejects the result if the source has changed in the meantime.
     *
     * @param <T> the result
     * @param reader reads the source
     * @return the result of the reader
     * @throws DomoIoException if the source has changed
     */
    public <T> T whole(Supplier<T> reader) {
        T result;
        try {
            result = reader.get();
        } catch (RuntimeException e) {
            throw explained(e);
        }
        checkUnchanged();
        return result;
    }

    /**
     * Explains a failure to read the source. A source that was truncated or overwritten looks like malformed CSV.
     *
     * @param failure the failure
     * @return the failure, or an exception about the change of the source if it has changed
     */
    public RuntimeException explained(RuntimeException failure) {
        try {
            return changed() ? change(failure) : failure;
        } catch (DomoIoException e) {
            failure.addSuppressed(e);
            return failure;
        }
    }

    private boolean changed() {
        return !mark(csv).equals(mark);
    }

    private static Object mark(CsvSource csv) {
        try {
            return csv.mark();
        } catch (IOException e) {
            throw Unreadable.source(csv, e, "");
        }
    }

    private DomoIoException change(@Nullable Throwable cause) {
        return new DomoIoException(
                csv
                        + " changed while it was read. Its rows may be a mix of two versions, so they were rejected."
                        + " Retry when no program writes to it.",
                true,
                cause);
    }
}

package io.github.domojvm.internal.source;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.internal.csv.Unreadable;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Notices that a source changed after it began to be read: its rows may then be of two versions. */
public final class Reading {
    private final CsvSource csv;
    private final Object mark;

    private Reading(CsvSource csv, Object mark) {
        this.csv = csv;
        this.mark = mark;
    }

    /**
     * Begins; call it before the source is opened.
     *
     * @param csv the source
     * @return the state of the source now
     * @throws DomoIoException when the file cannot be looked at
     */
    public static Reading of(CsvSource csv) {
        return new Reading(csv, mark(csv));
    }

    /**
     * Returns whether a change of the source can be noticed. If so, the source can be opened again as well.
     *
     * @return true for a file
     */
    public boolean noticesChanges() {
        return !mark.equals("");
    }

    /**
     * Returns the source, to be read once more.
     *
     * @return the source; it cannot be opened when it has changed
     */
    public CsvSource unchangedSource() {
        return csv.unchangedSince(mark);
    }

    /**
     * Checks that the source is as it was.
     *
     * @throws DomoIoException when it has changed, or the file cannot be looked at
     */
    public void checkUnchanged() {
        if (changed()) {
            throw change(null);
        }
    }

    /**
     * Reads the source to its end, and refuses what was read when the source changed meanwhile.
     *
     * @param <T> what is made of it
     * @param reader reads the source
     * @return what the reader made
     * @throws DomoIoException when the source has changed
     */
    public <T> T whole(Supplier<T> reader) {
        T made;
        try {
            made = reader.get();
        } catch (RuntimeException e) {
            throw explained(e);
        }
        checkUnchanged();
        return made;
    }

    /**
     * Explains a failure while the source was read. A source that was cut off or written over looks like broken CSV.
     *
     * @param failure the failure
     * @return the failure, or the change of the source when there was one
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
                        + " changed while it was read. Its rows may be a mix of two versions, so they are not used. Start again"
                        + " when nothing writes to it any more.",
                true,
                cause);
    }
}

package io.github.domojvm.stream;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.internal.Args;
import io.github.domojvm.internal.journal.JournalDamagedException;
import io.github.domojvm.internal.journal.JournalFile;
import io.github.domojvm.rest.model.UpdateMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The content of a journal, which an upload writes if its request has one: what the last upload has done so far.
 *
 * <pre>{@code
 * UploadJournal journal = UploadJournal.read(file);
 * if (!journal.isSettled()) {
 *     UploadResult result = domo.streams().reconcile(file);
 * }
 * }</pre>
 *
 * <p>Immutable and thread-safe. The content does not change when the upload goes on; read the file again.
 */
public final class UploadJournal {
    private final Path file;
    private final JournalState state;
    private final UploadResult result;

    private UploadJournal(Path file, JournalState state) throws JournalDamagedException {
        this.file = file;
        this.state = state;
        this.result = state.toResult();
    }

    /**
     * Reads a journal. Neither locks nor changes it.
     *
     * @param file the file, as set by {@link UploadRequest.Builder#journal}
     * @return the content
     * @throws JournalException if the file cannot be read or is not an undamaged journal
     */
    public static UploadJournal read(Path file) {
        Args.notNull("file", file);
        try {
            return new UploadJournal(file, JournalState.of(JournalFile.read(file)));
        } catch (IOException | IllegalArgumentException e) {
            throw new JournalException(UploadRecorder.unusable(file, e));
        }
    }

    /**
     * Returns the id of the Stream.
     *
     * @return the id
     */
    public long streamId() {
        return state.identity.streamId();
    }

    /**
     * Returns how the rows are merged with existing rows.
     *
     * @return the update method
     */
    public UpdateMethod updateMethod() {
        return state.identity.updateMethod();
    }

    /**
     * Returns the name of the source for messages.
     *
     * @return the path of a file, or the name of another source
     */
    public String source() {
        return state.identity.source();
    }

    /**
     * Returns the copy of a source that is not a regular file, to upload it again without that source.
     *
     * @return the copy; empty if the source is a regular file, or the upload has ended
     */
    public Optional<CsvSource> copiedRows() {
        Path copy = JournaledSource.copyOf(file);
        if (!Files.isRegularFile(copy)) {
            return Optional.empty();
        }
        CsvSource rows = CsvSource.of(source(), () -> Files.newInputStream(copy));
        return Optional.of(state.identity.header() ? rows.withHeader() : rows);
    }

    /**
     * Returns whether nothing of the upload is left to be settled.
     *
     * @return false if the upload is running, was interrupted, or ended with an unknown outcome
     */
    public boolean isSettled() {
        return state.isSettled();
    }

    /**
     * Returns the outcome as far as the journal reports it. If the commit may have been sent but its outcome was not
     * recorded, the outcome is {@link UploadOutcome#UNKNOWN}; {@link Streams#reconcile(Path)} determines it.
     *
     * @return the result, without durations
     */
    public UploadResult result() {
        return result;
    }
}

package io.github.domojvm.stream;

import io.github.domojvm.error.FailureReason;
import io.github.domojvm.internal.journal.JournalDamagedException;
import io.github.domojvm.internal.journal.JournalFile;
import io.github.domojvm.internal.journal.JournalInUseException;
import io.github.domojvm.internal.journal.JournalRecord;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records the steps of an upload in its journal, if it has one. A step that changes something at the service is
 * recorded before its request is sent, and its response afterwards, so that a later run can tell what may have
 * happened.
 */
final class UploadRecorder implements Closeable {
    static final String UPLOAD = "upload";
    static final String PLANNED = "planned";
    static final String OPENING = "opening";
    static final String OPENED = "opened";
    static final String PART = "part";
    static final String ACKNOWLEDGED = "acknowledged";
    static final String COMMITTING = "committing";
    static final String REFUSED = "refused";
    static final String COMMITTED = "committed";
    static final String ENDED = "ended";

    /** Records nothing. */
    static final UploadRecorder NONE = new UploadRecorder(null, null);

    private static final Logger LOG = LoggerFactory.getLogger(UploadRecorder.class);

    private final @Nullable JournalFile file;
    private final @Nullable JournalState earlier;

    private UploadRecorder(@Nullable JournalFile file, @Nullable JournalState earlier) {
        this.file = file;
        this.earlier = earlier;
    }

    /** Opens the journal of an upload, or creates it. */
    static UploadRecorder open(Path path, UploadIdentity identity, PartLimits limits) {
        try {
            return existing(path);
        } catch (NoSuchFileException e) {
            return create(path, identity, limits);
        } catch (IOException | IllegalArgumentException e) {
            throw unusable(path, e);
        }
    }

    /** Opens an existing journal. */
    static UploadRecorder existing(Path path) throws IOException {
        JournalFile file = JournalFile.open(path);
        try {
            return new UploadRecorder(file, JournalState.of(file.records()));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static UploadRecorder create(Path path, UploadIdentity identity, PartLimits limits) {
        try {
            return new UploadRecorder(JournalFile.create(path, identity.toRecord(limits)), null);
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    static UploadRefusedException unusable(Path path, Exception e) {
        String what = String.valueOf(e.getMessage());
        if (e instanceof JournalInUseException) {
            return new UploadRefusedException(
                    FailureReason.JOURNAL_UNUSABLE, what, "Wait until the other upload has ended.", e);
        }
        if (e instanceof NoSuchFileException) {
            return new UploadRefusedException(
                    FailureReason.JOURNAL_UNUSABLE, "There is no journal " + path + ".", "Check the path.", e);
        }
        if (e instanceof JournalDamagedException || e instanceof IllegalArgumentException) {
            return new UploadRefusedException(
                    FailureReason.JOURNAL_UNUSABLE,
                    what.contains(path.toString()) ? what : "The journal " + path + " cannot be used: " + what,
                    "Check the Stream's executions for an upload that was interrupted. Then move the file away, or use"
                            + " another journal.",
                    e);
        }
        return new UploadRefusedException(
                FailureReason.JOURNAL_UNUSABLE,
                "The journal " + path + " cannot be written: " + e.getClass().getSimpleName() + ": " + what + ".",
                "Use a journal in a folder in which files can be created.",
                e);
    }

    /** Returns whether there is a journal. */
    boolean isOpen() {
        return file != null;
    }

    /** Returns what the journal reports about an earlier run; null if the journal is new. */
    @Nullable
    JournalState earlier() {
        return earlier;
    }

    /** Begins the record of a new upload. */
    void restart(UploadIdentity identity, PartLimits limits) {
        record(identity.toRecord(limits), true);
    }

    void planned(Plan plan) {
        record(
                JournalRecord.of(PLANNED)
                        .with("dataSet", plan.dataSetId())
                        .with("columns", plan.fingerprint())
                        .with("lastExecution", plan.lastExecution()),
                false);
    }

    void opening() {
        record(JournalRecord.of(OPENING), true);
    }

    void opened(long executionId) {
        record(JournalRecord.of(OPENED).with("execution", executionId), true);
    }

    void part(UploadPart part) {
        record(
                JournalRecord.of(PART)
                        .with("number", part.number())
                        .with("firstByte", part.firstByte())
                        .with("rows", part.rows())
                        .with("bytes", part.rawBytes())
                        .with("crc32", part.crc32())
                        .with("sentBytes", part.sentBytes())
                        .with("gzip", part.gzip() ? "yes" : "no"),
                false);
    }

    void acknowledged(UploadPart part) {
        record(JournalRecord.of(ACKNOWLEDGED).with("number", part.number()), false);
    }

    void committing(UploadProgress progress, @Nullable Long expectedRows) {
        JournalRecord record = JournalRecord.of(COMMITTING)
                .with("parts", progress.partsAcknowledged())
                .with("rows", progress.rowsAcknowledged());
        record(expectedRows == null ? record : record.with("expectedRows", expectedRows), true);
    }

    /** Records that the service refused the commit and the execution waits for the next one. */
    void refused() {
        attempt(JournalRecord.of(REFUSED));
    }

    void committed() {
        attempt(JournalRecord.of(COMMITTED));
    }

    void ended(UploadResult result) {
        JournalRecord record =
                JournalRecord.of(ENDED).with("outcome", result.outcome().name());
        attempt(
                result.foundRows().isEmpty()
                        ? record
                        : record.with("foundRows", result.foundRows().getAsLong()));
    }

    @Override
    public void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            LOG.warn("The journal of an upload could not be closed.", e);
        }
    }

    /** Before the commit, an upload whose journal cannot be written must not continue. */
    private void record(JournalRecord record, boolean durably) {
        if (file == null) {
            return;
        }
        try {
            if (durably) {
                file.appendDurably(record);
            } else {
                file.append(record);
            }
        } catch (IOException e) {
            String what = String.valueOf(e.getMessage());
            throw new UploadRefusedException(
                    FailureReason.JOURNAL_UNUSABLE,
                    "The journal of the upload cannot be written: " + what + (what.endsWith(".") ? "" : "."),
                    "Free disk space, or use a journal in another folder, and upload again.",
                    e);
        }
    }

    /** After the commit, the outcome counts, whether or not it can be recorded. */
    private void attempt(JournalRecord record) {
        try {
            record(record, true);
        } catch (UploadRefusedException e) {
            LOG.warn("The outcome of an upload could not be recorded: a later run will look it up.", e);
        }
    }
}

package io.github.domojvm.cli.command;

import io.github.domojvm.cli.journal.JournalFiles;
import io.github.domojvm.cli.journal.StateFolder;
import io.github.domojvm.cli.journal.UploadKey;
import io.github.domojvm.cli.terminal.CliContext;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.stream.UploadJournal;
import io.github.domojvm.stream.UploadOutcome;
import io.github.domojvm.stream.UploadRequest;
import io.github.domojvm.stream.UploadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The journal of an upload, and what it reports about an earlier run. */
final class UploadRecord {
    /** The record of an upload without a journal. */
    static final UploadRecord NONE = new UploadRecord(null, null);

    private final @Nullable Path file;
    private final @Nullable UploadJournal earlier;

    private UploadRecord(@Nullable Path file, @Nullable UploadJournal earlier) {
        this.file = file;
        this.earlier = earlier;
    }

    /** Opens the journal of an upload that has one. */
    static UploadRecord of(CliContext context, JournalOptions options, UploadSource source, Supplier<UploadKey> key)
            throws IOException {
        if (!options.isOn(source.isStreamed())) {
            return NONE;
        }
        Path file = options.file == null
                ? StateFolder.of(context.environment())
                        .uploads()
                        .resolve(key.get().fileName())
                : options.file;
        return open(file, source.name(), options);
    }

    /**
     * Checks the journal before any request is sent.
     *
     * @throws IllegalStateException if the journal cannot be written, is in use, or the options do not permit to upload
     * @throws io.github.domojvm.stream.JournalException if the journal is damaged
     */
    private static UploadRecord open(Path file, String source, JournalOptions options) throws IOException {
        requireWritable(file, source);
        if (!Files.exists(file)) {
            if (options.resume) {
                throw nothingToResume(source, "The journal " + file + " does not exist.");
            }
            return new UploadRecord(file, null);
        }
        if (JournalFiles.isInUse(file)) {
            throw inUse(file, source);
        }
        if (options.again) {
            discard(file, source);
            return new UploadRecord(file, null);
        }
        UploadJournal earlier = UploadJournal.read(file);
        if (options.resume && earlier.isSettled()) {
            throw nothingToResume(
                    source,
                    "According to the journal " + file + ", the last upload ended as "
                            + earlier.result().outcome() + ".");
        }
        return new UploadRecord(file, earlier);
    }

    /** Returns the Stream of the earlier run, so that the command does not create a second one. */
    OptionalLong earlierStream() {
        return earlier == null ? OptionalLong.empty() : OptionalLong.of(earlier.streamId());
    }

    /** Returns the rows that the earlier run has copied from standard input or a pipe. */
    CsvSource copiedRows(String source) {
        return Optional.ofNullable(earlier)
                .flatMap(UploadJournal::copiedRows)
                .orElseThrow(() -> new IllegalStateException("Cannot resume the upload of " + source
                        + ". The copy of its rows no longer exists. Run the command without --resume and with the same"
                        + " rows."));
    }

    void addTo(UploadRequest.Builder request) {
        if (file != null) {
            request.journal(file);
        }
    }

    /** Returns what the earlier run has uploaded, for a message. */
    String uploadedBefore() {
        return earlier == null ? "" : Outcome.amount(earlier.result());
    }

    /**
     * Deletes the journal after the outcome was reported, so that the same command uploads again. A journal remains if
     * something is left to be settled or examined.
     */
    void reported(UploadResult result) throws IOException {
        if (file != null && result.outcome() != UploadOutcome.COMMITTED_MISMATCH) {
            JournalFiles.deleteIf(file, journal -> journal.isSettled() && isThat(journal.result(), result));
        }
    }

    /** Returns the journal, if the upload has one and it was not deleted. */
    Optional<Path> remaining() {
        return Optional.ofNullable(file).filter(Files::exists);
    }

    private static boolean isThat(UploadResult recorded, UploadResult reported) {
        return recorded.outcome() == reported.outcome()
                && recorded.executionId().equals(reported.executionId());
    }

    private static void requireWritable(Path file, String source) {
        try {
            JournalFiles.requireWritable(file);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Cannot upload " + source + ". Its journal " + file + " cannot be written: " + describe(e)
                            + ". Nothing was sent. Set DOMO_STATE_HOME to a folder that can be written, select another"
                            + " file with --journal, or specify --no-journal to upload without a journal.",
                    e);
        }
    }

    private static void discard(Path file, String source) {
        try {
            if (!JournalFiles.discard(file)) {
                throw inUse(file, source);
            }
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Cannot discard the journal " + file + ": " + describe(e)
                            + ". Nothing was sent. Select another file with --journal.",
                    e);
        }
    }

    private static IllegalStateException inUse(Path file, String source) {
        return new IllegalStateException("Cannot upload " + source + ". Its journal " + file
                + " is in use: another process is running the same upload. Wait until it has ended.");
    }

    private static IllegalStateException nothingToResume(String source, String why) {
        return new IllegalStateException("Cannot resume the upload of " + source + ". There is no unfinished one: "
                + Character.toLowerCase(why.charAt(0)) + why.substring(1) + " To upload, run the command without"
                + " --resume.");
    }

    private static String describe(IOException e) {
        String text = String.valueOf(e.getMessage());
        return e.getClass() == IOException.class ? text : e.getClass().getSimpleName() + ": " + text;
    }
}

package io.github.domojvm.cli.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for the journal of an upload and for what an earlier run left. */
final class JournalOptions {
    @Option(
            names = "--resume",
            description = "Only continue or settle an unfinished upload; fail if there is none. With - and --spool, the"
                    + " rows that the earlier run has copied are uploaded.")
    boolean resume;

    @Option(
            names = "--again",
            description = "Discard the journal of an earlier run and upload the rows again. If its execution is still"
                    + " open, --abort-open-execution is required as well.")
    boolean again;

    @Option(
            names = "--journal",
            paramLabel = "FILE",
            description = "Record the upload in this file (default: a file in the state folder, see"
                    + " 'domo reconcile --help').")
    @Nullable
    Path file;

    @Option(
            names = "--no-journal",
            description = "Record nothing. If the command is killed, a later run does not know what it has done.")
    boolean none;

    @Option(
            names = "--spool",
            description =
                    "Copy the rows of standard input or a pipe next to the journal first, so that the upload can be"
                            + " resumed. Without it, such an upload has no journal. No effect on a file.")
    boolean spool;

    /**
     * Rejects options that contradict each other.
     *
     * @param streamed whether the rows come from standard input or a pipe
     */
    void check(boolean streamed) {
        if (again && resume) {
            throw new IllegalArgumentException(
                    "--again and --resume are mutually exclusive: one discards the unfinished upload, the other"
                            + " continues it");
        }
        String other = again ? "--again" : resume ? "--resume" : file != null ? "--journal" : "";
        if (none && !(other + (spool ? "--spool" : "")).isEmpty()) {
            throw new IllegalArgumentException(
                    "--no-journal and " + (other.isEmpty() ? "--spool" : other) + " are mutually exclusive");
        }
        if (streamed && !spool && !other.isEmpty()) {
            throw new IllegalArgumentException(other + " requires --spool if the rows come from standard input or a"
                    + " pipe, which can be read only once");
        }
    }

    /** Returns whether the upload has a journal. */
    boolean isOn(boolean streamed) {
        return !none && (spool || !streamed);
    }
}

package io.github.domojvm.cli.command;

import io.github.domojvm.stream.UploadException;

/** What the command tells the shell. The question behind the numbers is: may it simply be run again? */
final class ExitCode {
    /** Done as asked. */
    static final int DONE = 0;
    /** Failed; nothing was committed, so that it may be run again. */
    static final int FAILED = 1;
    /** The command line was not understood; nothing was done. */
    static final int USAGE = 2;
    /** The commit's answer was lost: the rows may or may not be there. */
    static final int UNKNOWN = 3;
    /** Committed or exported, and the rows are not those that were expected. */
    static final int MISMATCH = 4;

    /** The list for the foot of every usage text, as picocli wants it. */
    static final String TEXT_0 = "0:done";

    static final String TEXT_1 = "1:failed; nothing was committed: it may be run again";
    static final String TEXT_2 = "2:the command line was not understood; nothing was done";
    static final String TEXT_3 = "3:unknown: the rows may or may not be in the DataSet; look before running it again";
    static final String TEXT_4 = "4:committed, but the rows are not those that were expected; look before using them";
    static final String TEXT_130 = "130:stopped with Ctrl-C; an upload that was not committed yet was aborted";

    private ExitCode() {}

    static int of(UploadException failure) {
        return switch (failure.result().outcome()) {
            case UNKNOWN -> UNKNOWN;
            case COMMITTED_MISMATCH -> MISMATCH;
            default -> FAILED;
        };
    }
}

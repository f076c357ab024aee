package io.github.domojvm.cli.command;

import io.github.domojvm.stream.UploadException;

/** Exit codes of the command. They distinguish failures that are safe to retry from those that are not. */
final class ExitCode {
    /** Success. */
    static final int DONE = 0;
    /** Failed. Nothing was committed, so that the command can be run again. */
    static final int FAILED = 1;
    /** Invalid command line. Nothing was done. */
    static final int USAGE = 2;
    /** The response to the commit was lost: the rows may or may not be in the DataSet. */
    static final int UNKNOWN = 3;
    /** Committed or exported, but the rows are not the expected ones. */
    static final int MISMATCH = 4;

    /** Lines of the exit code list in help texts, in the format of picocli. */
    static final String TEXT_0 = "0:Success.";

    static final String TEXT_1 = "1:Failed. Nothing was committed; you can run the command again.";
    static final String TEXT_2 = "2:Invalid command line. Nothing was done.";
    static final String TEXT_3 =
            "3:Unknown outcome. The rows may or may not have been committed; run 'domo reconcile', or check the DataSet"
                    + " before you run the command again.";
    static final String TEXT_4 =
            "4:Committed, but the rows are not the expected ones; check the DataSet before you use it.";
    static final String TEXT_130 = "130:Interrupted with Ctrl-C. An upload that was not yet committed was aborted.";

    private ExitCode() {}

    static int of(UploadException failure) {
        return switch (failure.result().outcome()) {
            case UNKNOWN -> UNKNOWN;
            case COMMITTED_MISMATCH -> MISMATCH;
            default -> FAILED;
        };
    }
}

package io.github.domojvm.cli.command;

import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.FailureReason;

/** Advice on failures that names the options of the command where the library names its own settings. */
final class CommandAdvice {
    private CommandAdvice() {}

    /**
     * Returns the message of the failure, with the advice of the command if there is any.
     *
     * @param recorded whether the command is an upload with a journal
     */
    static String message(DomoException failure, boolean recorded) {
        String advice = advice(failure.reason(), recorded);
        return advice.isEmpty() ? failure.getMessage() : failure.problem() + " " + advice;
    }

    private static String advice(FailureReason reason, boolean recorded) {
        return switch (reason) {
            case OPEN_EXECUTION ->
                "Wait until it has ended. If no other program uploads to this Stream, specify --abort-open-execution to"
                        + " abort it.";
            case COMMIT_INTERVAL ->
                "Run the command again then, or specify --early-commit=wait. --commit-interval sets the time between two"
                        + " commits.";
            case PART_TOO_LARGE -> "Upload smaller parts: set --part-rows or --part-bytes to a lower value.";
            case ROWS_REFUSED ->
                "To find the line, run the command again with --check, which compares the file with the columns of the"
                        + " DataSet and uploads nothing. Then fix the rows and upload again.";
            case HEADER_MISMATCH ->
                "Fix the header line or the columns, or specify --ignore-header-names if only the order of the columns"
                        + " matters.";
            case HEADER_IN_ROWS ->
                "With --no-header, the first line is a row. If it is the header line, remove --no-header; --header is the"
                        + " default.";
            case NO_ROWS -> "To upload no rows, which empties the DataSet with REPLACE, specify --allow-empty.";
            case UPDATE_METHOD_MISMATCH -> "Change the Stream's update method, or specify it as --mode.";
            case SOURCE_CHANGED ->
                "To continue that upload, restore the source and run the command again. To discard it, run 'domo reconcile"
                        + " --abort' with the journal. Then run the command again.";
            case JOURNAL_UNUSABLE ->
                "If an upload may have been interrupted, check the executions of the Stream and the rows of the DataSet."
                        + " Then discard the journal with --again, or use another one with --journal.";
            case NO_PROGRESS ->
                "Check the network and the service, lower --parallel or --part-bytes, or set a longer --progress-timeout."
                        + " Then run the command again.";
            case OUTCOME_UNKNOWN ->
                recorded
                        ? "Later, run the same command again: it determines the outcome before it sends anything. To"
                                + " settle the upload now, run 'domo reconcile --abort' with the journal: rows that are"
                                + " not processed before the abort never will be."
                        : "Check the execution and the DataSet before you retry. To abort the execution if it is still"
                                + " open, run 'domo reconcile --abort --stream' with the Stream's id.";
            case ROWS_MISSING ->
                "Export again after the last import has been processed. If PDP policies hide rows from the client's user,"
                        + " export without --require-all-rows.";
            case RESPONSE_TOO_LARGE -> "To export more, set --max-bytes to a higher value or omit it.";
            default -> "";
        };
    }
}

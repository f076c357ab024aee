package io.github.domojvm.cli.command;

import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.FailureReason;

/** What to do after a failure, in terms of the command's options where the library names its own settings. */
final class CommandAdvice {
    private CommandAdvice() {}

    /** Returns the message to print. */
    static String message(DomoException failure) {
        String advice = advice(failure.reason());
        return advice.isEmpty() ? failure.getMessage() : failure.problem() + " " + advice;
    }

    private static String advice(FailureReason reason) {
        return switch (reason) {
            case OPEN_EXECUTION ->
                "Wait until it has ended, or, if no other program loads this Stream, give --abort-open-execution, which"
                        + " aborts it.";
            case PART_TOO_LARGE -> "Upload with smaller parts: set --part-rows or --part-bytes lower.";
            case ROWS_REFUSED ->
                "To find the line, run the command again with --check, which reads the file by the columns of the DataSet"
                        + " and uploads nothing. Then fix the rows and upload again.";
            case HEADER_MISMATCH -> "Fix the one or the other, or give --ignore-header-names if only the order counts.";
            case HEADER_IN_ROWS ->
                "With --no-header the first line is a row. Leave --no-header out if it is the header line: --header is the"
                        + " default.";
            case NO_ROWS -> "If the DataSet is to be emptied, give --allow-empty.";
            case UPDATE_METHOD_MISMATCH -> "Change the Stream's update method, or give that one as --mode.";
            case OUTCOME_UNKNOWN -> "Look at the execution and the DataSet first.";
            case ROWS_MISSING ->
                "Export again when the last import is processed. Where policies (PDP) hide rows from the client's user,"
                        + " export without --require-all-rows.";
            default -> "";
        };
    }
}

package io.github.domojvm.stream;

import io.github.domojvm.error.BadRequestException;
import io.github.domojvm.error.DomoApiException;
import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.FailureReason;
import io.github.domojvm.internal.parts.Part;
import io.github.domojvm.rest.model.ExecutionState;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Determines why a part was rejected: because of its rows, its size, or an execution that has ended. */
final class PartRefusal {
    /** Domo's messages contain "... row 17, column 3 ..." (domo-python-sdk issue 44). */
    private static final Pattern ROW = Pattern.compile("\\brow (\\d{1,9})\\b");

    private static final int CONTENT_TOO_LARGE = 413;

    private PartRefusal() {}

    static RuntimeException of(StreamCalls service, long executionId, Part part, Source source, DomoApiException e) {
        String refused = "Part " + part.number() + " (" + part.records() + " rows from line " + part.firstLine()
                + " of " + source + ") was rejected: " + e.failure().describe() + ".";
        if (e.status() == CONTENT_TOO_LARGE) {
            return new UploadRefusedException(
                    FailureReason.PART_TOO_LARGE,
                    refused,
                    "Upload with smaller parts: set a lower partRows or partBytes.",
                    e);
        }
        if (e.status() != 400 && e.status() != 404 && e.status() != 409) {
            return e;
        }
        ExecutionState state = state(service, executionId, e);
        if (state != null && state != ExecutionState.ACTIVE) {
            return new UploadRefusedException(
                    FailureReason.EXECUTION_ENDED,
                    refused + " Execution " + executionId + " has ended as " + state
                            + ": another program aborted it or opened an execution.",
                    "Make sure that only one program at a time uploads to this Stream, and upload again.",
                    e);
        }
        return e instanceof BadRequestException
                ? new UploadRefusedException(
                        FailureReason.ROWS_REFUSED,
                        refused + place(part, source, e),
                        "Fix the rows and upload again.",
                        e)
                : e;
    }

    private static @Nullable ExecutionState state(StreamCalls service, long executionId, DomoApiException refusal) {
        try {
            return service.execution(executionId).currentState();
        } catch (DomoException e) {
            Failures.suppress(refusal, e);
            return null;
        }
    }

    /** Converts the row of the part, which the service reports, to the line of the source. */
    private static String place(Part part, Source source, DomoApiException e) {
        Matcher row = ROW.matcher(e.failure().serverMessage());
        if (row.find()) {
            long number = Long.parseLong(row.group(1));
            if (number >= 1 && number <= part.records()) {
                return " That row begins on line " + part.lineOfRow(number) + " of " + source + ".";
            }
        }
        return "";
    }
}

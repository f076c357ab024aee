package io.github.domojvm.simulation;

import io.github.domojvm.stream.UploadOutcome;
import io.github.domojvm.stream.UploadResult;
import java.time.Duration;

/**
 * How a run of the upload ended, as reported to its caller.
 *
 * @param run the number of the run, from 1
 * @param result the result; null if the failure has none
 * @param failure the exception; null if the upload succeeded
 * @param at the virtual time
 */
record Claim(int run, UploadResult result, Throwable failure, Duration at) {
    boolean is(UploadOutcome outcome) {
        return result != null && result.outcome() == outcome;
    }

    boolean isCommitted() {
        return result != null
                && result.outcome() != UploadOutcome.NOT_COMMITTED
                && result.outcome() != UploadOutcome.UNKNOWN;
    }

    /** Returns the outcome as text. */
    String outcome() {
        return result == null ? "none" : result.outcome().name();
    }

    String message() {
        return failure == null ? "" : String.valueOf(failure.getMessage());
    }

    @Override
    public String toString() {
        return (result == null ? "no result" : result.toString()) + (failure == null ? "" : ", " + failure);
    }
}

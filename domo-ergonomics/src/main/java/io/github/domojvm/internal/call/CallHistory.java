package io.github.domojvm.internal.call;

import io.github.domojvm.rest.api.Retry;
import okhttp3.Request;

/**
 * The history of a call, as needed to describe the failure of an attempt.
 *
 * @param attempts the number of attempts, including this one
 * @param earlierMayHaveActed whether the service may have processed an earlier attempt
 * @param mode what may be retried
 * @param forToken whether the call fetches the token of another call
 */
record CallHistory(int attempts, boolean earlierMayHaveActed, Retry.Mode mode, boolean forToken) {
    /**
     * Returns whether no attempt can have been processed.
     *
     * @param notAccepted whether this attempt cannot have been processed
     */
    boolean notSent(boolean notAccepted) {
        // If a token request fails, the request that needs the token has not been sent.
        return forToken || (notAccepted && !earlierMayHaveActed);
    }

    /**
     * Returns what to do before the call is retried.
     *
     * @param request the request
     * @param open whether this attempt may have been processed
     * @return sentences, each followed by a space; empty for reads, and if nothing can have been processed
     */
    String warning(Request request, boolean open) {
        String advice = open || earlierMayHaveActed ? RetryAdvice.of(request, mode) : "";
        return advice.isEmpty()
                ? ""
                : (open ? "The request" : "An earlier attempt") + " may have been processed: " + advice + ". ";
    }

    String times() {
        return attempts > 1 ? " (" + attempts + " attempts)" : "";
    }
}

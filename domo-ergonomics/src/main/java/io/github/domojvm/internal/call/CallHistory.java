package io.github.domojvm.internal.call;

import io.github.domojvm.rest.api.Retry;
import okhttp3.Request;

/**
 * What an attempt's failure has to know of the call it belongs to.
 *
 * @param attempts the number of attempts, this one included
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
        // A failed token request says nothing of the request that needs the token: that one was not sent.
        return forToken || (notAccepted && !earlierMayHaveActed);
    }

    /**
     * Returns what to do before the call is repeated.
     *
     * @param request the request
     * @param open whether this attempt may have been processed, for all that is known
     * @return sentences, each followed by a space; empty for reads, and when nothing can have been processed
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

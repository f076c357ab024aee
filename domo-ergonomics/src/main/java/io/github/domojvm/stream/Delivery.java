package io.github.domojvm.stream;

import io.github.domojvm.error.AuthenticationException;
import io.github.domojvm.error.DomoApiException;
import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.ServerException;
import java.util.Set;

/** Decides from the failure of a write whether the service may have processed the request. */
final class Delivery {
    /** The server timed out while it waited for the request, or declined to process it yet. */
    private static final Set<Integer> TIMED_OUT_OR_TOO_EARLY = Set.of(408, 425);

    private Delivery() {}

    /**
     * Returns whether the request was not processed: it was not sent, or it was rejected because the token was missing
     * or invalid. No other status proves that.
     */
    static boolean wasNotSent(DomoException e) {
        return e instanceof DomoApiException api
                ? e instanceof AuthenticationException || api.failure().path().endsWith("/oauth/token")
                : e.requestNotSent();
    }

    /** Returns whether the service may still be processing the request, since no response proves the contrary. */
    static boolean isLost(DomoException e) {
        return !(e instanceof DomoApiException api)
                || e instanceof ServerException
                || TIMED_OUT_OR_TOO_EARLY.contains(api.status());
    }
}

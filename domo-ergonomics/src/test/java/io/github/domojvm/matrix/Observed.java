package io.github.domojvm.matrix;

import io.github.domojvm.error.DomoException;

/**
 * What was seen when a cell ran.
 *
 * @param result the outcome, followed by the reason of a failure
 * @param failure the exception, null if there was none
 */
record Observed(String result, DomoException failure) {
    private static final String THEN = ", then ";

    static Observed success(Object outcome) {
        return new Observed(outcome.toString(), null);
    }

    static Observed failed(Object outcome, DomoException failure) {
        return new Observed(outcome + " " + failure.reason(), failure);
    }

    Observed then(Object later) {
        return new Observed(result + THEN + later, failure);
    }

    /** Returns a result without the reason of a failure. */
    static String outcome(String result) {
        return result.replaceFirst("^(\\w+) \\w+", "$1");
    }

    boolean isCommitted() {
        return settled().startsWith("COMMITTED");
    }

    boolean isMismatch() {
        return settled().startsWith("COMMITTED_MISMATCH");
    }

    /** The outcome that was found last. */
    private String settled() {
        int later = result.lastIndexOf(THEN);
        return later < 0 ? result : result.substring(later + THEN.length());
    }
}

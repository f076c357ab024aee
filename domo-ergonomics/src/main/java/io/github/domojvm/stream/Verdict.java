package io.github.domojvm.stream;

import org.jspecify.annotations.Nullable;

/**
 * What is known of an execution after its commit was sent.
 *
 * @param kind the kind of the verdict
 * @param reason the reason, as a sentence; may be empty
 * @param cause the underlying failure; null if there is none
 * @param open whether the execution may still be open, so that it has to be aborted
 */
record Verdict(Kind kind, String reason, @Nullable Exception cause, boolean open) {
    enum Kind {
        /** The service accepted the commit. Its processing is not finished or was not checked. */
        ACKNOWLEDGED,
        /** The rows are in the DataSet. */
        PROCESSED,
        /** The rows are not and will not be in the DataSet. */
        REFUSED,
        /** The service reports a failure that is not documented as final, so the execution must be settled. */
        FAILED,
        /** The state of the service is not conclusive. */
        UNKNOWN
    }

    static Verdict acknowledged(String reason) {
        return new Verdict(Kind.ACKNOWLEDGED, reason, null, false);
    }

    static Verdict processed() {
        return new Verdict(Kind.PROCESSED, "", null, false);
    }

    static Verdict refused(String reason, @Nullable Exception cause, boolean open) {
        return new Verdict(Kind.REFUSED, reason, cause, open);
    }

    static Verdict failed(String reason) {
        return new Verdict(Kind.FAILED, reason, null, true);
    }

    static Verdict unknown(String reason, @Nullable Exception cause) {
        return new Verdict(Kind.UNKNOWN, reason, cause, false);
    }
}

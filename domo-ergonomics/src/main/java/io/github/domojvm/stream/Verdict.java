package io.github.domojvm.stream;

import io.github.domojvm.error.DomoException;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an execution after its commit was sent.
 *
 * @param kind the kind of the verdict
 * @param reason the reason, as a sentence; may be empty
 * @param cause the underlying failure; null if there is none
 * @param open whether the execution may still be open, so that it has to be aborted
 * @param invalidRows whether the service found rows that it cannot store
 */
record Verdict(Kind kind, String reason, @Nullable Exception cause, boolean open, boolean invalidRows) {
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
        return new Verdict(Kind.ACKNOWLEDGED, reason, null, false, false);
    }

    static Verdict processed() {
        return new Verdict(Kind.PROCESSED, "", null, false, false);
    }

    static Verdict refused(String reason, @Nullable Exception cause, boolean open) {
        return new Verdict(Kind.REFUSED, reason, cause, open, false);
    }

    static Verdict failed(String reason) {
        return new Verdict(Kind.FAILED, reason, null, true, false);
    }

    static Verdict unknown(String reason, @Nullable Exception cause) {
        return new Verdict(Kind.UNKNOWN, reason, cause, false, false);
    }

    Verdict withInvalidRows() {
        return new Verdict(kind, reason, cause, open, true);
    }

    /** Adds a sentence, with a leading space, to the reason. */
    Verdict with(String note) {
        return new Verdict(kind, reason + note, cause, open, invalidRows);
    }

    /** Returns a verdict on an upload that the program stopped. */
    Verdict stopped() {
        return new Verdict(
                kind,
                "It was stopped while it waited for the commit interval. " + reason,
                new CancellationException("stopped"),
                open,
                invalidRows);
    }

    /** Adds the verdict that led to this one. */
    Verdict following(Verdict earlier) {
        return new Verdict(kind, earlier.reason + " " + reason, cause, open, invalidRows);
    }

    /** Adds the failed call that led to this verdict. */
    Verdict after(DomoException failure) {
        return new Verdict(kind, failure.getMessage() + " " + reason, failure, open, invalidRows);
    }
}

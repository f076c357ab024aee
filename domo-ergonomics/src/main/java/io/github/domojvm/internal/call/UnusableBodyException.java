package io.github.domojvm.internal.call;

import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.error.FailureReason;
import java.io.IOException;
import okhttp3.Request;

/** The body of a response with a success status is not the requested content. Thrown by a {@link BodyReader}. */
public final class UnusableBodyException extends IOException {
    /** What to do if an export is too large. */
    public static final String LARGER_LIMIT = "Export with a larger maxBytes, or without it.";

    private static final long serialVersionUID = 1L;

    private enum Kind {
        PAGE,
        FOREIGN,
        OTHER,
        INCOMPLETE,
        TOO_LARGE
    }

    private final Kind kind;

    private UnusableBodyException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /**
     * Creates the exception for an HTML page, which is retried once.
     *
     * @param head the beginning of the page, for the message
     * @return the exception
     */
    public static UnusableBodyException page(String head) {
        return new UnusableBodyException(Kind.PAGE, head);
    }

    /**
     * Creates the exception for any other response that is not from Domo, which is retried once.
     *
     * @param what the evidence, without content of the body
     * @return the exception
     */
    public static UnusableBodyException foreign(String what) {
        return new UnusableBodyException(Kind.FOREIGN, what);
    }

    /**
     * Creates the exception for content that contradicts what is known, which is not retried.
     *
     * @param what the evidence, without content of the body, and what to do
     * @return the exception
     */
    public static UnusableBodyException other(String what) {
        return new UnusableBodyException(Kind.OTHER, what);
    }

    /**
     * Creates the exception for a truncated body, which is retried like a broken connection.
     *
     * @param what the evidence, without content of the body
     * @return the exception
     */
    public static UnusableBodyException incomplete(String what) {
        return new UnusableBodyException(Kind.INCOMPLETE, what);
    }

    /**
     * Creates the exception for an export that is larger than the caller accepts, which is not retried.
     *
     * @param maxBytes the largest size that is accepted
     * @return the exception
     */
    public static UnusableBodyException tooLarge(long maxBytes) {
        return new UnusableBodyException(
                Kind.TOO_LARGE, "it is larger than " + maxBytes + " bytes, the limit of this export");
    }

    /**
     * Returns whether the body is larger than the caller accepts.
     *
     * @return true if it was created by {@link #tooLarge}
     */
    public boolean isTooLarge() {
        return kind == Kind.TOO_LARGE;
    }

    Failure failure(Request request, CallHistory history) {
        String call = TransportErrors.describe(request);
        String count = history.times();
        return switch (kind) {
            case PAGE -> TransportErrors.htmlPage(request, String.valueOf(getMessage()), this, history);
            case FOREIGN ->
                new Failure(
                        new DomoDataException(
                                call + " did not return the requested content: " + getMessage() + count
                                        + ". Check the URL (https://api.domo.com for every customer) and any proxy.",
                                this),
                        Failure.Kind.NON_DOMO);
            case OTHER ->
                new Failure(
                        new DomoDataException(call + " did not return the requested content: " + getMessage(), this),
                        Failure.Kind.FINAL);
            case INCOMPLETE ->
                new Failure(
                        new DomoIoException(
                                call + " returned incomplete content: " + getMessage() + count
                                        + ". Retry later, and check any proxy.",
                                false,
                                this),
                        Failure.Kind.UNCERTAIN);
            case TOO_LARGE ->
                new Failure(
                        new DomoDataException(
                                FailureReason.RESPONSE_TOO_LARGE,
                                call + " did not return the requested content: " + getMessage() + ". An existing file"
                                        + " is unchanged.",
                                LARGER_LIMIT,
                                false,
                                this),
                        Failure.Kind.FINAL);
        };
    }
}

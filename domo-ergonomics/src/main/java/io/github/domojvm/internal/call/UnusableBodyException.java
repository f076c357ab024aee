package io.github.domojvm.internal.call;

import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.error.DomoIoException;
import java.io.IOException;
import okhttp3.Request;

/** The body of a response with a success status is not the requested content. Thrown by a {@link BodyReader}. */
public final class UnusableBodyException extends IOException {
    private static final long serialVersionUID = 1L;

    private enum Kind {
        PAGE,
        FOREIGN,
        OTHER,
        INCOMPLETE
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
        };
    }
}

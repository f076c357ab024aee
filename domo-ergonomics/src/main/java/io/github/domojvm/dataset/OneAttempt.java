package io.github.domojvm.dataset;

import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.error.FailureReason;
import io.github.domojvm.internal.call.UnusableBodyException;
import io.github.domojvm.internal.http.LimitExceededException;
import java.io.FilterInputStream;
import java.io.IOException;

/**
 * An export that the caller reads while it arrives, so that it cannot be retried: a failed read throws DomoIoException,
 * or DomoDataException if the export is too large.
 */
final class OneAttempt extends FilterInputStream {
    private final ExportBody body;
    private final String id;
    private final String consequence;

    /**
     * Creates the stream.
     *
     * @param consequence the last sentence of the message of a failure
     */
    OneAttempt(ExportBody body, String id, String consequence) {
        super(body);
        this.body = body;
        this.id = id;
        this.consequence = consequence;
    }

    ExportBody body() {
        return body;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        try {
            return body.read(buffer, offset, length);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private DomoException failure(IOException cause) {
        if (cause instanceof UnusableBodyException unusable && unusable.isTooLarge()) {
            return new DomoDataException(
                    FailureReason.RESPONSE_TOO_LARGE,
                    "The export of the DataSet " + id + " was ended: " + cause.getMessage() + ". " + consequence,
                    UnusableBodyException.LARGER_LIMIT,
                    false,
                    cause);
        }
        return new DomoIoException(
                "The export of the DataSet " + id + " broke off after " + body.bytes() + " bytes: "
                        + (cause instanceof LimitExceededException limit ? limit.problem() : cause.getMessage()) + ". "
                        + consequence,
                false,
                cause);
    }

    @Override
    public void close() {
        body.close();
    }
}

package io.github.domojvm.dataset;

import io.github.domojvm.error.DomoIoException;
import java.io.FilterInputStream;
import java.io.IOException;

/**
 * An export that the caller reads while it arrives, so that it cannot be retried: a failed read throws DomoIoException.
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
            throw new DomoIoException(
                    "The export of the DataSet " + id + " broke off after " + body.bytes() + " bytes: " + e.getMessage()
                            + ". " + consequence,
                    false,
                    e);
        }
    }

    @Override
    public void close() {
        body.close();
    }
}

package io.github.domojvm.dataset;

import io.github.domojvm.error.DomoIoException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import okhttp3.ResponseBody;

/** Passes one export on to a stream, once. */
final class StreamedExport {
    private static final int BUFFER_BYTES = 64 << 10;

    private final String id;
    private final OutputStream target;

    StreamedExport(String id, OutputStream target) {
        this.id = id;
        this.target = target;
    }

    /** Gives the number of rows below the header line. */
    long run(ResponseBody body) {
        RowCounter rows = new RowCounter();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (body) {
            InputStream in = body.byteStream();
            for (int read = read(in, buffer, rows); read >= 0; read = read(in, buffer, rows)) {
                write(buffer, read);
                rows.count(buffer, read);
            }
        }
        return Math.max(rows.rows() - 1, 0);
    }

    private int read(InputStream in, byte[] buffer, RowCounter rows) {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw new DomoIoException(
                    "The export of the DataSet " + id + " broke off after " + rows.bytes() + " bytes: " + e.getMessage()
                            + ". What was written is not whole; drop it and export again.",
                    false,
                    e);
        }
    }

    private void write(byte[] buffer, int count) {
        try {
            target.write(buffer, 0, count);
        } catch (IOException e) {
            throw new DomoIoException(
                    "The export of the DataSet " + id + " could not be passed on: " + e.getMessage()
                            + ". What was written is not whole.",
                    false,
                    e);
        }
    }
}

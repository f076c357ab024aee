package io.github.domojvm.dataset;

import io.github.domojvm.error.DomoIoException;
import java.io.IOException;
import java.io.OutputStream;

/** Exports to a stream, in one attempt. */
final class StreamedExport {
    private static final int BUFFER_BYTES = 64 << 10;

    private final Download download;
    private final OutputStream target;

    StreamedExport(Download download, OutputStream target) {
        this.download = download;
        this.target = target;
    }

    ExportResult run() {
        ExpectedExport expected = download.expected();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (OneAttempt in =
                download.open(expected, "The written content is incomplete: discard it and export again.")) {
            for (int read = in.read(buffer, 0, buffer.length); read >= 0; read = in.read(buffer, 0, buffer.length)) {
                write(buffer, read, expected.id());
            }
            return expected.result(in.body(), "The written content may be incomplete: discard it.");
        }
    }

    private void write(byte[] buffer, int count, String id) {
        try {
            target.write(buffer, 0, count);
        } catch (IOException e) {
            throw new DomoIoException(
                    "The export of the DataSet " + id + " could not be written to the stream: " + e.getMessage()
                            + ". The written content is incomplete.",
                    false,
                    e);
        }
    }
}

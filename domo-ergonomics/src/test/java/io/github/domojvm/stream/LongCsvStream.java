package io.github.domojvm.stream;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A stream of more rows than the first reads consume, followed by an action of the test. */
final class LongCsvStream extends InputStream {
    private final InputStream start =
            new ByteArrayInputStream(UploadFixture.rows(0, 60_000).getBytes(StandardCharsets.UTF_8));
    private final End end;

    LongCsvStream(End end) {
        this.end = end;
    }

    @Override
    public int read() throws IOException {
        throw new IOException("only blocks are read");
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = start.read(bytes, offset, length);
        if (read < 0) {
            end.reached();
        }
        return read;
    }

    interface End {
        void reached() throws IOException;
    }
}

package io.github.domojvm.dataset;

import io.github.domojvm.internal.call.UnusableBodyException;
import java.io.IOException;
import java.io.InputStream;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/**
 * The body of an export, checked while it is read: its start when it is opened, each row when it is read, its end when
 * it is reached. A fault throws {@link UnusableBodyException} from this read and all later ones.
 */
final class ExportBody extends InputStream {
    private static final int OK = 200;
    private static final int HEAD_BYTES = 8 << 10;

    private final ResponseBody response;
    private final InputStream in;
    private final ExpectedExport expected;
    private final RowScanner rows;
    private final byte[] head;
    private final int headLength;
    private int headRead;
    private long bytes;
    private boolean ended;
    private @Nullable UnusableBodyException broken;

    private ExportBody(ResponseBody response, ExpectedExport expected, @Nullable String contentType)
            throws IOException {
        this.response = response;
        this.in = response.byteStream();
        this.expected = expected;
        this.rows = new RowScanner(expected.columns().size(), expected.header());
        this.head = new byte[Math.max(HEAD_BYTES, ExportStart.bytesOfHeader(expected.columns()))];
        this.headLength = in.readNBytes(head, 0, head.length);
        boolean complete = headLength < head.length;
        ExportStart start = new ExportStart(head, headLength, complete);
        start.check(contentType, expected.columns(), expected.header());
        rows.scan(head, start.begin(), headLength - start.begin());
        if (complete) {
            end();
        }
    }

    /**
     * Opens the body of a response and checks its start.
     *
     * @throws UnusableBodyException if the response is not an export; a short body is checked to its end
     */
    static ExportBody open(Response<ResponseBody> response, ExpectedExport expected) throws IOException {
        ResponseBody body = response.body();
        if (response.code() != OK || body == null) {
            throw UnusableBodyException.foreign("the status is " + response.code() + ", not 200");
        }
        return new ExportBody(body, expected, response.headers().get("Content-Type"));
    }

    /** Returns the number of bytes read so far. */
    long bytes() {
        return bytes;
    }

    /** Returns the number of rows read so far, not counting the header line. */
    long rows() {
        return rows.rows();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (broken != null) {
            throw broken;
        }
        if (headRead < headLength && length > 0) {
            int count = Math.min(length, headLength - headRead);
            System.arraycopy(head, headRead, buffer, offset, count);
            headRead += count;
            count(count);
            return count;
        }
        int count = ended ? -1 : in.read(buffer, offset, length);
        try {
            if (count >= 0) {
                rows.scan(buffer, offset, count);
                count(count);
            } else if (!ended) {
                end();
            }
        } catch (UnusableBodyException e) {
            broken = e;
            throw e;
        }
        return count;
    }

    private void count(int count) throws UnusableBodyException {
        if (count > expected.options().maxBytes() - bytes) {
            broken = UnusableBodyException.tooLarge(expected.options().maxBytes());
            throw broken;
        }
        bytes += count;
    }

    @Override
    public int available() throws IOException {
        return headRead < headLength ? headLength - headRead : ended ? 0 : in.available();
    }

    @Override
    public void close() {
        response.close();
    }

    private void end() throws UnusableBodyException {
        rows.end();
        // Without a header line, an export without rows looks like a body that was truncated to nothing.
        if (!expected.header() && rows.rows() == 0 && expected.rows().orElse(0) > 0) {
            throw UnusableBodyException.incomplete("it is empty, but the DataSet reports "
                    + expected.rows().getAsLong()
                    + " rows (if the user can see none of them, export with a header line)");
        }
        ended = true;
    }
}

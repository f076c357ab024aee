package io.github.domojvm.internal.source;

import java.io.IOException;
import java.io.OutputStream;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** The body of a request with the content of a part. It has a known length and can be sent any number of times. */
public final class PartBody extends RequestBody {
    private static final MediaType CSV = MediaType.get("text/csv");

    /** A body without rows. */
    public static final RequestBody EMPTY = RequestBody.create(new byte[0], CSV);

    private final long length;
    private final Content content;

    /**
     * Creates a body.
     *
     * @param length the size of the content in bytes
     * @param content writes the content; called for each attempt
     */
    public PartBody(long length, Content content) {
        this.length = length;
        this.content = content;
    }

    @Override
    public MediaType contentType() {
        return CSV;
    }

    @Override
    public long contentLength() {
        return length;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        content.writeTo(sink.outputStream());
    }

    /** Writes the content of a part. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes the content from its first byte to its last.
         *
         * @param out the stream, which is not closed
         * @throws IOException if the content cannot be read or written
         */
        void writeTo(OutputStream out) throws IOException;
    }
}

package io.github.domojvm.internal.source;

import io.github.domojvm.internal.parts.Part;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** The body of a request with the content of a part. It has a known length and can be sent any number of times. */
public final class PartBody extends RequestBody {
    private static final MediaType CSV = MediaType.get("text/csv");

    /** A body without rows. */
    public static final RequestBody EMPTY = RequestBody.create(new byte[0], CSV);

    private final Part part;

    /**
     * Creates a body.
     *
     * @param part the part
     */
    public PartBody(Part part) {
        this.part = part;
    }

    @Override
    public MediaType contentType() {
        return CSV;
    }

    @Override
    public long contentLength() {
        return part.contentLength();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        part.writeTo(sink.outputStream());
    }
}

package io.github.domojvm.rest;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a body, preserved while the body is parsed and only converted to text if the body is unreadable.
 * Objects are reused, since a copy of 4 KiB would otherwise be a noticeable part of what a small call allocates.
 */
final class BodyStart implements AutoCloseable {
    private static final AtomicReference<@Nullable BodyStart> SPARE = new AtomicReference<>();

    private final byte[] bytes = new byte[UnreadableResponseException.MAX_EXCERPT_BYTES];
    private int length;

    private BodyStart() {}

    /** Copies the beginning of a body without consuming it. */
    static BodyStart of(Buffer body) {
        BodyStart spare = SPARE.getAndSet(null);
        BodyStart start = spare == null ? new BodyStart() : spare;
        start.copy(body);
        return start;
    }

    private void copy(Buffer body) {
        length = 0;
        try (Buffer.UnsafeCursor segments = body.readUnsafe()) {
            while (length < bytes.length && segments.next() > 0) {
                int count = Math.min(segments.end - segments.start, bytes.length - length);
                System.arraycopy(segments.data, segments.start, bytes, length, count);
                length += count;
            }
        }
    }

    /** Returns the bytes as text. */
    String text() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    /** Releases the object for another body. */
    @Override
    public void close() {
        SPARE.set(this);
    }
}

package io.github.domojvm.benchmarks.sink;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A response.
 *
 * @param status the status code
 * @param type the content type
 * @param body the body, or what precedes the file
 * @param file a file that follows the body, or null
 */
record Response(int status, String type, ByteBuffer body, Path file) {
    static Response json(int status, String json) {
        return new Response(status, "application/json", StandardCharsets.UTF_8.encode(json), null);
    }

    static Response text(String text) {
        return new Response(200, "text/plain", StandardCharsets.UTF_8.encode(text), null);
    }

    static Response csv(String header, Path file) {
        return new Response(200, "text/csv", StandardCharsets.UTF_8.encode(header), file);
    }

    /** Returns the head and the body. */
    ByteBuffer encoded(long fileBytes) {
        byte[] head = ("HTTP/1.1 " + status + " " + (status < 400 ? "OK" : "Error") + "\r\nContent-Type: " + type
                        + "\r\nContent-Length: " + (body.remaining() + fileBytes) + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(head.length + body.remaining())
                .put(head)
                .put(body.duplicate())
                .flip();
    }
}

package io.github.domojvm.sandbox.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A response of the sandbox. Its body is produced when it is sent. */
public record ApiResponse(int status, Map<String, String> headers, Body body) implements AutoCloseable {

    /** A response body. Closing releases its resources, whether or not it was written. */
    public interface Body {
        void writeTo(OutputStream out) throws IOException;

        default void close() {}
    }

    /** A body that is compressed while it is written. */
    private record Compressed(Body body) implements Body {
        @Override
        public void writeTo(OutputStream out) throws IOException {
            Gzip.compress(body, out);
        }

        @Override
        public void close() {
            body.close();
        }
    }

    public static ApiResponse json(int status, JsonNode tree) {
        return bytes(status, "application/json;charset=UTF-8", Json.bytes(tree));
    }

    public static ApiResponse bytes(int status, String contentType, byte[] bytes) {
        return bytes(status, bytes).with("Content-Type", contentType);
    }

    public static ApiResponse bytes(int status, byte[] bytes) {
        return new ApiResponse(status, Map.of(), out -> out.write(bytes))
                .with("Content-Length", Integer.toString(bytes.length));
    }

    public static ApiResponse text(int status, String text) {
        return bytes(status, "text/plain;charset=UTF-8", text.getBytes(StandardCharsets.UTF_8));
    }

    public static ApiResponse empty(int status) {
        return new ApiResponse(status, Map.of(), out -> {});
    }

    /**
     * Compresses JSON, as Domo does for clients that request it. Exports are not compressed: many clients request gzip
     * by default, and over the loopback interface an export would take nine times as long.
     */
    public ApiResponse gzipped() {
        if (!headers.getOrDefault("Content-Type", "").startsWith("application/json")) {
            return this;
        }
        Map<String, String> remaining = new LinkedHashMap<>(headers);
        remaining.remove("Content-Length");
        return new ApiResponse(status, remaining, new Compressed(body))
                .with("Content-Encoding", "gzip")
                .with("Vary", "Accept-Encoding");
    }

    public ApiResponse with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new ApiResponse(status, more, body);
    }

    @Override
    public void close() {
        body.close();
    }
}

package io.github.domojvm.sandbox.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the sandbox answers; the body is written only when it is sent. */
public record Answer(int status, Map<String, String> headers, Body body) implements AutoCloseable {

    /** Writes itself, and frees what it holds whether it was written or not. */
    public interface Body {
        void writeTo(OutputStream out) throws IOException;

        default void close() {}
    }

    /** A body that is compressed while it is written. */
    private record Packed(Body body) implements Body {
        @Override
        public void writeTo(OutputStream out) throws IOException {
            Gzip.pack(body, out);
        }

        @Override
        public void close() {
            body.close();
        }
    }

    public static Answer json(int status, JsonNode tree) {
        return bytes(status, "application/json;charset=UTF-8", Json.bytes(tree));
    }

    public static Answer bytes(int status, String contentType, byte[] bytes) {
        return bytes(status, bytes).with("Content-Type", contentType);
    }

    public static Answer bytes(int status, byte[] bytes) {
        return new Answer(status, Map.of(), out -> out.write(bytes))
                .with("Content-Length", Integer.toString(bytes.length));
    }

    public static Answer text(int status, String text) {
        return bytes(status, "text/plain;charset=UTF-8", text.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer empty(int status) {
        return new Answer(status, Map.of(), out -> {});
    }

    /**
     * Compresses JSON, as Domo does for callers who ask. Rows stay as they are: many clients ask without being told to, and
     * on the loopback an export would take nine times as long.
     */
    public Answer gzipped() {
        if (!headers.getOrDefault("Content-Type", "").startsWith("application/json")) {
            return this;
        }
        Map<String, String> others = new LinkedHashMap<>(headers);
        others.remove("Content-Length");
        return new Answer(status, others, new Packed(body))
                .with("Content-Encoding", "gzip")
                .with("Vary", "Accept-Encoding");
    }

    public Answer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body);
    }

    @Override
    public void close() {
        body.close();
    }
}

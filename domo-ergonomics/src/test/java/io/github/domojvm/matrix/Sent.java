package io.github.domojvm.matrix;

import io.github.domojvm.sandbox.RecordedRequest;
import java.io.IOException;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.ByteString;
import okio.GzipSource;
import okio.Okio;

/** A request that was sent on a connection. */
final class Sent {
    private final String method;
    private final String path;
    private final ByteString rows;
    private volatile int status;

    private Sent(String method, String path, ByteString rows) {
        this.method = method;
        this.path = path;
        this.rows = rows;
    }

    static Sent of(Request request) throws IOException {
        return new Sent(request.method(), request.url().encodedPath(), decompressed(request));
    }

    /** Returns a request that the sandbox has recorded, without its body. */
    static Sent of(RecordedRequest request) {
        Sent sent = new Sent(request.method(), request.path(), ByteString.EMPTY);
        sent.received(request.status());
        return sent;
    }

    /** Writes the body a second time, so that it is complete even if the connection breaks. */
    private static ByteString decompressed(Request request) throws IOException {
        RequestBody body = request.body();
        if (body == null) {
            return ByteString.EMPTY;
        }
        Buffer sent = new Buffer();
        body.writeTo(sent);
        if (!"gzip".equals(request.header("Content-Encoding"))) {
            return sent.readByteString();
        }
        try (var plain = Okio.buffer(new GzipSource(sent))) {
            return plain.readByteString();
        }
    }

    void received(int newStatus) {
        status = newStatus;
    }

    String path() {
        return path;
    }

    /** The body before compression. */
    ByteString rows() {
        return rows;
    }

    boolean is(String otherMethod, String pathPattern) {
        return method.equals(otherMethod) && path.matches(pathPattern.replace("*", "[^/]+"));
    }

    /** Returns whether a response with a success status arrived. */
    boolean succeeded() {
        return status >= 200 && status < 300;
    }

    @Override
    public String toString() {
        return method + " " + path + " " + status;
    }
}

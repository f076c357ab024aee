package io.github.domojvm.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the sandbox answers; the body is written only when it is sent. */
record Answer(int status, Map<String, String> headers, Body body) implements AutoCloseable {

    /** Writes itself, and frees what it holds whether it was written or not. */
    interface Body {
        void writeTo(OutputStream out) throws IOException;

        default void close() {}
    }

    static Answer json(int status, JsonNode tree) {
        return bytes(status, "application/json;charset=UTF-8", Json.bytes(tree));
    }

    static Answer bytes(int status, String contentType, byte[] bytes) {
        return new Answer(status, Map.of(), out -> out.write(bytes))
                .with("Content-Type", contentType)
                .with("Content-Length", Integer.toString(bytes.length));
    }

    static Answer empty(int status) {
        return new Answer(status, Map.of(), out -> {});
    }

    static Answer of(Fault fault) {
        Answer answer = empty(fault.status()).with("Content-Length", Integer.toString(fault.body().length));
        for (Map.Entry<String, String> header : fault.headers().entrySet()) {
            answer = answer.with(header.getKey(), header.getValue());
        }
        return new Answer(fault.status(), answer.headers, out -> out.write(fault.body()));
    }

    Answer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body);
    }

    @Override
    public void close() {
        body.close();
    }
}

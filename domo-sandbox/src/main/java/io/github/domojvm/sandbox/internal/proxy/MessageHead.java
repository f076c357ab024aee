package io.github.domojvm.sandbox.internal.proxy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The start line and the header lines of a message, with their exact bytes. */
final class MessageHead {
    private static final int MAX_BYTES = 1 << 18;

    private final byte[] bytes;
    private final String[] start;
    private final Map<String, String> headers = new HashMap<>();

    private MessageHead(byte[] bytes) throws IOException {
        this.bytes = bytes;
        String[] lines = new String(bytes, StandardCharsets.ISO_8859_1).split("\r?\n", -1);
        start = lines[0].split(" ", 3);
        if (start.length < 2 || !(lines[0].startsWith("HTTP/1.") || lines[0].contains(" HTTP/1."))) {
            throw new IOException("Not a message of HTTP/1.1");
        }
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                headers.merge(
                        lines[i].substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        lines[i].substring(colon + 1).strip(),
                        (first, second) -> first + "," + second);
            }
        }
    }

    /** Reads up to the blank line, or returns null if the connection ends before a message begins. */
    static @Nullable MessageHead read(InputStream in) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        int lineLength = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (read.size() == 0 && (next == '\r' || next == '\n')) {
                continue; // A blank line between two messages.
            }
            read.write(next);
            if (next == '\n' && lineLength == 0) {
                return new MessageHead(read.toByteArray());
            }
            lineLength = next == '\n' ? 0 : next == '\r' ? lineLength : lineLength + 1;
            if (read.size() > MAX_BYTES) {
                throw new IOException("The header lines are longer than " + MAX_BYTES + " bytes");
            }
        }
        if (read.size() == 0) {
            return null;
        }
        throw new EOFException("The connection ended within the header lines");
    }

    byte[] bytes() {
        return bytes;
    }

    String method() {
        return start[0];
    }

    /** Returns the path in the form in which the sandbox matches it. */
    String path() {
        String path = start[1].split("[?#]", 2)[0];
        try {
            path = Objects.requireNonNullElse(new URI(path).getPath(), path);
        } catch (URISyntaxException e) {
            // Matched as it was sent.
        }
        int end = path.length();
        while (end > 1 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    /** Returns whether another response follows, such as after 100. */
    boolean isInterim() throws IOException {
        return status() < 200;
    }

    private int status() throws IOException {
        try {
            return Integer.parseInt(start[1]);
        } catch (NumberFormatException e) {
            throw new IOException("Not a status line of HTTP/1.1", e);
        }
    }

    boolean expectsContinue() {
        return is("expect", "100-continue");
    }

    boolean closesConnection() {
        return is("connection", "close");
    }

    MessageBody requestBody() throws IOException {
        return body(MessageBody.NONE);
    }

    MessageBody responseBody(String method) throws IOException {
        int status = status();
        return method.equals("HEAD") || status < 200 || status == 204 || status == 304
                ? MessageBody.NONE
                : body(MessageBody.UNTIL_CLOSE);
    }

    private MessageBody body(MessageBody undeclared) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .endsWith("chunked")) {
            return MessageBody.CHUNKED;
        }
        String length = headers.get("content-length");
        try {
            return length == null ? undeclared : MessageBody.ofLength(Long.parseLong(length));
        } catch (NumberFormatException e) {
            throw new IOException("Not a Content-Length", e);
        }
    }

    private boolean is(String header, String value) {
        return headers.getOrDefault(header, "").equalsIgnoreCase(value);
    }
}

package io.github.domojvm.sandbox.internal.proxy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** How the end of a body is found. */
final class MessageBody {
    static final MessageBody NONE = new MessageBody(0);
    static final MessageBody CHUNKED = new MessageBody(-1);
    static final MessageBody UNTIL_CLOSE = new MessageBody(Long.MAX_VALUE);

    private static final int BUFFER = 1 << 14;
    private static final int MAX_LINE = 1 << 13;

    private final long length;

    private MessageBody(long length) {
        this.length = length;
    }

    static MessageBody ofLength(long length) {
        return new MessageBody(length);
    }

    /** Copies the body as it arrives, with its framing. */
    void copy(InputStream in, MessageWriter out) throws IOException {
        if (this == UNTIL_CLOSE) {
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                out.content(buffer, count);
            }
        } else if (this == CHUNKED) {
            copyChunks(in, out);
        } else {
            copyContent(in, out, length);
        }
    }

    private static void copyContent(InputStream in, MessageWriter out, long length) throws IOException {
        byte[] buffer = new byte[(int) Math.min(BUFFER, length)];
        for (long left = length; left > 0; ) {
            int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (count < 0) {
                throw new EOFException("The connection ended within a body");
            }
            out.content(buffer, count);
            left -= count;
        }
    }

    private static void copyChunks(InputStream in, MessageWriter out) throws IOException {
        for (long size = chunkSize(in, out); size > 0; size = chunkSize(in, out)) {
            copyContent(in, out, size);
            out.framing(line(in));
        }
        byte[] trailer = line(in);
        while (!isBlank(trailer)) {
            out.framing(trailer);
            trailer = line(in);
        }
        out.framing(trailer);
    }

    private static long chunkSize(InputStream in, MessageWriter out) throws IOException {
        byte[] line = line(in);
        String size = new String(line, StandardCharsets.ISO_8859_1).split(";", 2)[0].strip();
        try {
            long parsed = Long.parseLong(size, 16);
            out.framing(line);
            return parsed;
        } catch (NumberFormatException e) {
            throw new IOException("Not the size of a chunk", e);
        }
    }

    private static byte[] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = 0;
        while (next != '\n') {
            next = in.read();
            if (next < 0 || line.size() > MAX_LINE) {
                throw new EOFException("The connection ended within a chunked body");
            }
            line.write(next);
        }
        return line.toByteArray();
    }

    private static boolean isBlank(byte[] line) {
        return line.length == 1 || (line.length == 2 && line[0] == '\r');
    }
}

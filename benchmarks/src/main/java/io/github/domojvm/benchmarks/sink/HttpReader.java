package io.github.domojvm.benchmarks.sink;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** Reads requests from a connection. */
final class HttpReader {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final SocketChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES).flip();

    HttpReader(SocketChannel channel) {
        this.channel = channel;
    }

    /** Returns the head of the next request, or null if the client has closed the connection. */
    Request head() throws IOException {
        if (!buffer.hasRemaining() && !fill()) {
            return null;
        }
        List<String> lines = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            lines.add(line);
        }
        return Request.parse(lines);
    }

    void body(Request request, Line line, Body body) throws IOException {
        if (!request.isChunked()) {
            read(request.contentLength(), line, body);
            return;
        }
        for (long length = chunk(); ; length = chunk()) {
            read(length, line, body);
            line();
            if (length == 0) {
                return;
            }
        }
    }

    private long chunk() throws IOException {
        return Long.parseLong(line().split(";", 2)[0].strip(), 16);
    }

    private void read(long length, Line line, Body body) throws IOException {
        long missing = length;
        if (buffer.hasRemaining() && missing > 0) {
            int count = (int) Math.min(missing, buffer.remaining());
            body.append(buffer.slice(buffer.position(), count));
            buffer.position(buffer.position() + count);
            line.transmit(count);
            missing -= count;
        }
        while (missing > 0) {
            ByteBuffer room = body.room();
            int limit = room.limit();
            // A limited line is shared in small pieces, so that no connection waits long for the others.
            long most = line.isLimited() ? Math.min(missing, BUFFER_BYTES) : missing;
            room.limit((int) Math.min(limit, room.position() + most));
            int count = channel.read(room);
            room.limit(limit);
            if (count < 0) {
                throw new EOFException("The connection ended within a body");
            }
            body.written(count);
            line.transmit(count);
            missing -= count;
        }
    }

    private String line() throws IOException {
        StringBuilder text = new StringBuilder();
        while (true) {
            if (!buffer.hasRemaining() && !fill()) {
                throw new EOFException("The connection ended within a request");
            }
            byte next = buffer.get();
            if (next == '\n') {
                return text.toString();
            }
            if (next != '\r') {
                text.append((char) (next & 0xFF));
            }
        }
    }

    private boolean fill() throws IOException {
        buffer.clear();
        int count = channel.read(buffer);
        buffer.flip();
        return count > 0;
    }
}

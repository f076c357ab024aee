package io.github.domojvm.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A connection on which a test sends and receives bytes. */
final class RawConnection implements AutoCloseable {
    /** Everything that was received, and how the connection ended. */
    record Received(String text, boolean reset) {
        String body() {
            return text.substring(text.indexOf("\r\n\r\n") + 4);
        }
    }

    private final Socket socket;

    RawConnection(URI url) throws IOException {
        socket = new Socket(url.getHost(), url.getPort());
    }

    RawConnection send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** Sends a request with a body of known length. */
    RawConnection send(String method, String path, String body, Caller caller) throws IOException {
        return send(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + caller.token()
                + "\r\nContent-Type: text/csv\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    /** Sends the end of the stream. */
    void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    /** Reads a number of bytes. */
    String read(int bytes) throws IOException {
        return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.ISO_8859_1);
    }

    /** Reads until the connection ends. */
    Received readToEnd() throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        try {
            for (int next = in.read(); next >= 0; next = in.read()) {
                read.write(next);
            }
        } catch (SocketException e) {
            return new Received(read.toString(StandardCharsets.ISO_8859_1), true);
        }
        return new Received(read.toString(StandardCharsets.ISO_8859_1), false);
    }

    /** Returns the number of bytes that have arrived and were not read. */
    int available() throws IOException {
        return socket.getInputStream().available();
    }

    /** Returns whether the other side has neither sent anything more nor ended the connection. */
    boolean isOpenAndSilent() throws IOException {
        socket.setSoTimeout(1);
        try {
            socket.getInputStream().read();
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        } finally {
            socket.setSoTimeout(0);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

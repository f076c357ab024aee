package io.github.domojvm.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends requests that HTTP clients reject. */
final class RawSocket {
    private RawSocket() {}

    static int statusOfGet(DomoSandbox sandbox, String path, Caller caller) {
        String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                + caller.token() + "\r\n\r\n";
        return Integer.parseInt(responseTo(sandbox, request).substring(9, 12));
    }

    static String responseTo(DomoSandbox sandbox, String request) {
        try (Socket socket = new Socket(sandbox.url().getHost(), sandbox.url().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

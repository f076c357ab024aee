package io.github.domojvm;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * A server on loopback that forwards requests to a sandbox until a chosen one arrives. It holds that request and all
 * later ones: it never responds.
 */
public final class HoldingServer implements AutoCloseable {
    /** What the server does with the chosen request. */
    public enum Mode {
        /** It reads the request and sends nothing. */
        NO_RESPONSE,
        /** It reads only the header lines of the request. */
        UNREAD_BODY,
        /** It sends the header lines and the first half of the body of the response. */
        HALF_RESPONSE,
        /** It responds with status 429 and requests a wait of two minutes. */
        RETRY_AFTER_TWO_MINUTES
    }

    private static final Set<String> FORWARDED = Set.of("authorization", "content-type", "content-encoding", "accept");

    private final ServerSocket listener = new ServerSocket();
    private final HttpClient upstream = HttpClient.newHttpClient();
    private final URI sandbox;
    private final Pattern held;
    private final Mode mode;
    private final AtomicInteger matchesBefore;
    private final CountDownLatch holding = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /**
     * Starts the server.
     *
     * @param sandbox the server to forward to
     * @param held matches the chosen request, as {@code METHOD PATH}
     * @param matchesBefore the number of matching requests to forward before
     */
    public HoldingServer(URI sandbox, String held, int matchesBefore, Mode mode) throws IOException {
        this.sandbox = sandbox;
        this.held = Pattern.compile(held);
        this.matchesBefore = new AtomicInteger(matchesBefore);
        this.mode = mode;
        listener.setReceiveBufferSize(4096);
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        new Thread(this::accept, "holding-server").start();
    }

    public String url() {
        return "http://" + listener.getInetAddress().getHostAddress() + ":" + listener.getLocalPort();
    }

    /** Waits until the chosen request has arrived. */
    public void awaitHeld() throws InterruptedException {
        holding.await();
    }

    /** Returns the number of connections that the client has not closed after its call has ended. */
    public int openConnections() {
        ended.countDown();
        return open.size();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                new Thread(() -> serve(socket), "holding-server-connection").start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (exchange(in, socket.getOutputStream())) {}
        } catch (IOException | InterruptedException e) {
            // The client has closed the connection.
        } finally {
            open.remove(socket);
        }
    }

    private boolean exchange(InputStream in, OutputStream out) throws IOException, InterruptedException {
        String[] request = line(in).split(" ", -1);
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        boolean chosen =
                held.matcher(request[0] + " " + request[1]).lookingAt() && matchesBefore.getAndDecrement() <= 0;
        boolean later = holding.getCount() == 0;
        if (chosen && mode == Mode.UNREAD_BODY) {
            // Reads on only when the call has ended: then the connection is closed within the body.
            holding.countDown();
            ended.await();
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        if (chosen || later) {
            hold(request, headers, body, later ? Mode.NO_RESPONSE : mode, in, out);
            return false;
        }
        HttpResponse<byte[]> response = forward(request, headers, body);
        head(response, out);
        out.write(response.body());
        out.flush();
        return true;
    }

    /** Returns when the client closes the connection. */
    private void hold(
            String[] request, Map<String, String> headers, byte[] body, Mode how, InputStream in, OutputStream out)
            throws IOException, InterruptedException {
        if (how == Mode.RETRY_AFTER_TWO_MINUTES) {
            out.write("HTTP/1.1 429 Too Many\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
        } else if (how == Mode.HALF_RESPONSE) {
            HttpResponse<byte[]> response = forward(request, headers, body);
            head(response, out);
            out.write(response.body(), 0, response.body().length / 2);
            out.flush();
        }
        holding.countDown();
        if (in.read() >= 0) {
            throw new IOException("a request on a connection whose request is held");
        }
    }

    private HttpResponse<byte[]> forward(String[] request, Map<String, String> headers, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest.Builder forwarded = HttpRequest.newBuilder(sandbox.resolve(request[1]))
                .method(request[0], HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach((name, value) -> {
            if (FORWARDED.contains(name)) {
                forwarded.header(name, value);
            }
        });
        return upstream.send(forwarded.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static void head(HttpResponse<byte[]> response, OutputStream out) throws IOException {
        String type = response.headers().firstValue("content-type").orElse("application/json");
        String length = response.statusCode() == 204 ? "" : "Content-Length: " + response.body().length + "\r\n";
        out.write(("HTTP/1.1 " + response.statusCode() + " OK\r\nContent-Type: " + type + "\r\n" + length + "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            if (c != '\r') {
                text.append((char) c);
            }
        }
        return text.toString();
    }
}

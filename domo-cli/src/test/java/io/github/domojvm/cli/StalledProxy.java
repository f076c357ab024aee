package io.github.domojvm.cli;

import io.github.domojvm.sandbox.DomoSandbox;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;

/** Forwards connections to a sandbox until a chosen request arrives. From then on, nothing is forwarded. */
public final class StalledProxy implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final CountDownLatch stalled = new CountDownLatch(1);
    private final DomoSandbox sandbox;
    private final Pattern request;
    private final long responseBytes;
    private volatile boolean chosen;

    /**
     * Starts the proxy.
     *
     * @param request matches the chosen request, as {@code METHOD PATH}
     * @param responseBytes the number of bytes of its response to forward; 0 does not forward the request
     */
    public StalledProxy(DomoSandbox sandbox, String request, long responseBytes) throws IOException {
        this.sandbox = sandbox;
        this.request = Pattern.compile(request);
        this.responseBytes = responseBytes;
        new Thread(this::accept, "stalled-proxy").start();
    }

    public String url() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    public void awaitStalled() throws InterruptedException {
        stalled.await();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Socket service =
                        new Socket(sandbox.url().getHost(), sandbox.url().getPort());
                sockets.add(client);
                sockets.add(service);
                new Thread(() -> requests(client, service), "stalled-proxy-requests").start();
                new Thread(() -> responses(service, client), "stalled-proxy-responses").start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void requests(Socket client, Socket service) {
        byte[] buffer = new byte[1 << 16];
        try (client;
                service) {
            InputStream in = client.getInputStream();
            OutputStream out = service.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                String text = new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
                boolean first = !chosen && request.matcher(text).lookingAt();
                if (first) {
                    chosen = true;
                }
                if (!chosen || (first && responseBytes > 0)) {
                    out.write(buffer, 0, read);
                } else {
                    stalled.countDown();
                }
            }
        } catch (IOException e) {
            // One side has closed the connection.
        }
    }

    private void responses(Socket service, Socket client) {
        byte[] buffer = new byte[1 << 12];
        try {
            InputStream in = service.getInputStream();
            OutputStream out = client.getOutputStream();
            long left = responseBytes;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (!chosen) {
                    out.write(buffer, 0, read);
                } else if (left > 0) {
                    out.write(buffer, 0, (int) Math.min(left, read));
                    left -= read;
                    if (left <= 0) {
                        stalled.countDown();
                    }
                }
            }
        } catch (IOException e) {
            // One side has closed the connection.
        }
    }
}

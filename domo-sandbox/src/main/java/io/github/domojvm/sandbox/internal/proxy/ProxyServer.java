package io.github.domojvm.sandbox.internal.proxy;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Accepts connections on the loopback interface and forwards each to the target. */
public final class ProxyServer implements AutoCloseable {
    private static final int BACKLOG = 128;
    private static final int HTTP_PORT = 80;
    private static final int CLOSE_SECONDS = 5;

    private final URI targetUrl;
    private final Treatments treatments;
    private final Pauses pauses;
    private final ServerSocket listener;
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "domo-fault-proxy-" + port());
        thread.setDaemon(true);
        return thread;
    });

    public ProxyServer(URI targetUrl, Treatments treatments, Pauses pauses) {
        this.targetUrl = targetUrl;
        this.treatments = treatments;
        this.pauses = pauses;
        try {
            listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("The proxy cannot listen on the loopback interface", e);
        }
        threads.execute(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                open.add(client);
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                // Closed, or the client has ended the connection before it was accepted.
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket target =
                        new Socket(targetUrl.getHost(), targetUrl.getPort() < 0 ? HTTP_PORT : targetUrl.getPort());
                ProxyConnection connection = new ProxyConnection(new Link(client, target, pauses), treatments)) {
            open.add(connection);
            if (listener.isClosed()) {
                return;
            }
            threads.execute(connection::forwardResponses);
            connection.forwardRequests();
            open.remove(connection);
        } catch (IOException | RejectedExecutionException e) {
            // The target does not accept connections, or the proxy is closed: the client sees the end of the stream.
        } finally {
            open.remove(client);
        }
    }

    /** Closes all connections, which ends every stall and pause, and waits for the threads. */
    @Override
    public void close() {
        try {
            listener.close();
            for (Closeable connection : open) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The proxy cannot close its sockets", e);
        } finally {
            threads.shutdown();
        }
        try {
            if (!threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

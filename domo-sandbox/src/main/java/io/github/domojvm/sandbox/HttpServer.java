package io.github.domojvm.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.jetty.http.DateGenerator;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.jspecify.annotations.Nullable;

/** The server socket and its threads. */
final class HttpServer {
    private static final int MAX_THREADS = 64;
    private static final Duration IDLE_TIMEOUT = Duration.ofMinutes(5);

    private final Server server;
    private final ServerConnector connector;

    HttpServer(String host, int port, @Nullable TlsKeys tls, Clock clock, Handler handler) {
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS);
        threads.setName("domo-sandbox");
        threads.setDaemon(true);
        // The thread of Jetty's default scheduler is not a daemon: a program that does not call close would not exit.
        server = new Server(threads, new ScheduledExecutorScheduler("jetty-timeouts", true), null) {
            /** Clients calculate with this time, so it must be that of the sandbox. */
            @Override
            public HttpField getDateField() {
                return new HttpField(HttpHeader.DATE, DateGenerator.formatDate(clock.instant()));
            }
        };
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        HttpConnectionFactory plain = new HttpConnectionFactory(http);
        connector = tls == null
                ? new ServerConnector(server, 1, 1, plain)
                : new ServerConnector(server, 1, 1, tls.connections(http), plain);
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_TIMEOUT.toMillis());
        server.addConnector(connector);
        server.setHandler(handler);
    }

    /** Returns whether only programs on this machine can connect to an address. */
    static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Starts listening and returns the port. */
    int start() {
        try {
            server.start();
            return connector.getLocalPort();
        } catch (Exception e) {
            stop();
            IOException cause = e instanceof IOException io ? io : new IOException(e);
            throw new UncheckedIOException(
                    "port: cannot listen on " + connector.getHost() + ":" + connector.getPort(), cause);
        }
    }

    /** Closes all connections and ends all threads. */
    void stop() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The server did not stop in time", e);
        }
    }
}

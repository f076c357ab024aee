package io.github.domojvm.cli.kill;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.domojvm.cli.kill.RequestEvent.Phase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * An HTTP proxy that calls a listener at each event, one after another, before it passes the request or response on.
 */
final class EventProxy implements AutoCloseable {
    private static final Set<String> HOP_BY_HOP =
            Set.of("connection", "content-length", "expect", "host", "keep-alive", "transfer-encoding", "upgrade");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static {
        // Otherwise each response is delayed by about 40 ms. The JDK's server reads the property only once.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final URI target;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final List<RequestEvent> events = new ArrayList<>();
    private int run;
    private Predicate<List<RequestEvent>> listener = seen -> false;

    EventProxy(URI target) throws IOException {
        this.target = target;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::forward);
        server.setExecutor(threads);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /**
     * Starts the run of the next process.
     *
     * @param atEvent called at each event with all events of this run so far; returns whether it has killed the
     *     process, so that the request or response of this event is dropped
     */
    synchronized void startRun(Predicate<List<RequestEvent>> atEvent) {
        run++;
        listener = atEvent;
    }

    /** Returns the events of a process. */
    synchronized List<RequestEvent> events(int of) {
        return events.stream().filter(event -> event.run() == of).toList();
    }

    private synchronized void at(int of, Phase phase, HttpExchange exchange) throws IOException {
        RequestEvent event = new RequestEvent(
                of, phase, exchange.getRequestMethod(), exchange.getRequestURI().getPath());
        events.add(event);
        // A request of a killed process may arrive late.
        if (of == run && listener.test(events(of))) {
            throw new IOException("The client was killed");
        }
    }

    private synchronized int run() {
        return run;
    }

    private void forward(HttpExchange exchange) throws IOException {
        int of = run();
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            at(of, Phase.ARRIVED, exchange);
            HttpResponse<byte[]> response = HTTP.send(request(exchange, body), BodyHandlers.ofByteArray());
            at(of, Phase.PERFORMED, exchange);
            response.headers().map().forEach((name, values) -> {
                if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            byte[] content = response.body();
            exchange.sendResponseHeaders(response.statusCode(), content.length == 0 ? -1 : content.length);
            exchange.getResponseBody().write(content);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private HttpRequest request(HttpExchange exchange, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(target.resolve(exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

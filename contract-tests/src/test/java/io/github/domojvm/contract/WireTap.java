package io.github.domojvm.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.domojvm.contract.Spec.Operation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An HTTP proxy between the client and Prism. It records the exchanges, and can make Prism return a specific response
 * for one operation without any change to the client.
 */
final class WireTap implements AutoCloseable {
    private static final Set<String> HOP_BY_HOP =
            Set.of("connection", "content-length", "expect", "host", "keep-alive", "transfer-encoding", "upgrade");

    /**
     * A recorded request and its response.
     *
     * @param violations the violations that Prism reports, empty for none
     * @param absent the absent members that every response should have
     */
    record Exchange(
            Operation operation,
            URI request,
            List<String> authorization,
            int status,
            String violations,
            List<String> absent) {}

    private record Preference(String operationId, String prefer) {}

    static {
        // Otherwise each response is delayed by about 40 ms. The JDK's server reads the property only once.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final Spec SPEC = Spec.read();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI target;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    private volatile Preference preference = new Preference("", "");

    private WireTap(URI target, HttpServer server) {
        this.target = target;
        this.server = server;
    }

    static WireTap before(Prism prism) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        WireTap tap = new WireTap(prism.url(), server);
        server.createContext("/", tap::forward);
        server.setExecutor(tap.threads);
        server.start();
        return tap;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Selects the response of an operation by a {@code Prefer} header for Prism. Other operations are not affected. */
    void selectResponse(String operationId, String prefer) {
        preference = new Preference(operationId, prefer);
    }

    List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    private void forward(HttpExchange exchange) throws IOException {
        try (exchange) {
            Operation operation;
            try {
                operation = SPEC.operation(
                        exchange.getRequestMethod(), exchange.getRequestURI().getRawPath());
            } catch (IllegalArgumentException unknown) {
                reject(exchange, unknown.getMessage());
                return;
            }
            HttpResponse<byte[]> response = HTTP.send(forwarded(exchange, operation), BodyHandlers.ofByteArray());
            exchanges.add(new Exchange(
                    operation,
                    exchange.getRequestURI(),
                    exchange.getRequestHeaders().getOrDefault("Authorization", List.of()),
                    response.statusCode(),
                    response.headers().firstValue("sl-violations").orElse(""),
                    absent(operation, response)));
            sendBack(response, exchange);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> absent(Operation operation, HttpResponse<byte[]> response) throws IOException {
        String type = response.headers().firstValue("Content-Type").orElse("");
        return type.startsWith("application/json") && response.body().length > 0
                ? SPEC.absent(operation, response.statusCode(), JSON.readTree(response.body()))
                : List.of();
    }

    /** Returns the reason in the body, so that the exception of the client contains it. */
    private static void reject(HttpExchange exchange, String reason) throws IOException {
        byte[] body = reason.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain");
        exchange.sendResponseHeaders(501, body.length);
        exchange.getResponseBody().write(body);
    }

    private HttpRequest forwarded(HttpExchange exchange, Operation operation) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(target.resolve(exchange.getRequestURI().toString()));
        byte[] body = exchange.getRequestBody().readAllBytes();
        request.method(
                exchange.getRequestMethod(),
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        boolean selected = operation.id().equals(preference.operationId());
        exchange.getRequestHeaders().forEach((name, values) -> {
            // If a request accepts only CSV, Prism ignores the preference for a JSON error and returns status 200.
            boolean dropped = selected && name.equalsIgnoreCase("Accept");
            if (!dropped && !HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, spelledForPrism(value)));
            }
        });
        if (selected) {
            request.header("Prefer", preference.prefer());
        }
        return request.build();
    }

    /** Capitalizes the scheme: HTTP ignores its case (RFC 9110, 11.1), but Prism does not. */
    private static String spelledForPrism(String value) {
        return value.startsWith("bearer ") ? "Bearer " + value.substring("bearer ".length()) : value;
    }

    private static void sendBack(HttpResponse<byte[]> response, HttpExchange exchange) throws IOException {
        response.headers().map().forEach((name, values) -> {
            if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, new ArrayList<>(values));
            }
        });
        byte[] body = response.body();
        exchange.sendResponseHeaders(response.statusCode(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

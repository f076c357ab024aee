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
 * Stands between the client and Prism. It keeps what went by, and asks Prism for the wanted answer to one operation,
 * which the client under test need not know of.
 */
final class WireTap implements AutoCloseable {
    private static final Set<String> HOP_BY_HOP =
            Set.of("connection", "content-length", "expect", "host", "keep-alive", "transfer-encoding", "upgrade");

    /**
     * What went by; {@code violations} is empty when Prism found nothing against it, and {@code absent} names members
     * that every response should have.
     */
    record Exchange(
            Operation operation,
            URI request,
            List<String> authorization,
            int status,
            String violations,
            List<String> absent) {}

    private record Wish(String operationId, String prefer) {}

    static {
        // Else each answer waits for the acknowledgment of its header, some 40 ms; the JDK's server reads it once.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final Spec SPEC = Spec.read();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient ONWARD =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI target;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    private volatile Wish wish = new Wish("", "");

    private WireTap(URI target, HttpServer server) {
        this.target = target;
        this.server = server;
    }

    static WireTap before(Prism prism) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        WireTap tap = new WireTap(prism.url(), server);
        server.createContext("/", tap::pass);
        server.setExecutor(tap.threads);
        server.start();
        return tap;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /**
     * From now on, this operation gets the answer that the {@code Prefer} header describes, the others their usual one.
     */
    void answer(String operationId, String prefer) {
        wish = new Wish(operationId, prefer);
    }

    List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            Operation operation;
            try {
                operation = SPEC.operation(
                        exchange.getRequestMethod(), exchange.getRequestURI().getRawPath());
            } catch (IllegalArgumentException unknown) {
                refuse(exchange, unknown.getMessage());
                return;
            }
            HttpResponse<byte[]> answer = ONWARD.send(onward(exchange, operation), BodyHandlers.ofByteArray());
            exchanges.add(new Exchange(
                    operation,
                    exchange.getRequestURI(),
                    exchange.getRequestHeaders().getOrDefault("Authorization", List.of()),
                    answer.statusCode(),
                    answer.headers().firstValue("sl-violations").orElse(""),
                    absent(operation, answer)));
            back(answer, exchange);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> absent(Operation operation, HttpResponse<byte[]> answer) throws IOException {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        return type.startsWith("application/json") && answer.body().length > 0
                ? SPEC.absent(operation, answer.statusCode(), JSON.readTree(answer.body()))
                : List.of();
    }

    /** The client under test repeats the reason in its exception, so that the failing test tells it. */
    private static void refuse(HttpExchange exchange, String reason) throws IOException {
        byte[] body = reason.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain");
        exchange.sendResponseHeaders(501, body.length);
        exchange.getResponseBody().write(body);
    }

    private HttpRequest onward(HttpExchange exchange, Operation operation) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(target.resolve(exchange.getRequestURI().toString()));
        byte[] body = exchange.getRequestBody().readAllBytes();
        request.method(
                exchange.getRequestMethod(),
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        boolean wished = operation.id().equals(wish.operationId());
        exchange.getRequestHeaders().forEach((name, values) -> {
            // Prism drops the wish for an error in JSON when only CSV is accepted, and answers 200.
            boolean inTheWay = wished && name.equalsIgnoreCase("Accept");
            if (!inTheWay && !HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, spelledForPrism(value)));
            }
        });
        if (wished) {
            request.header("Prefer", wish.prefer());
        }
        return request.build();
    }

    /** HTTP compares the word before a token without regard to case (RFC 9110, 11.1), Prism wants a capital letter. */
    private static String spelledForPrism(String value) {
        return value.startsWith("bearer ") ? "Bearer " + value.substring("bearer ".length()) : value;
    }

    private static void back(HttpResponse<byte[]> answer, HttpExchange exchange) throws IOException {
        answer.headers().map().forEach((name, values) -> {
            if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, new ArrayList<>(values));
            }
        });
        byte[] body = answer.body();
        exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
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

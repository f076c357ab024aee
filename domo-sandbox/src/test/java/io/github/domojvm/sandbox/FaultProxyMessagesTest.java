package io.github.domojvm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.domojvm.sandbox.RawConnection.Received;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The messages of HTTP/1.1 that a proxy forwards between clients and servers other than the sandbox. */
class FaultProxyMessagesTest {
    private static final String GET = "GET /a HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private HttpServer echo;
    private FaultProxy proxy;

    @BeforeEach
    void start() throws IOException {
        echo = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        echo.setExecutor(threads);
        echo.createContext("/", exchange -> {
            try (exchange) {
                byte[] body = exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(200, 0); // in chunks
                exchange.getResponseBody().write(body);
            }
        });
        echo.start();
        proxy = FaultProxy.start(
                URI.create("http://127.0.0.1:" + echo.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        proxy.close();
        echo.stop(0);
        threads.shutdownNow();
    }

    @Test
    void forwardsBodiesInChunks() throws Exception {
        byte[] body = bytes(300_000);

        assertThat(send(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)), false))
                .isEqualTo(body);
    }

    @Test
    void forwardsTheResponseThatARequestWaitsForBeforeItsBody() throws Exception {
        byte[] body = bytes(300_000);

        assertThat(send(BodyPublishers.ofByteArray(body), true)).isEqualTo(body);
    }

    @Test
    void asksForTheBodyOfARequestThatIsNotForwarded() throws Exception {
        proxy.faults().add(Fault.on("PUT", "/a").respond(200, "planned"));

        assertThat(send(BodyPublishers.ofByteArray(bytes(300_000)), true))
                .asString()
                .isEqualTo("planned");
    }

    @Test
    void forwardsABodyInChunksTwice() throws Exception {
        byte[] body = bytes(300_000);
        Fault twice = proxy.faults().add(Fault.on("PUT", "/a").performTwice());

        assertThat(send(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)), false))
                .isEqualTo(body);
        assertThat(proxy.faults().fired(twice)).isEqualTo(1);
    }

    @Test
    void countsTheContentOfChunks() throws IOException {
        String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        String chunks = head + "2\r\nab\r\n4;x=y\r\ncdef\r\n0\r\nTrailer: t\r\n\r\n";

        assertThat(exchange(chunks, null)).isEqualTo(new Received(chunks, false));
        assertThat(exchange(chunks, Fault.on("GET", "/a").inResponseBody(3).close()))
                .isEqualTo(new Received(head + "2\r\nab\r\n4;x=y\r\nc", false));
        assertThat(exchange(
                        chunks,
                        Fault.on("GET", "/a").inResponse(head.length() + 1).close()))
                .isEqualTo(new Received(head + "2", false));
    }

    @Test
    void forwardsSeveralRequestsOfOneConnection() throws IOException {
        try (ScriptedServer server = new ScriptedServer(OK, OK, OK);
                FaultProxy before = FaultProxy.start(server.url());
                RawConnection connection = new RawConnection(before.url())) {
            connection.send(GET);
            assertThat(connection.read(OK.length())).isEqualTo(OK);
            connection.send(GET + GET);

            assertThat(connection.readToEnd()).isEqualTo(new Received(OK + OK, false));
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void keepsTheOrderOfPlannedAndForwardedResponses() throws IOException {
        try (ScriptedServer server = new ScriptedServer(OK, OK);
                FaultProxy before = FaultProxy.start(server.url());
                RawConnection connection = new RawConnection(before.url())) {
            before.faults().add(Fault.on("GET", "/a").nth(2).respond(503, ""));
            connection.send(GET + GET + GET);

            assertThat(connection.readToEnd().text())
                    .isEqualTo(OK + "HTTP/1.1 503 Planned\r\nContent-Length: 0\r\n\r\n" + OK);
        }
    }

    @Test
    void expectsNoBodyInResponsesThatHaveNone() throws IOException {
        String head = "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n";
        String notModified = "HTTP/1.1 304 Not Modified\r\nContent-Length: 500\r\n\r\n";
        try (ScriptedServer server = new ScriptedServer(head, notModified, OK);
                FaultProxy before = FaultProxy.start(server.url());
                RawConnection connection = new RawConnection(before.url())) {
            Fault cut = before.faults()
                    .add(Fault.on("GET", "/a").nth(2).inResponse(4).close());
            connection.send(GET.replace("GET", "HEAD") + GET + GET);

            assertThat(connection.readToEnd().text()).isEqualTo(head + notModified + "HTTP");
            assertThat(before.faults().fired(cut)).isEqualTo(1);
        }
    }

    @Test
    void forwardsABodyThatEndsWithTheConnection() throws IOException {
        String endless = "HTTP/1.1 200 OK\r\n\r\nuntil the end";

        assertThat(exchange(endless, null)).isEqualTo(new Received(endless, false));
        assertThat(exchange(endless, Fault.on("GET", "/a").inResponseBody(5).close()))
                .isEqualTo(new Received("HTTP/1.1 200 OK\r\n\r\nuntil", false));
    }

    @Test
    void forwardsATruncatedResponse() throws IOException {
        String truncated = "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nonly this";

        assertThat(exchange(truncated, null)).isEqualTo(new Received(truncated, false));
    }

    @Test
    void forwardsAnInterimResponseAndDisruptsTheFinalOne() throws IOException {
        String interim = "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n";

        assertThat(exchange(interim + OK, Fault.on("GET", "/a").inResponse(8).close()))
                .isEqualTo(new Received(interim + "HTTP/1.1", false));
    }

    @Test
    void endsTheConnectionToTheServerWhenARequestIsCut() throws Exception {
        try (ScriptedServer server = new ScriptedServer(OK);
                FaultProxy before = FaultProxy.start(server.url());
                RawConnection connection = new RawConnection(before.url())) {
            before.faults().add(Fault.on("GET", "/a").inRequest(20).close());

            assertThat(connection.send(GET).readToEnd().text()).isEmpty();
            server.awaitEnd();

            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void closesAConnectionThatIsNotHttp() throws IOException {
        try (RawConnection connection = new RawConnection(proxy.url())) {
            connection.send("\u0016\u0003\u0001 hello\r\n\r\n");

            assertThat(connection.readToEnd().text()).isEmpty();
        }
    }

    @Test
    void matchesTheDecodedPathWithoutQueryAndTrailingSlash() throws IOException {
        proxy.faults().add(Fault.on("GET", "/a b/c").respond(200, "planned", "Connection", "close"));

        try (RawConnection connection = new RawConnection(proxy.url())) {
            connection.send("GET /a%20b/c/?d=e|f HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

            assertThat(connection.readToEnd().body()).isEqualTo("planned");
        }
    }

    private static Received exchange(String response, Fault fault) throws IOException {
        try (ScriptedServer server = new ScriptedServer(response);
                FaultProxy before = FaultProxy.start(server.url());
                RawConnection connection = new RawConnection(before.url())) {
            if (fault != null) {
                before.faults().add(fault);
            }
            Received received = connection.send(GET).readToEnd();
            assertThat(before.faults().outstanding()).isEmpty();
            return received;
        }
    }

    private byte[] send(BodyPublisher body, boolean expectContinue) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(proxy.url().resolve("/a"))
                .PUT(body)
                .expectContinue(expectContinue)
                .build();
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}

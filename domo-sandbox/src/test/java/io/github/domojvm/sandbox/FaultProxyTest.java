package io.github.domojvm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.domojvm.sandbox.RawConnection.Received;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Faults at a byte of a request or response. */
class FaultProxyTest {
    private static final String PART = "/v1/streams/*/executions/*/part/*";
    private static final String CSV = "a,1\nb,2\nc,3\n";

    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.start();

    @AutoClose
    private final FaultProxy proxy = FaultProxy.start(sandbox.url());

    private final Caller direct = new Caller(sandbox);

    @Test
    void forwardsRequestsAndResponses() {
        Caller caller = new Caller(sandbox, proxy.url());
        String stream = caller.newStream("APPEND");
        caller.upload(stream, CSV);
        String dataSet = caller.dataSetOf(stream);

        assertThat(caller.get("/v1/datasets/" + dataSet + "/data", "Accept", "text/csv")
                        .text())
                .isEqualTo(CSV);
        assertThat(caller.delete("/v1/datasets/" + dataSet).status()).isEqualTo(204);
        assertThat(caller.get("/v1/datasets/" + dataSet).status()).isEqualTo(404);
        assertThat(sandbox.rowCount(direct.dataSetOf(direct.newStream("APPEND"))))
                .isZero();
    }

    @Test
    void closesAResponseAtAByteOfItsBody() throws IOException {
        Fault cut = proxy.faults()
                .add(Fault.on("GET", "/v1/users").inResponseBody(7).close());

        Received received = exchange("GET", "/v1/users", "");

        assertThat(received.reset()).isFalse();
        assertThat(received.text()).startsWith("HTTP/1.1 200");
        assertThat(received.body()).hasSize(7).startsWith("[{\"");
        assertFired(cut, "GET /v1/users");
    }

    @Test
    void closesAResponseWithinItsHeaderLines() throws IOException {
        Fault cut =
                proxy.faults().add(Fault.on("GET", "/v1/users").inResponse(10).close());

        assertThat(exchange("GET", "/v1/users", "")).isEqualTo(new Received("HTTP/1.1 2", false));
        assertFired(cut, "GET /v1/users");
    }

    @Test
    void resetsBeforeTheResponseOfAPerformedRequest() throws IOException {
        String execution = direct.newExecution(direct.newStream("APPEND"));
        Fault reset = proxy.faults().add(Fault.on("PUT", PART).inResponse(0).reset());

        assertThat(exchange("PUT", execution + "/part/1", CSV)).isEqualTo(new Received("", true));
        assertFired(reset, "PUT " + execution + "/part/1");
        assertThat(direct.put(execution + "/commit", "").status()).isEqualTo(200);
    }

    @Test
    void resetsWithinTheBodyOfARequestThatIsThenNotPerformed() throws IOException {
        String execution = direct.newExecution(direct.newStream("APPEND"));
        Fault reset = proxy.faults().add(Fault.on("PUT", PART).inRequestBody(4).reset());

        assertThat(exchange("PUT", execution + "/part/1", CSV)).isEqualTo(new Received("", true));
        assertFired(reset, "PUT " + execution + "/part/1");
        assertThat(direct.put(execution + "/commit", "").message()).contains("has no parts");
    }

    @Test
    void closesWithinARequestSoThatTheClientReceivesTheEndOfTheStream() throws IOException {
        Fault cut =
                proxy.faults().add(Fault.on("GET", "/v1/users").inRequest(20).close());

        assertThat(exchange("GET", "/v1/users", "")).isEqualTo(new Received("", false));
        assertFired(cut, "GET /v1/users");
        assertThat(sandbox.requests()).extracting(RecordedRequest::path).doesNotContain("/v1/users");
    }

    @Test
    void closesWithinALargeRequestWithoutAReset() throws IOException {
        Fault cut = proxy.faults().add(Fault.on("PUT", PART).inRequestBody(4).close());

        assertThat(exchange("PUT", "/v1/streams/1/executions/1/part/1", CSV.repeat(1_000_000)))
                .isEqualTo(new Received("", false));
        assertFired(cut, "PUT /v1/streams/1/executions/1/part/1");
    }

    @Test
    void stallsARequestUntilTheProxyIsClosed() throws Exception {
        Fault halfOpen =
                proxy.faults().add(Fault.on("GET", "/v1/users").inRequest(0).stall());

        try (RawConnection connection = new RawConnection(proxy.url())) {
            connection.send("GET", "/v1/users", "", direct);
            proxy.faults().awaitFired(halfOpen);

            assertThat(direct.get("/v1/pages").status()).isEqualTo(200);
            assertThat(connection.isOpenAndSilent()).isTrue();
            proxy.close();
            assertThat(connection.readToEnd().text()).isEmpty();
        }
        assertThat(sandbox.requests()).extracting(RecordedRequest::path).doesNotContain("/v1/users");
    }

    @Test
    void stallsAResponseUntilTheClientClosesItsConnection() throws Exception {
        Fault stall =
                proxy.faults().add(Fault.on("GET", "/v1/users").inResponse(12).stall());

        try (RawConnection connection = new RawConnection(proxy.url())) {
            connection.send("GET", "/v1/users", "", direct);
            proxy.faults().awaitFired(stall);

            assertThat(connection.read(12)).isEqualTo("HTTP/1.1 200");
            assertThat(direct.get("/v1/pages").status()).isEqualTo(200);
            assertThat(connection.isOpenAndSilent()).isTrue();
            connection.endOutput();
            assertThat(connection.readToEnd().text()).isEmpty();
        }
    }

    @Test
    void aHeldConnectionStaysOpenWhenTheServerEndsItsConnections() throws Exception {
        Fault held = proxy.faults().add(Fault.on("GET", "/v1/users").stall());

        try (RawConnection connection = new RawConnection(proxy.url())) {
            connection.send("GET", "/v1/users", "", direct);
            proxy.faults().awaitFired(held);

            sandbox.close();

            assertThat(connection.isOpenAndSilent()).isTrue();
        }
    }

    @Test
    void keepsAFaultOutstandingWhoseByteIsBeyondTheEndOfTheMessage() throws IOException {
        Fault beyond = proxy.faults()
                .add(Fault.on("GET", "/v1/users").inResponseBody(1_000_000).close());

        try (RawConnection connection = new RawConnection(proxy.url())) {
            connection.send("GET", "/v1/users", "", direct);
            assertThat(connection.read(12)).isEqualTo("HTTP/1.1 200");
        }

        assertThat(proxy.faults().outstanding()).containsExactly(beyond);
        assertThat(proxy.faults().report().entries()).containsExactly(new FaultReport.Entry(beyond, 1, 0, List.of()));
    }

    @Test
    void closesTheConnectionIfTheTargetIsNotReachable() throws IOException {
        sandbox.close();

        assertThat(exchange("GET", "/v1/users", "").text()).isEmpty();
    }

    @Test
    void rejectsInvalidArguments() {
        Fault.On on = Fault.on("GET", "/v1/users");

        assertThatThrownBy(() -> FaultProxy.start(URI.create("https://api.domo.com")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("target: must be an http URL");
        assertThatThrownBy(() -> on.inRequest(-1)).hasMessage("afterBytes: must not be negative, but is -1");
        assertThatThrownBy(() -> on.inResponse(0).drip(0, Duration.ofSeconds(1)))
                .hasMessage("bytes: must be at least 1, but is 0");
        assertThatThrownBy(() -> on.inResponse(0).delay(Duration.ZERO))
                .hasMessage("time: must be greater than zero, but is PT0S");
    }

    private Received exchange(String method, String path, String body) throws IOException {
        try (RawConnection connection = new RawConnection(proxy.url())) {
            return connection.send(method, path, body, direct).readToEnd();
        }
    }

    private void assertFired(Fault fault, String request) {
        assertThat(proxy.faults().outstanding()).isEmpty();
        assertThat(proxy.faults().report().entries())
                .containsExactly(new FaultReport.Entry(fault, 1, 1, List.of(request)));
    }
}

package io.github.domojvm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.sandbox.FaultPlan.Place;
import io.github.domojvm.sandbox.RawConnection.Received;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The effects that a sandbox and a proxy in front of it both carry out. */
class FaultEffectTest {
    private static final String EXECUTIONS = "/v1/streams/*/executions";

    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.start();

    @AutoClose
    private final FaultProxy proxy = FaultProxy.start(sandbox.url());

    private final Caller direct = new Caller(sandbox);
    private final String stream = direct.newStream("APPEND");

    @ParameterizedTest
    @EnumSource
    void respondReplacesTheOperation(Place place) throws IOException {
        Fault fault =
                faults(place).add(Fault.on("POST", EXECUTIONS).respond(429, "{\"status\":429}", "Retry-After", "2"));

        Received received = create(place);

        assertThat(received.text()).startsWith("HTTP/1.1 429 ").contains("Retry-After: 2\r\n");
        assertThat(received.body()).isEqualTo("{\"status\":429}");
        assertFiredOnce(place, fault);
        assertThat(executions()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void performThenRespondReplacesTheResponse(Place place) throws IOException {
        Fault fault = faults(place).add(Fault.on("POST", EXECUTIONS).performThenRespond(FaultResponse.HTML_PAGE));

        Received received = create(place);

        assertThat(received.text()).startsWith("HTTP/1.1 200 ").contains("Content-Type: text/html");
        assertThat(received.body()).contains("Sign in to continue</body></html>");
        assertFiredOnce(place, fault);
        assertThat(executions()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void dropConnectionSendsNothingAndDoesNotPerform(Place place) throws IOException {
        Fault fault = faults(place).add(Fault.on("POST", EXECUTIONS).dropConnection());

        assertThat(create(place).text()).isEmpty();
        assertFiredOnce(place, fault);
        assertThat(executions()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void performThenDropConnectionLosesTheResponse(Place place) throws IOException {
        Fault fault = faults(place).add(Fault.on("POST", EXECUTIONS).performThenDropConnection());

        assertThat(create(place).text()).isEmpty();
        assertFiredOnce(place, fault);
        assertThat(executions()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void stallHoldsTheConnectionOpenWithoutPerforming(Place place) throws Exception {
        Fault fault = faults(place).add(Fault.on("POST", EXECUTIONS).stall());

        assertStalls(place, fault);

        assertThat(executions()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void performThenStallPerformsAndHoldsTheConnectionOpen(Place place) throws Exception {
        Fault fault = faults(place).add(Fault.on("POST", EXECUTIONS).performThenStall());

        assertStalls(place, fault);

        assertThat(executions()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aStalledConnectionEndsWhenTheServerCloses(Place place) throws Exception {
        Fault fault = faults(place).add(Fault.on("POST", EXECUTIONS).stall());
        try (RawConnection connection = new RawConnection(url(place))) {
            connection.send("POST", stream + "/executions", "", direct);
            faults(place).awaitFired(fault);

            if (place == Place.PROXY) {
                proxy.close();
            } else {
                sandbox.close();
            }

            assertThat(connection.readToEnd().text()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStalledConnectionEndsWhenTheClientEndsIt(Place place) throws Exception {
        Fault fault = faults(place).add(Fault.on("POST", EXECUTIONS).stall());
        try (RawConnection connection = new RawConnection(url(place))) {
            connection.send("POST", stream + "/executions", "", direct);
            faults(place).awaitFired(fault);

            connection.endOutput();

            assertThat(connection.readToEnd().text()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void performTwiceReturnsTheSecondResponse(Place place) throws IOException {
        Fault fault = faults(place).add(Fault.on("POST", EXECUTIONS).performTwice());

        assertThat(create(place).body()).contains("\"id\":2,");
        assertFiredOnce(place, fault);
        assertThat(executions()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void performTwiceSendsTheSameBodyTwice(Place place) throws IOException {
        String dataSet = direct.dataSetOf(stream);
        Fault fault = faults(place).add(Fault.on("PUT", "/v1/datasets/*/data").performTwice());

        try (RawConnection connection = new RawConnection(url(place))) {
            connection.send("PUT", "/v1/datasets/" + dataSet + "/data?updateMethod=APPEND", "a,1\n", direct);
            assertThat(connection.read(12)).isEqualTo("HTTP/1.1 204");
        }

        assertThat(faults(place).fired(fault)).isEqualTo(1);
        assertThat(sandbox.rows(dataSet)).containsExactly(List.of("a", "1"), List.of("a", "1"));
    }

    private void assertStalls(Place place, Fault fault) throws Exception {
        try (RawConnection connection = new RawConnection(url(place))) {
            connection.send("POST", stream + "/executions", "", direct);
            faults(place).awaitFired(fault);
            // The response of another request shows that only this one is held.
            assertThat(direct.get("/v1/users").status()).isEqualTo(200);
            assertThat(connection.isOpenAndSilent()).isTrue();
        }
        assertFiredOnce(place, fault);
    }

    private FaultPlan faults(Place place) {
        return place == Place.PROXY ? proxy.faults() : sandbox.faults();
    }

    private URI url(Place place) {
        return place == Place.PROXY ? proxy.url() : sandbox.url();
    }

    private Received create(Place place) throws IOException {
        try (RawConnection connection = new RawConnection(url(place))) {
            return connection
                    .send("POST " + stream + "/executions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                            + "Content-Length: 0\r\nAuthorization: Bearer " + direct.token() + "\r\n\r\n")
                    .readToEnd();
        }
    }

    private int executions() {
        return direct.get(stream + "/executions").json().size();
    }

    private void assertFiredOnce(Place place, Fault fault) {
        assertThat(faults(place).fired(fault)).isEqualTo(1);
        assertThat(faults(place).outstanding()).isEmpty();
    }
}

package io.github.domojvm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class FaultTest {
    private final Fault planned = Fault.on("get", "/v1/datasets").nth(2).respond(503, "");

    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.builder().faults(planned).start();

    private final Caller caller = new Caller(sandbox);

    @Test
    void appliesToTheNthRequestOnceAndReportsIt() {
        assertThat(sandbox.faults().outstanding()).containsExactly(planned);

        assertThat(caller.get("/v1/datasets").status()).isEqualTo(200);
        assertThat(sandbox.faults().fired(planned)).isZero();
        assertThat(caller.get("/v1/datasets?limit=2").status()).isEqualTo(503);
        assertThat(caller.get("/v1/datasets").status()).isEqualTo(200);

        assertThat(sandbox.faults().fired(planned)).isEqualTo(1);
        assertThat(sandbox.faults().outstanding()).isEmpty();
    }

    @Test
    void respondsWithStatusBodyAndHeaders() {
        sandbox.faults().add(Fault.on("POST", "/v1/streams").respond(429, "{\"status\":429}", "Retry-After", "2"));

        Reply reply = caller.post("/v1/streams", "{}");

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.header("Retry-After")).isEqualTo("2");
        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
        assertThat(reply.text()).isEqualTo("{\"status\":429}");
    }

    @Test
    void respondsWithAnHtmlPage() {
        sandbox.faults().add(Fault.on("*", "/v1/**").respond(200, "<html>Please log in</html>"));

        Reply reply = caller.get("/v1/datasets/some/data");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).startsWith("text/html");
    }

    @Test
    void respondDoesNotPerformTheOperation() {
        sandbox.faults().add(Fault.on("POST", "/v1/datasets").respond(500, "", "Content-Type", "text/plain"));

        Reply reply = caller.post("/v1/datasets", Caller.CITIES);

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.header("Content-Type")).isEqualTo("text/plain");
        assertThat(caller.get("/v1/datasets").json()).isEmpty();
    }

    @Test
    void appliesToSeveralConsecutiveRequests() {
        Fault twice =
                sandbox.faults().add(Fault.on("GET", "/v1/streams").times(2).respond(502, ""));

        assertThat(caller.get("/v1/streams").status()).isEqualTo(502);
        assertThat(sandbox.faults().outstanding()).contains(twice);
        assertThat(caller.get("/v1/streams").status()).isEqualTo(502);
        assertThat(caller.get("/v1/streams").status()).isEqualTo(200);
        assertThat(sandbox.faults().fired(twice)).isEqualTo(2);
    }

    @Test
    void alwaysAppliesUntilThePlanIsCleared() {
        Fault always =
                sandbox.faults().add(Fault.on("GET", "/v1/streams").always().respond(502, ""));
        for (int i = 0; i < 5; i++) {
            assertThat(caller.get("/v1/streams").status()).isEqualTo(502);
        }

        assertThat(sandbox.faults().outstanding()).doesNotContain(always);
        sandbox.faults().clear();
        assertThat(caller.get("/v1/streams").status()).isEqualTo(200);
        assertThatThrownBy(() -> sandbox.faults().fired(always))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GET /v1/streams from request 1, always: respond 502");
    }

    @Test
    void appliesTwoFaultsForOnePathToSuccessiveRequests() {
        sandbox.faults().add(Fault.on("GET", "/v1/streams").respond(500, ""));
        sandbox.faults().add(Fault.on("GET", "/v1/streams").respond(503, ""));

        assertThat(caller.get("/v1/streams").status()).isEqualTo(500);
        assertThat(caller.get("/v1/streams").status()).isEqualTo(503);
        assertThat(caller.get("/v1/streams").status()).isEqualTo(200);
    }

    @Test
    void matchesOneSegmentPerWildcard() {
        Fault part = sandbox.faults()
                .add(Fault.on("PUT", "/v1/streams/{stream}/executions/*/part/2").respond(503, ""));
        String execution = caller.newExecution(caller.newStream("APPEND"));

        assertThat(caller.put(execution + "/part/1", "a,1\n").status()).isEqualTo(200);
        assertThat(caller.put(execution + "/part/2", "a,1\n").status()).isEqualTo(503);
        assertThat(caller.put(execution + "/part/2", "a,1\n").status()).isEqualTo(200);
        assertThat(sandbox.faults().fired(part)).isEqualTo(1);
    }

    @Test
    void dropConnectionDoesNotPerformTheOperation() {
        // A POST, since the HTTP client of the JDK retries a GET automatically.
        Fault drop = sandbox.faults().add(Fault.on("POST", "/v1/datasets").dropConnection());

        assertThatThrownBy(() -> caller.post("/v1/datasets", Caller.CITIES))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(IOException.class);

        assertThat(sandbox.faults().fired(drop)).isEqualTo(1);
        assertThat(caller.get("/v1/datasets").json()).isEmpty();
        assertThat(sandbox.requests()).contains(new RecordedRequest("POST", "/v1/datasets", "", 0));
    }

    @Test
    void performThenDropConnectionLosesTheResponse() {
        Fault lost = sandbox.faults()
                .add(Fault.on("PUT", "/v1/streams/*/executions/*/commit").performThenDropConnection());
        String stream = caller.newStream("APPEND");
        String execution = caller.newExecution(stream);
        caller.put(execution + "/part/1", "a,1\n");

        assertThatThrownBy(() -> caller.put(execution + "/commit", "{}")).isInstanceOf(UncheckedIOException.class);

        assertThat(sandbox.faults().fired(lost)).isEqualTo(1);
        assertThat(caller.state(execution)).isEqualTo("SUCCESS");
        assertThat(sandbox.rowCount(caller.dataSetOf(stream))).isEqualTo(1);
    }

    @Test
    void performThenRespondReplacesTheResponse() {
        Fault second = sandbox.faults()
                .add(Fault.on("PUT", "/v1/streams/*/executions/*/commit")
                        .performThenRespond(409, "{\"message\":\"committed before\"}"));
        String stream = caller.newStream("APPEND");
        String execution = caller.newExecution(stream);
        caller.put(execution + "/part/1", "a,1\n");

        assertThat(caller.put(execution + "/commit", "{}").status()).isEqualTo(409);

        assertThat(sandbox.faults().fired(second)).isEqualTo(1);
        assertThat(caller.state(execution)).isEqualTo("SUCCESS");
        assertThat(second)
                .hasToString(
                        "PUT /v1/streams/*/executions/*/commit from request 1, 1 time(s): perform then respond 409");
    }

    @Test
    void appliesToTokenRequests() {
        sandbox.faults().add(Fault.on("POST", "/oauth/token").respond(200, "{\"error\":\"none\"}"));

        assertThat(caller.requestToken("", sandbox.clientId(), sandbox.clientSecret())
                        .json()
                        .path("error")
                        .asText())
                .isEqualTo("none");
    }

    @Test
    void rejectsInvalidArguments() {
        Fault.On on = Fault.on("GET", "/v1/datasets");

        assertThatThrownBy(() -> Fault.on("GET", "v1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'v1'");
        assertThatThrownBy(() -> on.nth(0)).hasMessageContaining("nth: must be at least 1, but is 0");
        assertThatThrownBy(() -> on.times(-1)).hasMessageContaining("times");
        assertThatThrownBy(() -> on.respond(600, "")).hasMessageContaining("status");
        assertThatThrownBy(() -> on.respond(100, "")).hasMessageContaining("status");
        assertThatThrownBy(() -> on.respond(503, "", "Retry-After")).hasMessageContaining("'Retry-After' has no value");
        assertThat(on.times(2).dropConnection())
                .hasToString("GET /v1/datasets from request 1, 2 time(s): drop connection");
    }
}

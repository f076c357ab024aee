package io.github.domojvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.domojvm.error.BadRequestException;
import io.github.domojvm.error.DomoException;
import io.github.domojvm.internal.call.FakeTiming;
import io.github.domojvm.observe.CallAttempt;
import io.github.domojvm.observe.CallEnd;
import io.github.domojvm.observe.CallListener;
import io.github.domojvm.observe.TestLog;
import io.github.domojvm.rest.api.AuthenticationApi;
import io.github.domojvm.rest.model.CreateClientRequest;
import io.github.domojvm.rest.model.CreateUserRequest;
import io.github.domojvm.rest.model.QueryRequest;
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;

/** The log at its most detailed level. */
class CallLogTest extends TransportFixture {
    private static final String UUID = "b8a2bdf3-6b5c-4f55-9c8f-0e2f3a4b5c6d";

    @Test
    void logsAttemptsWithPathStatusAndTrace() {
        enqueueToken();
        server.enqueue(json("{\"status\":503,\"toe\":\"1A2B-3C4D\"}")
                .newBuilder()
                .code(503)
                .build());
        server.enqueue(json("{\"id\":\"" + UUID + "\"}"));
        server.enqueue(json("[]"));

        List<String> lines = TestLog.during(() -> {
            try (DomoClient domo = client().timing(new FakeTiming()).build()) {
                domo.dataSets().get(UUID);
                var api = domo.rest().api().streams();
                domo.rest().execute(api.listStreams(50, 0, "all"));
            }
        });

        assertThat(lines).hasSize(6);
        assertThat(lines.get(0)).matches("FINE POST /oauth/token -> 200 in \\d+ ms, attempt 1");
        assertThat(lines.get(1)).isEqualTo("FINE An access token was fetched");
        assertThat(lines.get(2))
                .matches("FINE GET /v1/datasets/" + UUID
                        + " -> 503 in \\d+ ms, attempt 1: ServerException, trace 1A2B-3C4D");
        assertThat(lines.get(3))
                .matches("INFO GET /v1/datasets/" + UUID + " failed with 503; attempt 2 follows in \\d+ ms");
        assertThat(lines.get(4)).matches("FINE GET /v1/datasets/" + UUID + " -> 200 in \\d+ ms, attempt 2");
        assertThat(lines.get(5))
                .matches("FINE GET /v1/streams\\?limit=50&offset=0&fields=all -> 200 in \\d+ ms, attempt 1");
    }

    /** Each value has a distinct mark, so that a failure shows which one is logged. */
    @Test
    void logsNoPrivateData() {
        enqueueToken();
        server.enqueue(json("{\"id\":\"mark-id\",\"mark-body\":\"x\"}")
                .newBuilder()
                .addHeader("X-Node", "mark-body-header")
                .build());
        server.enqueue(badRequest("mark-server-words jane@example.com", "mark-trace\nINFO forged"));
        server.enqueue(badRequest("mark-server-words", "T1"));
        server.enqueue(badRequest("mark-server-words", "T2"));
        server.enqueue(json("[]"));
        server.enqueue(json("[]"));
        server.enqueue(json("{\"clientId\":\"1\",\"clientSecret\":\"mark-new-secret\"}"));
        server.enqueue(new MockResponse.Builder()
                .code(302)
                .addHeader("Location", "https://mark-target/")
                .build());

        List<String> lines = TestLog.during(() -> {
            try (DomoClient client = DomoClient.builder()
                    .credentials("mark-client-id", "mark-client-secret")
                    .apiUrl(server.url("/mark-prefix/").toString())
                    .userAgent("mark-user-agent")
                    .callListener(new ThrowingListener())
                    .build()) {
                DomoClient domo = client.with(
                        CallOptions.builder().header("X-Key", "mark-header").build());
                RestAccess rest = domo.rest();
                domo.dataSets().get("mark-id");
                assertBadRequest(() -> domo.dataSets().get("jane@example.com"));
                assertBadRequest(() -> rest.execute(rest.api()
                        .users()
                        .createUser(
                                CreateUserRequest.builder()
                                        .email("mark-email@example.com")
                                        .name("mark-name")
                                        .role("Participant")
                                        .build(),
                                true)));
                assertBadRequest(() -> rest.execute(rest.api()
                        .dataSets()
                        .queryDataSet(
                                "mark-id",
                                QueryRequest.builder().sql("mark-sql").build())));
                rest.execute(rest.api().dataSets().listDataSets(1, 0, null, "mark-name-like"));
                rest.execute(rest.api().streams().searchStreams("mark-q", "jane@example.com"));
                AuthenticationApi clients = rest.api().authentication();
                rest.execute(clients.createClient(
                        "mark-session",
                        "mark-domain",
                        CreateClientRequest.builder()
                                .name("mark-client")
                                .scope(List.of("data"))
                                .build()));
                assertThatExceptionOfType(DomoException.class)
                        .isThrownBy(() -> domo.dataSets().get(UUID));
            }
        });

        assertThat(server.getRequestCount()).isEqualTo(9);
        assertThat(String.join("\n", lines))
                .contains("GET /v1/datasets/{dataSetId} -> 400")
                .contains("BadRequestException, trace T1")
                .contains("GET /v1/datasets?limit=1&offset=0&nameLike=... -> 200")
                .contains("GET /v1/streams/search?q=...&fields=... -> 200")
                .contains("POST /clients -> 200")
                .contains("A call listener failed")
                .doesNotContain("mark-")
                .doesNotContain("marker-token")
                .doesNotContain("jane")
                .doesNotContain("forged");
    }

    private static void assertBadRequest(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatExceptionOfType(BadRequestException.class).isThrownBy(call);
    }

    private static MockResponse badRequest(String message, String trace) {
        return json("{\"status\":400,\"message\":\"" + message + "\",\"toe\":\"" + trace.replace("\n", "\\n") + "\"}")
                .newBuilder()
                .code(400)
                .build();
    }

    /** Throws from its callbacks: calls must succeed and the log must not contain the messages. */
    private static final class ThrowingListener implements CallListener {
        @Override
        public void attempted(CallAttempt attempt) {
            throw new IllegalStateException("listener at " + attempt.path());
        }

        @Override
        public void ended(CallEnd end) {
            throw new IllegalStateException(
                    "listener at the end of " + end.last().operation());
        }
    }
}

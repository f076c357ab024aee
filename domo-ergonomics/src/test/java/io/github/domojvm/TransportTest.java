package io.github.domojvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.domojvm.auth.ClientCredentials;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.AuthenticationException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.error.ServerException;
import io.github.domojvm.internal.call.FakeTiming;
import io.github.domojvm.observe.CallAttempt;
import io.github.domojvm.observe.CallListener;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.retry.RetryPolicy;
import io.github.domojvm.stream.UploadRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** Timeouts, call options, credentials and listeners over plain HTTP. */
class TransportTest extends TransportFixture {
    @Test
    void attemptTimeoutEndsAResponseThatArrivesSlowly() throws Exception {
        enqueueToken();
        server.enqueue(json(DATA_SET)
                .newBuilder()
                .throttleBody(1, 50, TimeUnit.MILLISECONDS)
                .build());

        try (DomoClient domo = client().retryPolicy(RetryPolicy.none()).build()) {
            assertThat(domo.dataSets().list().pages()).isNotNull();
            assertThatExceptionOfType(DomoIoException.class)
                    .isThrownBy(() -> domo.with(CallOptions.builder()
                                    .attemptTimeout(Duration.ofMillis(300))
                                    .build())
                            .dataSets()
                            .get("7b1c"))
                    .withMessageContaining("timeout");
        }
    }

    @Test
    void totalTimeoutIncludesTheWaitsBetweenAttempts() throws Exception {
        enqueueToken();
        for (int i = 0; i < 10; i++) {
            enqueueStatus(503);
        }
        FakeTiming timing = new FakeTiming();
        long began = timing.nanos();

        try (DomoClient domo = client().timing(timing)
                .retryPolicy(RetryPolicy.builder()
                        .baseDelay(Duration.ofMinutes(5))
                        .maxDelay(Duration.ofMinutes(5))
                        .build())
                .totalTimeout(Duration.ofMinutes(10))
                .build()) {
            assertThatExceptionOfType(ServerException.class)
                    .isThrownBy(() -> domo.dataSets().get("7b1c"));
        }
        assertThat(timing.nanos() - began).isLessThan(Duration.ofMinutes(10).toNanos());
        // The token request, and fewer attempts than the retry policy allows.
        assertThat(server.getRequestCount()).isBetween(2, 5);
    }

    @Test
    void clientWithCallOptionsSendsTheirHeadersAndSharesTheToken() throws Exception {
        enqueueToken();
        enqueueDataSet();
        enqueueDataSet();
        enqueueDataSet();

        try (DomoClient domo = client().userAgent("nightly/2").build()) {
            domo.dataSets().get("7b1c");
            DomoClient view =
                    domo.with(CallOptions.builder().header("X-Request-Id", "r1").build());
            view.dataSets().get("7b1c");
            view.with(CallOptions.builder().header("X-Trace", "t1").build())
                    .dataSets()
                    .get("7b1c");
            view.close();
        }

        server.takeRequest();
        assertThat(server.takeRequest().getHeaders().get("X-Request-Id")).isNull();
        Headers second = server.takeRequest().getHeaders();
        assertThat(second.get("X-Request-Id")).isEqualTo("r1");
        assertThat(second.get("User-Agent")).startsWith("domo-jvm/").endsWith(" nightly/2");
        Headers third = server.takeRequest().getHeaders();
        assertThat(third.get("X-Request-Id")).isEqualTo("r1");
        assertThat(third.get("X-Trace")).isEqualTo("t1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallOptions.builder().header("authorization", "x"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallOptions.builder().totalTimeout(Duration.ZERO));
    }

    @Test
    void callOptionsOverrideTheRetryPolicy() throws Exception {
        enqueueToken();
        enqueueStatus(500);

        try (DomoClient domo = client().timing(new FakeTiming()).build()) {
            assertThatExceptionOfType(ServerException.class)
                    .isThrownBy(() -> domo.with(CallOptions.builder()
                                    .retryPolicy(RetryPolicy.none())
                                    .build())
                            .dataSets()
                            .get("7b1c"));
        }
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void executeWithResponseReturnsStatusHeadersAndBody() throws Exception {
        enqueueToken();
        server.enqueue(json(DATA_SET).newBuilder().addHeader("X-Node", "a").build());
        enqueueStatus(204);
        server.enqueue(new MockResponse.Builder()
                .code(404)
                .body("{\"status\":404,\"toe\":\"T1\"}")
                .build());

        try (DomoClient domo = client().build()) {
            var api = domo.rest().api().dataSets();
            ApiResponse<?> response = domo.rest().executeWithResponse(api.getDataSet("7b1c"));
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.headers().get("x-node")).containsExactly("a");
            assertThat(response.body()).isEqualTo(DATA_SET);
            assertThat(response.content()).isPresent();
            assertThat(response.toString()).doesNotContain("Tides");

            ApiResponse<Void> empty = domo.rest().executeWithResponse(api.deleteDataSet("7b1c"));
            assertThat(empty.status()).isEqualTo(204);
            assertThat(empty.body()).isEmpty();
            assertThat(empty.content()).isEmpty();

            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> domo.rest().executeWithResponse(api.getDataSet("gone")));
        }
    }

    @Test
    void notifiesAListenerOfAttemptsRetriesAndTokens() throws Exception {
        enqueueToken();
        enqueueStatus(503);
        enqueueDataSet();
        FakeTiming timing = new FakeTiming();
        List<String> events = new ArrayList<>();
        List<Duration> waits = new ArrayList<>();
        CallListener listener = new CallListener() {
            @Override
            public void attempted(CallAttempt attempt) {
                events.add(attempt.method() + " " + attempt.pathTemplate() + " " + attempt.status() + " "
                        + attempt.number() + " " + attempt.failure().isPresent());
                throw new IllegalStateException("a broken listener");
            }

            @Override
            public void retrying(CallAttempt attempt, Duration wait) {
                events.add("retry after " + attempt.status());
                waits.add(wait);
            }

            @Override
            public void tokenFetched() {
                events.add("token");
            }
        };

        try (DomoClient domo = client().timing(timing).callListener(listener).build()) {
            domo.dataSets().get("7b1c");
        }

        assertThat(events)
                .containsExactly(
                        "POST /oauth/token 200 1 false",
                        "token",
                        "GET /v1/datasets/{dataSetId} 503 1 true",
                        "retry after 503",
                        "GET /v1/datasets/{dataSetId} 200 2 false");
        assertThat(waits).hasSize(1).isEqualTo(timing.slept());
    }

    @Test
    void requestsTheCredentialsAgainAndRetriesOnceWithReplacedOnes() throws Exception {
        enqueueStatus(401);
        enqueueToken();
        enqueueDataSet();
        AtomicReference<String> secret = new AtomicReference<>("old");
        List<String> supplied = new ArrayList<>();

        try (DomoClient domo = DomoClient.builder()
                .credentials(() -> {
                    supplied.add(secret.get());
                    return ClientCredentials.of("id", secret.getAndSet("new"));
                })
                .apiUrl(server.url("/").toString())
                .build()) {
            assertThat(domo.dataSets().get("7b1c").name()).isEqualTo("Tides");
        }
        assertThat(supplied).containsExactly("old", "new");
    }

    @Test
    void rejectedCredentialsThatDoNotChangeAreNotRetried() throws Exception {
        enqueueStatus(401);

        try (DomoClient domo = client().build()) {
            assertThatExceptionOfType(AuthenticationException.class)
                    .isThrownBy(() -> domo.dataSets().get("7b1c"));
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void closeLeavesACustomHttpClientOpen() throws Exception {
        enqueueToken();
        enqueueDataSet();
        OkHttpClient http = new OkHttpClient();

        DomoClient domo = client().httpClient(http).build();
        domo.dataSets().get("7b1c");
        domo.close();

        assertThat(http.dispatcher().executorService().isShutdown()).isFalse();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    @Test
    void closedClientRejectsCalls() throws Exception {
        DomoClient domo = client().build();
        domo.close();

        assertThatIllegalStateException()
                .isThrownBy(() -> domo.dataSets().get("7b1c"))
                .withMessage("This DomoClient is closed; create a new one.");
        assertThatIllegalStateException()
                .isThrownBy(() -> domo.streams()
                        .upload(UploadRequest.builder(1, CsvSource.fromText("a\n"), UpdateMethod.APPEND)
                                .build()))
                .withMessageContaining("closed");
    }
}

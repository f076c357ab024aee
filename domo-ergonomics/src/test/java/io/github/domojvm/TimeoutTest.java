package io.github.domojvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.error.RateLimitException;
import io.github.domojvm.internal.call.FakeTiming;
import io.github.domojvm.rest.model.CreateDataSetRequest;
import io.github.domojvm.rest.model.DataSet;
import io.github.domojvm.retry.RetryPolicy;
import io.github.domojvm.schema.SchemaBuilder;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

class TimeoutTest extends TransportFixture {
    private static final Duration SHORT = Duration.ofMillis(200);

    @Test
    void totalTimeoutEndsASlowResponseWithoutARetry() {
        enqueueToken();
        enqueueDataSet();
        server.enqueue(slowly(DATA_SET));
        // A retry would succeed.
        enqueueDataSet();

        try (DomoClient domo = client().build()) {
            domo.dataSets().get("7b1c");
            DomoClient limited = domo.with(
                    CallOptions.builder().totalTimeout(Duration.ofSeconds(1)).build());
            assertThatExceptionOfType(DomoIoException.class)
                    .isThrownBy(() -> limited.dataSets().get("7b1c"))
                    .withMessageContaining("timeout");
        }
    }

    @Test
    void attemptTimeoutEndsOneAttemptAndIsRetried() {
        AtomicInteger reads = new AtomicInteger();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                if ("/oauth/token".equals(request.getTarget())) {
                    return json(TOKEN);
                }
                return reads.incrementAndGet() == 1 ? slowly(DATA_SET) : json(DATA_SET);
            }
        });

        // Enough attempts for one to succeed within the timeout on a slow machine.
        try (DomoClient domo = client().timing(new FakeTiming())
                .retryPolicy(RetryPolicy.builder().readAttempts(100).build())
                .build()) {
            DomoClient limited = domo.with(
                    CallOptions.builder().attemptTimeout(Duration.ofSeconds(1)).build());
            assertThat(limited.dataSets().get("7b1c").name()).isEqualTo("Tides");
        }
        assertThat(reads.get()).isGreaterThan(1);
    }

    @Test
    void shorterTimeoutOfACustomHttpClientApplies() {
        enqueueToken();
        server.enqueue(slowly(DATA_SET));
        OkHttpClient http =
                new OkHttpClient.Builder().callTimeout(Duration.ofSeconds(1)).build();

        try (DomoClient domo = client().httpClient(http)
                .attemptTimeout(Duration.ofMinutes(5))
                .retryPolicy(RetryPolicy.none())
                .build()) {
            assertThatExceptionOfType(DomoIoException.class)
                    .isThrownBy(() -> domo.dataSets().get("7b1c"))
                    .withMessageContaining("timeout");
        }
    }

    @Test
    void idleTimeoutEndsAResponseThatSendsNothing() {
        enqueueToken();
        server.enqueue(json(DATA_SET)
                .newBuilder()
                .bodyDelay(50, java.util.concurrent.TimeUnit.SECONDS)
                .build());

        try (DomoClient domo =
                client().idleTimeout(SHORT).retryPolicy(RetryPolicy.none()).build()) {
            assertThatExceptionOfType(DomoIoException.class)
                    .isThrownBy(() -> domo.dataSets().get("7b1c"))
                    .withMessageContaining("longer timeouts");
        }
    }

    @Test
    void sendsNothingWhenTheTokenRequestUsesUpTheTotalTimeout() {
        FakeTiming timing = new FakeTiming();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                timing.pass(Duration.ofMinutes(10));
                return json(TOKEN);
            }
        });

        try (DomoClient domo =
                client().timing(timing).totalTimeout(Duration.ofMinutes(10)).build()) {
            assertThatExceptionOfType(DomoIoException.class)
                    .isThrownBy(() -> domo.dataSets()
                            .create(CreateDataSetRequest.builder()
                                    .name("n")
                                    .schema(SchemaBuilder.builder()
                                            .stringColumn("a")
                                            .build())
                                    .build()))
                    .withMessage("POST /v1/datasets was not sent: the total timeout of PT10M leaves no time for it.")
                    .satisfies(e -> assertThat(e.requestNotSent()).isTrue());
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void totalTimeoutOfASingleCallLimitsTheTokenRequest() {
        AtomicBoolean slow = new AtomicBoolean(true);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                if (!"/oauth/token".equals(request.getTarget())) {
                    return json(DATA_SET);
                }
                return slow.get() ? slowly(TOKEN) : json(TOKEN);
            }
        });

        try (DomoClient domo = client().build()) {
            DomoClient limited =
                    domo.with(CallOptions.builder().totalTimeout(SHORT).build());
            assertThatExceptionOfType(DomoIoException.class)
                    .isThrownBy(() -> limited.dataSets().get("7b1c"))
                    .withMessageContaining("POST /oauth/token")
                    .satisfies(e -> assertThat(e.requestNotSent()).isTrue());
            slow.set(false);
            // The timeout of one call does not affect other calls.
            assertThat(domo.dataSets().get("7b1c").name()).isEqualTo("Tides");
        }
    }

    @Test
    void totalTimeoutOfASingleCallLimitsTheWaitForTheTokenOfAnotherThread() throws Exception {
        CountDownLatch tokenRequested = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                tokenRequested.countDown();
                released.await();
                return json("/oauth/token".equals(request.getTarget()) ? TOKEN : DATA_SET);
            }
        });

        try (DomoClient domo = client().build()) {
            CompletableFuture<DataSet> unlimited =
                    CompletableFuture.supplyAsync(() -> domo.dataSets().get("7b1c"));
            tokenRequested.await();
            assertThatExceptionOfType(DomoIoException.class)
                    .isThrownBy(() -> domo.with(
                                    CallOptions.builder().totalTimeout(SHORT).build())
                            .dataSets()
                            .get("7b1c"))
                    .withMessageContaining("waiting for an access token. Nothing was sent");
            released.countDown();
            assertThat(unlimited.get().name()).isEqualTo("Tides");
        }
    }

    @Test
    void sendsNothingWhenTheThrottlingOutlastsTheTotalTimeout() {
        enqueueToken();
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "60")
                .build());
        enqueueDataSet();
        FakeTiming timing = new FakeTiming();

        try (DomoClient domo = client().timing(timing)
                .retryPolicy(RetryPolicy.builder().readAttempts(1).build())
                .build()) {
            assertThatExceptionOfType(RateLimitException.class)
                    .isThrownBy(() -> domo.dataSets().get("7b1c"));
            assertThatExceptionOfType(DomoIoException.class)
                    .isThrownBy(() -> domo.with(CallOptions.builder()
                                    .totalTimeout(Duration.ofSeconds(59))
                                    .build())
                            .dataSets()
                            .get("7b1c"))
                    .withMessageContaining("limited the rate of calls")
                    .satisfies(e -> assertThat(e.requestNotSent()).isTrue());
            assertThat(timing.slept()).isEmpty();
            assertThat(domo.with(CallOptions.builder()
                                    .totalTimeout(Duration.ofSeconds(61))
                                    .build())
                            .dataSets()
                            .get("7b1c")
                            .name())
                    .isEqualTo("Tides");
        }
        assertThat(timing.slept()).containsExactly(Duration.ofSeconds(60));
    }

    @Test
    void rejectsInvalidTimeouts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client().attemptTimeout(Duration.ZERO))
                .withMessage("attemptTimeout must be positive: PT0S");
        assertThatNullPointerException()
                .isThrownBy(() -> client().totalTimeout(null))
                .withMessage("totalTimeout is null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallOptions.builder().attemptTimeout(Duration.ofMillis(-1)));
    }
}

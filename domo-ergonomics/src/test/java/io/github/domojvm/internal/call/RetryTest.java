package io.github.domojvm.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.domojvm.error.AuthenticationException;
import io.github.domojvm.error.DomoApiException;
import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.error.RateLimitException;
import io.github.domojvm.error.ServerException;
import io.github.domojvm.rest.DomoRest;
import io.github.domojvm.rest.model.CreateExecutionRequest;
import io.github.domojvm.retry.RetryPolicy;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which calls are retried, when and how often. */
class RetryTest extends CallFixture {
    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504})
    void retriesAReadAfterATransientStatus(int status) {
        enqueue(status, STANDARD_ERROR);
        enqueue(200, "{\"id\":\"x\"}");

        assertThat(calls.get(get()).id()).isEqualTo("x");
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 409, 410, 422})
    void doesNotRetryAfterAPermanentStatus(int status) {
        enqueue(status, STANDARD_ERROR);

        assertThatThrownBy(() -> calls.get(get())).isInstanceOf(DomoApiException.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void reportsTheNumberOfAttemptsAfterTheLastOne() {
        for (int i = 0; i < 4; i++) {
            enqueue(500, STANDARD_ERROR);
        }

        ServerException e = catchThrowableOfType(ServerException.class, () -> calls.get(get()));

        assertThat(e)
                .hasMessageContaining(
                        "GET /v1/datasets/d1 failed with status 500: \"it broke\" (trace TRACE-1, 4 attempts)");
        assertThat(e.traceId()).contains("TRACE-1");
        assertThat(e.failure().attempts()).isEqualTo(4);
        assertThat(server.getRequestCount()).isEqualTo(4);
        assertThat(timing.slept())
                .hasSize(3)
                .allSatisfy(wait -> assertThat(wait).isLessThan(Duration.ofSeconds(1)));
    }

    @Test
    void rejectsAnEmptyResponseToAList() {
        enqueue(200, "");
        assertThatThrownBy(() -> calls.page(rest.groups().listGroups(1, 0)))
                .isInstanceOf(DomoDataException.class)
                .hasMessageContaining("succeeded with an empty response, but content is required");

        enqueue(204, "");
        assertThat(calls.page(rest.groups().listGroups(1, 0))).isEmpty();
    }

    @Test
    void deleteReturnsTrueWhenTheResponseIsLostAndTheRetryReturns404() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        enqueue(404, STANDARD_ERROR);

        assertThat(calls.delete(rest.dataSets().deleteDataSet("d1"))).isTrue();
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void deleteReturnsFalseWhenTheRetryAfterStatus429Returns404() {
        enqueue(429, STANDARD_ERROR);
        enqueue(404, STANDARD_ERROR);

        assertThat(calls.delete(rest.dataSets().deleteDataSet("d1"))).isFalse();
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void rejectedDeleteThrows() {
        enqueue(403, STANDARD_ERROR);

        assertThatThrownBy(() -> calls.delete(rest.dataSets().deleteDataSet("d1")))
                .isInstanceOf(DomoApiException.class);
    }

    @Test
    void doesNotRetryAPostAfterAServerError() {
        enqueue(500, STANDARD_ERROR);

        assertThatThrownBy(() -> calls.get(post())).isInstanceOf(ServerException.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    /** OkHttp retries such a POST automatically unless configured otherwise. */
    @Test
    void doesNotRetryAPostAfterStatus503WithRetryAfterZero() {
        server.enqueue(new MockResponse.Builder()
                .code(503)
                .addHeader("Retry-After", "0")
                .body(STANDARD_ERROR)
                .build());

        assertThatThrownBy(() -> calls.get(post())).isInstanceOf(ServerException.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void retriesAPostAfterStatus429() {
        enqueue(429, STANDARD_ERROR);
        enqueue(200, "{\"id\":7}");

        assertThat(calls.get(post()).id()).isEqualTo(7);
    }

    @Test
    void doesNotRetryAPostWhenTheResponseIsLost() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());

        DomoIoException e = catchThrowableOfType(DomoIoException.class, () -> calls.get(post()));

        assertThat(e.requestNotSent()).isFalse();
        assertThat(e).hasMessageContaining("POST /v1/streams/3/executions got no response");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void retriesEveryCallWhenTheConnectionIsRefused() throws IOException {
        int port = freePort();
        CallExecutor defaults = executor(RetryPolicy.defaults());
        DomoRest unreachable = rest(URI.create("http://127.0.0.1:" + port));

        DomoIoException e = catchThrowableOfType(
                DomoIoException.class,
                () -> defaults.get(unreachable
                        .streams()
                        .createExecution(3L, CreateExecutionRequest.builder().build())));

        assertThat(e.requestNotSent()).isTrue();
        assertThat(e).hasMessageContaining("3 attempts").hasMessageContaining("Nothing listens at 127.0.0.1:" + port);
        assertThat(timing.slept()).hasSize(2);
    }

    @Test
    void retriesAReadWhenTheResponseIsTruncated() {
        server.enqueue(new MockResponse.Builder()
                .body("{\"id\":\"" + "x".repeat(100_000) + "\"}")
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());
        enqueue(200, "{\"id\":\"x\"}");

        assertThat(calls.get(get()).id()).isEqualTo("x");
    }

    @Test
    void retryAfterInSecondsOverridesTheBackoff() {
        server.enqueue(new MockResponse.Builder()
                .code(503)
                .addHeader("Retry-After", "17")
                .build());
        enqueue(200, "{}");

        calls.get(get());

        assertThat(timing.slept()).containsExactly(Duration.ofSeconds(17));
    }

    @Test
    void retryAfterAsADateIsRelativeToTheDateHeader() {
        server.enqueue(new MockResponse.Builder()
                .code(503)
                .addHeader("Date", "Wed, 01 Jan 2020 00:00:00 GMT")
                .addHeader("Retry-After", "Wed, 01 Jan 2020 00:00:21 GMT")
                .build());
        enqueue(200, "{}");

        calls.get(get());

        assertThat(timing.slept()).containsExactly(Duration.ofSeconds(21));
    }

    @Test
    void failsImmediatelyWhenRetryAfterIsTooLong() {
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "3600")
                .build());

        RateLimitException e = catchThrowableOfType(RateLimitException.class, () -> calls.get(get()));

        assertThat(e.retryAfter()).contains(Duration.ofHours(1));
        assertThat(e).hasMessageContaining("wait 3600 s");
        assertThat(timing.slept()).isEmpty();
    }

    @Test
    void throttlingDelaysOtherCalls() {
        CallExecutor once = executor(RetryPolicy.builder().readAttempts(1).build());
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "30")
                .build());
        enqueue(200, "{}");
        assertThatThrownBy(() -> once.get(get())).isInstanceOf(RateLimitException.class);
        assertThat(timing.slept()).isEmpty();

        once.get(get());

        assertThat(timing.slept()).containsExactly(Duration.ofSeconds(30));
    }

    @Test
    void doesNotRetryWhenTheBudgetIsExhausted() {
        CallExecutor limited = executor(RetryPolicy.builder().budget(2).build());
        for (int i = 0; i < 5; i++) {
            enqueue(500, STANDARD_ERROR);
        }

        assertThatThrownBy(() -> limited.get(get())).hasMessageContaining("3 attempts");
        assertThatThrownBy(() -> limited.get(get())).isInstanceOf(ServerException.class);
        assertThat(server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void policyWithoutRetriesSendsOneRequest() {
        enqueue(500, STANDARD_ERROR);

        assertThatThrownBy(() -> executor(RetryPolicy.none()).get(get())).isInstanceOf(ServerException.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void doesNotRetryAOneShotBody() {
        RequestBody once = new RequestBody() {
            @Override
            public MediaType contentType() {
                return MediaType.get("text/csv");
            }

            @Override
            public boolean isOneShot() {
                return true;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                sink.writeUtf8("1\n");
            }
        };
        enqueue(500, STANDARD_ERROR);
        enqueue(401, "");

        assertThatThrownBy(() -> calls.run(rest.streams().uploadPart(1L, 2L, 3L, once, null)))
                .isInstanceOf(ServerException.class);
        assertThatThrownBy(() -> calls.run(rest.streams().uploadPart(1L, 2L, 3L, once, null)))
                .isInstanceOf(AuthenticationException.class);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void cancelledCallIsNotSent() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();

        assertThatThrownBy(() -> calls.with(cancellation).send(part()))
                .isInstanceOf(DomoIoException.class)
                .hasMessageContaining("cancelled");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void interruptEndsTheCallAndIsPreserved() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> calls.get(get()))
                    .isInstanceOf(DomoIoException.class)
                    .hasMessageContaining("interrupted");
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }
}

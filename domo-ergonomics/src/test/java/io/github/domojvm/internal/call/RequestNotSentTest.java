package io.github.domojvm.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.domojvm.auth.ClientCredentials;
import io.github.domojvm.error.AuthenticationException;
import io.github.domojvm.error.CsvException;
import io.github.domojvm.error.DomoApiException;
import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.error.RateLimitException;
import io.github.domojvm.internal.auth.AccessTokens;
import io.github.domojvm.internal.auth.BasicCredentials;
import io.github.domojvm.internal.http.HttpCalls;
import io.github.domojvm.observe.CallListener;
import io.github.domojvm.rest.DomoRest;
import io.github.domojvm.retry.RetryPolicy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code requestNotSent()} is true only if the request cannot have been processed. */
class RequestNotSentTest extends CallFixture {
    private final CallExecutor twice =
            executor(RetryPolicy.builder().readAttempts(2).partAttempts(2).build());

    @Test
    void isFalseWhenARetryAfterALostResponseCannotConnect() {
        enqueueLostResponse();
        timing.onSleep(() -> server.close());

        DomoException e = failure(() -> twice.run(part()));

        assertThat(e).isInstanceOf(DomoIoException.class).hasMessageContaining("Nothing listens");
        assertThat(e.requestNotSent()).isFalse();
    }

    @Test
    void isFalseWhenInterruptedAfterALostResponse() {
        enqueueLostResponse();
        timing.onSleep(() -> {
            throw new InterruptedException();
        });
        try {
            DomoException e = failure(() -> twice.run(part()));

            assertThat(e)
                    .hasMessageContaining("PUT /v1/streams/1/executions/2/part/3")
                    .hasMessageContaining("nterrupted");
            assertThat(e.requestNotSent()).isFalse();
            assertThat(e.getSuppressed()).hasSize(1);
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void isTrueWhenInterruptedAfterStatus429() {
        enqueue(429, "");
        timing.onSleep(() -> {
            throw new InterruptedException();
        });
        try {
            assertThat(failure(() -> twice.run(part())).requestNotSent()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }

    @ParameterizedTest
    @CsvSource({"503, false", "429, true"})
    void dependsOnTheLastAttemptWhenCancelledBetweenAttempts(int status, boolean notSent) {
        enqueue(status, "");
        Cancellation cancellation = new Cancellation();
        timing.onSleep(cancellation::cancel);

        DomoException e = failure(() -> twice.with(cancellation).send(part()));

        assertThat(e.requestNotSent()).isEqualTo(notSent);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "400, false",
        "401, true",
        "404, false",
        "408, false",
        "409, false",
        "413, false",
        "425, true",
        "429, true",
        "500, false",
        "503, false"
    })
    void isTrueOnlyForStatusesReturnedBeforeProcessing(int status, boolean notSent) {
        for (int i = 0; i < 4; i++) {
            enqueue(status, "");
        }

        DomoException e = failure(() -> calls.get(post()));

        assertThat(e.requestNotSent()).isEqualTo(notSent);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 429})
    void isFalseWhenARetryAfterALostResponseIsRejected(int status) {
        enqueueLostResponse();
        enqueue(status, "");
        enqueue(status, "");

        DomoException e = failure(() -> twice.run(part()));

        assertThat(e).isInstanceOf(status == 401 ? AuthenticationException.class : RateLimitException.class);
        assertThat(e.requestNotSent()).isFalse();
    }

    @Test
    void isFalseWhenTheTokenRequestForARetryFails() {
        AtomicInteger tokenRequests = new AtomicInteger();
        DomoIoException noToken = new DomoIoException("POST /oauth/token got no response.", true, null);
        DomoRest expiring = DomoRest.create(
                server.url("/").uri(),
                new HttpCalls(
                        http,
                        () -> {
                            if (tokenRequests.incrementAndGet() > 1) {
                                throw noToken;
                            }
                            return "bearer marker-token";
                        },
                        Map.of(),
                        () -> false));
        enqueueLostResponse();

        DomoException e = failure(() -> calls.delete(expiring.dataSets().deleteDataSet("d1")));

        assertThat(e.requestNotSent()).isFalse();
        assertThat(e)
                .hasCause(noToken)
                .hasMessageContaining("DELETE /v1/datasets/d1")
                .hasMessageContaining("POST /oauth/token got no response");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 400, 401, 403, 404, 429, 500})
    void isTrueWhenTheTokenRequestFails(int status) {
        for (int i = 0; i < 6; i++) {
            enqueue(status, status == 200 ? "{}" : "");
        }

        assertThat(failure(() -> tokens().get()).requestNotSent()).isTrue();
    }

    @Test
    void isTrueWhenTheTokenResponseIsAnHtmlPage() {
        server.enqueue(htmlPage());
        server.enqueue(htmlPage());

        assertThat(failure(() -> tokens().get()).requestNotSent()).isTrue();
    }

    @Test
    void isTrueWhenTheTokenResponseIsLost() {
        enqueueLostResponse();
        enqueueLostResponse();
        enqueueLostResponse();

        assertThat(failure(() -> tokens().get()).requestNotSent()).isTrue();
    }

    @Test
    void isFalseForAnHtmlPage() {
        server.enqueue(htmlPage());

        assertThat(failure(() -> calls.get(post())).requestNotSent()).isFalse();
    }

    @Test
    void isTrueForInvalidCsv() {
        assertThat(new CsvException("Line 3 is wrong.", 3, null).requestNotSent())
                .isTrue();
    }

    @Test
    void isPreservedBySerialization() throws Exception {
        enqueue(429, "");
        DomoException e = failure(() -> executor(RetryPolicy.none()).get(post()));

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(e);
        DomoApiException read =
                (DomoApiException) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

        assertThat(read.requestNotSent()).isTrue();
        assertThat(read.failure()).isEqualTo(((DomoApiException) e).failure());
    }

    private void enqueueLostResponse() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
    }

    private AccessTokens tokens() {
        BasicCredentials basic = new BasicCredentials(() -> ClientCredentials.of("id", "marker-secret"));
        Observation observation = new Observation(new CallListener() {});
        return new AccessTokens(
                DomoRest.create(server.url("/").uri(), new HttpCalls(http, basic, Map.of(), () -> false))
                        .authentication(),
                new CallExecutor(
                        TokenRenewal.NONE,
                        new CallSettings(RetryPolicy.defaults()).with(CallSettings.Purpose.TOKEN),
                        new Random(1),
                        timing,
                        observation),
                basic,
                null,
                timing,
                observation);
    }

    private static DomoException failure(ThrowingCallable call) {
        DomoException e = catchThrowableOfType(DomoException.class, call);
        assertThat(e).isNotNull();
        return e;
    }
}

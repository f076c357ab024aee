package io.github.domojvm.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.error.FailureReason;
import io.github.domojvm.internal.http.HttpLimits;
import io.github.domojvm.retry.RetryPolicy;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;

/** The time within which a response must begin. No response of these tests exceeds another timeout. */
class ResponseTimeoutTest extends CallFixture {
    private static final MockResponse NEVER = new MockResponse.Builder()
            .onResponseStart(SocketEffect.Stall.INSTANCE)
            .build();

    @Override
    protected HttpLimits limits() {
        // A second for connecting and sending, even on a slow machine.
        return new HttpLimits(Duration.ofSeconds(1), 1_000, 0, Duration.ZERO, Long.MAX_VALUE);
    }

    @Test
    void failsWhenTheServerNeverResponds() {
        server.enqueue(NEVER);

        assertThatExceptionOfType(DomoIoException.class)
                .isThrownBy(() -> executor(RetryPolicy.none()).get(get()))
                .withMessage("GET /v1/datasets/d1 failed: no response arrived within 1 s. Check the network, or set a"
                        + " longer responseTimeout in the ResponseLimits of the client.")
                .satisfies(e -> {
                    assertThat(e.reason()).isEqualTo(FailureReason.IO);
                    assertThat(e.requestNotSent()).isFalse();
                });
    }

    @Test
    void allowsMoreTimeForABody() {
        server.enqueue(NEVER);

        // The part has 2 bytes.
        assertThatExceptionOfType(DomoIoException.class)
                .isThrownBy(() -> executor(RetryPolicy.none()).get(part()))
                .withMessageContaining("no response arrived within 1.002 s, the limit for a request of 2 bytes. ")
                .withMessageContaining("or a lower minUploadRate");
    }

    @Test
    void retriesARead() {
        AtomicInteger attempts = new AtomicInteger();
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return attempts.incrementAndGet() == 1
                        ? NEVER
                        : new MockResponse.Builder().body("{\"id\":\"x\"}").build();
            }
        });

        // Enough attempts for one to succeed within the timeout on a slow machine.
        RetryPolicy patient = RetryPolicy.builder().readAttempts(100).build();
        assertThat(executor(patient).get(get()).id()).isEqualTo("x");
        assertThat(attempts.get()).isGreaterThan(1);
    }

    @Test
    void doesNotRetryARequestThatMayHaveBeenProcessed() {
        server.enqueue(NEVER);

        assertThatExceptionOfType(DomoIoException.class)
                .isThrownBy(() -> calls.get(post()))
                .withMessageContaining("The request may have been processed: check the executions of the Stream");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void endsAResponseWhoseHeadersDrip() throws IOException {
        ScheduledExecutorService dripping = new ScheduledThreadPoolExecutor(1);
        try (ServerSocket socket = new ServerSocket(0)) {
            dripping.execute(() -> drip(socket, dripping));

            assertThatExceptionOfType(DomoIoException.class)
                    .isThrownBy(() -> executor(RetryPolicy.none())
                            .get(rest(server.url("/")
                                            .newBuilder()
                                            .port(socket.getLocalPort())
                                            .build()
                                            .uri())
                                    .dataSets()
                                    .getDataSet("d1")))
                    .withMessageContaining("no response arrived within 1 s");
        } finally {
            dripping.shutdownNow();
        }
    }

    /** Sends a byte of a header every 10 ms. */
    private static void drip(ServerSocket socket, ScheduledExecutorService dripping) {
        try {
            Socket connection = socket.accept();
            connection.getOutputStream().write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.US_ASCII));
            var unused = dripping.scheduleAtFixedRate(() -> write(connection), 0, 10, TimeUnit.MILLISECONDS);
        } catch (IOException e) {
            // The client reports a broken connection.
            dripping.shutdownNow();
        }
    }

    private static void write(Socket connection) {
        try {
            connection.getOutputStream().write('x');
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

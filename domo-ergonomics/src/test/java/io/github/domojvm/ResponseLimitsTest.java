package io.github.domojvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.error.FailureReason;
import io.github.domojvm.error.PermissionException;
import io.github.domojvm.internal.call.FakeTiming;
import io.github.domojvm.retry.RetryPolicy;
import io.github.domojvm.rows.Row;
import io.github.domojvm.rows.Rows;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResponseLimitsTest extends TransportFixture {
    private static final String WITH_SCHEMA =
            "{\"id\":\"7b1c\",\"name\":\"Tides\",\"schema\":{\"columns\":[{\"type\":\"STRING\",\"name\":\"a\"}]}}";
    private static final int ROWS = 20_000;
    private static final MockResponse EXPORT = json("a\n" + "x\n".repeat(ROWS))
            .newBuilder()
            .setHeader("Content-Type", "text/csv")
            .build();

    /** The number of the request, not counting those for tokens, whose response arrives slowly. */
    private final AtomicInteger slow = new AtomicInteger();

    private final AtomicInteger requests = new AtomicInteger();

    /** While that response arrives, each read takes a minute. */
    private final FakeTiming timing = new FakeTiming() {
        @Override
        public synchronized long nanos() {
            if (requests.get() > 0 && requests.get() == slow.get()) {
                pass(Duration.ofMinutes(1));
            }
            return super.nanos();
        }
    };

    private MockResponse response = json(WITH_SCHEMA);

    @TempDir
    Path folder;

    @BeforeEach
    void dispatch() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String path = request.getUrl().encodedPath();
                if (path.equals("/oauth/token")) {
                    return json(TOKEN);
                }
                requests.incrementAndGet();
                return path.endsWith("/data") ? EXPORT : response;
            }
        });
    }

    @Test
    void responseTimeoutAppliesToTokenRequests() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder()
                        .onResponseStart(SocketEffect.Stall.INSTANCE)
                        .build();
            }
        });

        try (DomoClient domo = limited(
                ResponseLimits.builder().responseTimeout(Duration.ofMillis(100)).minUploadRate(1_000_000))) {
            assertThatExceptionOfType(DomoIoException.class)
                    .isThrownBy(() -> domo.dataSets().get("7b1c"))
                    .withMessageContaining("POST /oauth/token failed: no response arrived within 0.1 s")
                    .satisfies(e -> assertThat(e.requestNotSent()).isTrue());
        }
    }

    @Test
    void endsASlowJsonResponse() {
        response = json(WITH_SCHEMA + " ".repeat(20_000));
        slow.set(1);

        try (DomoClient domo = limited(ResponseLimits.builder())) {
            assertThatExceptionOfType(DomoIoException.class)
                    .isThrownBy(() -> domo.dataSets().get("7b1c"))
                    .withMessage(
                            "GET /v1/datasets/7b1c failed: the response was slower than 1000 bytes/s over 60 s."
                                    + " Check the network, or set a lower minDownloadRate in the ResponseLimits of the client.");
        }
    }

    @Test
    void endsASlowErrorResponse() {
        response = json(" ".repeat(20_000)).newBuilder().code(500).build();
        slow.set(1);

        try (DomoClient domo = limited(ResponseLimits.builder())) {
            assertThatExceptionOfType(DomoIoException.class)
                    .isThrownBy(() -> domo.dataSets().get("7b1c"))
                    .withMessageContaining("slower than 1000 bytes/s over 60 s");
        }
    }

    @Test
    void retriesASlowExportToAFile() {
        // The first export, after the DataSet.
        slow.set(2);

        try (DomoClient domo = client().timing(timing).build()) {
            assertThat(domo.dataSets().export("7b1c", folder.resolve("out.csv")).rows())
                    .isEqualTo(ROWS);
        }
        assertThat(requests).hasValue(3);
    }

    @Test
    void endsAnExportToAStreamThatBecomesSlow() {
        OutputStream target = new OutputStream() {
            @Override
            public void write(int b) {
                slow.set(2);
            }
        };

        try (DomoClient domo = client().timing(timing).build()) {
            assertThatExceptionOfType(DomoIoException.class)
                    .isThrownBy(() -> domo.dataSets().export("7b1c", target))
                    .withMessageContaining("broke off after ")
                    .withMessageContaining(
                            ": the response was slower than 1000 bytes/s over 60 s. The written content");
        }
    }

    @Test
    void acceptsASlowResponseWithoutAMinimumRate() {
        response = json(WITH_SCHEMA + " ".repeat(20_000));
        slow.set(1);

        try (DomoClient domo = limited(ResponseLimits.builder().withoutMinDownloadRate())) {
            assertThat(domo.dataSets().get("7b1c").name()).isEqualTo("Tides");
        }
    }

    @Test
    void acceptsASlowReaderOfRows() {
        try (DomoClient domo = limited(ResponseLimits.builder());
                Rows rows = domo.dataSets().rows("7b1c")) {
            int read = 0;
            for (Row row : rows) {
                read += row.values().size();
                timing.pass(Duration.ofHours(1));
            }
            assertThat(read).isEqualTo(ROWS);
        }
    }

    @Test
    void limitsDecompressedJson() throws IOException {
        response = compressed(2);

        try (DomoClient domo = client().timing(timing)
                .responseLimits(ResponseLimits.builder().maxJsonBytes(1 << 20).build())
                .build()) {
            assertThatExceptionOfType(DomoDataException.class)
                    .isThrownBy(() -> domo.dataSets().get("7b1c"))
                    .withMessage("GET /v1/datasets/7b1c failed: the response is larger than 1048576 bytes after"
                            + " decompression. Request less data, or set a larger maxJsonBytes in the ResponseLimits of"
                            + " the client.")
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(FailureReason.RESPONSE_TOO_LARGE));
        }
        assertThat(requests).as("not retried").hasValue(1);
    }

    @Test
    void limitsJsonTo64MibByDefault() throws IOException {
        response = compressed(64);

        try (DomoClient domo = client().timing(timing).build()) {
            assertThatExceptionOfType(DomoDataException.class)
                    .isThrownBy(() -> domo.dataSets().get("7b1c"))
                    .withMessageContaining("larger than 67108864 bytes");
        }
        try (DomoClient domo = limited(ResponseLimits.builder().withoutMaxJsonBytes())) {
            assertThat(domo.dataSets().get("7b1c").name()).isEqualTo("Tides");
        }
    }

    @Test
    void limitsTheResultOfAnApiActionButNoExport() {
        response = json(" ".repeat(1_001));
        try (DomoClient domo = limited(ResponseLimits.builder().maxJsonBytes(1_000))) {
            assertThatExceptionOfType(DomoDataException.class)
                    .isThrownBy(() -> domo.apiActions().process("guid", "1", "7b1c"))
                    .withMessageContaining("larger than 1000 bytes");
            response = json(WITH_SCHEMA);
            assertThat(domo.dataSets().export("7b1c", folder.resolve("out.csv")).rows())
                    .isEqualTo(ROWS);
        }
    }

    @Test
    void limitsOfSuccessfulResponsesDoNotHideAnError() {
        response = json(" ".repeat(1_001)).newBuilder().code(403).build();

        try (DomoClient domo = limited(ResponseLimits.builder().maxJsonBytes(1_000))) {
            assertThatExceptionOfType(PermissionException.class)
                    .isThrownBy(() -> domo.dataSets().get("7b1c"));
        }
    }

    @Test
    void noneSwitchesAllLimitsOff() throws IOException {
        response = compressed(64);
        slow.set(1);

        try (DomoClient domo =
                client().timing(timing).responseLimits(ResponseLimits.none()).build()) {
            assertThat(domo.dataSets().get("7b1c").name()).isEqualTo("Tides");
        }
    }

    @Test
    void rejectsInvalidLimits() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResponseLimits.builder().minDownloadRate(1, Duration.ZERO))
                .withMessage("window must be positive: PT0S");
    }

    private DomoClient limited(ResponseLimits.Builder limits) {
        return client().timing(timing)
                .responseLimits(limits.build())
                .retryPolicy(RetryPolicy.none())
                .build();
    }

    /** Returns a compressed DataSet with an unknown member of the given size. */
    private static MockResponse compressed(int mebibytes) throws IOException {
        Buffer body = new Buffer();
        try (BufferedSink gzip = Okio.buffer(new GzipSink(body))) {
            gzip.writeUtf8("{\"id\":\"7b1c\",\"name\":\"Tides\",\"unknown\":[");
            for (int i = 0; i < mebibytes; i++) {
                gzip.writeUtf8("\"" + "x".repeat(1 << 20) + "\",");
            }
            gzip.writeUtf8("1]}");
        }
        return json("").newBuilder()
                .addHeader("Content-Encoding", "gzip")
                .body(body)
                .build();
    }
}

package io.github.domojvm.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.domojvm.error.AuthenticationException;
import io.github.domojvm.error.BadRequestException;
import io.github.domojvm.error.DomoApiException;
import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.error.PermissionException;
import io.github.domojvm.error.RateLimitException;
import io.github.domojvm.error.ServerException;
import io.github.domojvm.rest.DomoRest;
import io.github.domojvm.rest.model.Column;
import io.github.domojvm.rest.model.ColumnType;
import io.github.domojvm.rest.model.CreateDataSetRequest;
import io.github.domojvm.rest.model.CreateExecutionRequest;
import io.github.domojvm.rest.model.DataSet;
import io.github.domojvm.rest.model.Execution;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.retry.RetryPolicy;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import okio.BufferedSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;

class CallExecutorTest {
    private static final String STANDARD_ERROR =
            "{\"status\":500,\"statusReason\":\"Oops\",\"message\":\"it broke\",\"toe\":\"TRACE-1\"}";

    private final FakeTiming timing = new FakeTiming();
    private final OkHttpClient http = HttpCalls.prepare(new OkHttpClient());
    private final AtomicInteger tokens = new AtomicInteger(1);
    private final TokenRenewal renewal = rejected -> {
        if (rejected.equals("bearer token" + tokens.get())) {
            tokens.incrementAndGet();
        }
        return true;
    };
    private MockWebServer server;
    private DomoRest rest;
    private CallExecutor calls;

    @BeforeEach
    void start() throws IOException {
        server = new MockWebServer();
        server.start();
        rest = rest(server.url("/").uri());
        calls = executor(RetryPolicy.defaults());
    }

    @AfterEach
    void stop() {
        server.close();
        http.connectionPool().evictAll();
        http.dispatcher().executorService().shutdown();
    }

    @Test
    void sendsTokenAndUserAgent() throws InterruptedException {
        answer(200, "{\"id\":\"x\"}");

        assertThat(calls.get(get(), Repeat.READ).id()).isEqualTo("x");

        var request = server.takeRequest();
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("bearer token1");
        assertThat(request.getHeaders().get("User-Agent")).isEqualTo("test/1");
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504})
    void readIsSentAgainAfterPassingStatus(int status) {
        answer(status, STANDARD_ERROR);
        answer(200, "{\"id\":\"x\"}");

        assertThat(calls.get(get(), Repeat.READ).id()).isEqualTo("x");
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 409, 410, 422})
    void nothingIsSentAgainAfterLastingStatus(int status) {
        answer(status, STANDARD_ERROR);

        assertThatThrownBy(() -> calls.get(get(), Repeat.READ)).isInstanceOf(DomoApiException.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void readGivesUpAfterItsAttemptsAndTellsThem() {
        for (int i = 0; i < 4; i++) {
            answer(500, STANDARD_ERROR);
        }

        ServerException e = catchThrowableOfType(ServerException.class, () -> calls.get(get(), Repeat.READ));

        assertThat(e)
                .hasMessageContaining("GET /v1/datasets/d1 was answered 500: \"it broke\" (trace TRACE-1, 4 attempts)");
        assertThat(e.traceId()).contains("TRACE-1");
        assertThat(e.failure().attempts()).isEqualTo(4);
        assertThat(server.getRequestCount()).isEqualTo(4);
        assertThat(timing.slept())
                .hasSize(3)
                .allSatisfy(wait -> assertThat(wait).isLessThan(Duration.ofSeconds(1)));
    }

    @Test
    void postIsNotSentAgainAfterServerFailure() {
        answer(500, STANDARD_ERROR);

        assertThatThrownBy(() -> calls.get(post(), Repeat.UNSENT_ONLY)).isInstanceOf(ServerException.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    /** OkHttp by itself repeats a POST that is answered so. */
    @Test
    void postIsNotSentAgainAfter503WithRetryAfterZero() {
        server.enqueue(new MockResponse.Builder()
                .code(503)
                .addHeader("Retry-After", "0")
                .body(STANDARD_ERROR)
                .build());

        assertThatThrownBy(() -> calls.get(post(), Repeat.UNSENT_ONLY)).isInstanceOf(ServerException.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void postIsSentAgainAfter429SinceItWasNotAccepted() {
        answer(429, STANDARD_ERROR);
        answer(200, "{\"id\":7}");

        assertThat(calls.get(post(), Repeat.UNSENT_ONLY).id()).isEqualTo(7);
    }

    @Test
    void postIsNotSentAgainWhenTheConnectionBreaksBeforeTheAnswer() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());

        DomoIoException e = catchThrowableOfType(DomoIoException.class, () -> calls.get(post(), Repeat.UNSENT_ONLY));

        assertThat(e.surelyNotSent()).isFalse();
        assertThat(e).hasMessageContaining("POST /v1/streams/3/executions got no answer");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void anyCallIsSentAgainWhenNothingListens() throws IOException {
        int port = freePort();
        CallExecutor patient = executor(RetryPolicy.defaults());
        DomoRest nobody = rest(URI.create("http://127.0.0.1:" + port));

        DomoIoException e = catchThrowableOfType(
                DomoIoException.class,
                () -> patient.get(
                        nobody.streams()
                                .createExecution(
                                        3L, CreateExecutionRequest.builder().build()),
                        Repeat.UNSENT_ONLY));

        assertThat(e.surelyNotSent()).isTrue();
        assertThat(e).hasMessageContaining("3 attempts").hasMessageContaining("Nothing listens at 127.0.0.1:" + port);
        assertThat(timing.slept()).hasSize(2);
    }

    @Test
    void readIsSentAgainWhenTheAnswerIsCut() {
        server.enqueue(new MockResponse.Builder()
                .body("{\"id\":\"" + "x".repeat(100_000) + "\"}")
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());
        answer(200, "{\"id\":\"x\"}");

        assertThat(calls.get(get(), Repeat.READ).id()).isEqualTo("x");
    }

    @Test
    void retryAfterInSecondsBeatsBackoff() {
        server.enqueue(new MockResponse.Builder()
                .code(503)
                .addHeader("Retry-After", "17")
                .build());
        answer(200, "{}");

        calls.get(get(), Repeat.READ);

        assertThat(timing.slept()).containsExactly(Duration.ofSeconds(17));
    }

    @Test
    void retryAfterAsDateIsReadAgainstTheAnswersOwnDate() {
        server.enqueue(new MockResponse.Builder()
                .code(503)
                .addHeader("Date", "Wed, 01 Jan 2020 00:00:00 GMT")
                .addHeader("Retry-After", "Wed, 01 Jan 2020 00:00:21 GMT")
                .build());
        answer(200, "{}");

        calls.get(get(), Repeat.READ);

        assertThat(timing.slept()).containsExactly(Duration.ofSeconds(21));
    }

    @Test
    void tooLongARetryAfterFailsAtOnceAndTellsTheTime() {
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "3600")
                .build());

        RateLimitException e = catchThrowableOfType(RateLimitException.class, () -> calls.get(get(), Repeat.READ));

        assertThat(e.retryAfter()).contains(Duration.ofHours(1));
        assertThat(e).hasMessageContaining("none for 3600 s");
        assertThat(timing.slept()).isEmpty();
    }

    @Test
    void throttlingHoldsBackEveryOtherCallToo() {
        CallExecutor once = executor(RetryPolicy.builder().readAttempts(1).build());
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "30")
                .build());
        answer(200, "{}");
        assertThatThrownBy(() -> once.get(get(), Repeat.READ)).isInstanceOf(RateLimitException.class);
        assertThat(timing.slept()).isEmpty();

        once.get(get(), Repeat.READ);

        assertThat(timing.slept()).containsExactly(Duration.ofSeconds(30));
    }

    @Test
    void emptyBudgetStopsRepeating() {
        CallExecutor poor = executor(RetryPolicy.builder().budget(2).build());
        for (int i = 0; i < 5; i++) {
            answer(500, STANDARD_ERROR);
        }

        assertThatThrownBy(() -> poor.get(get(), Repeat.READ)).hasMessageContaining("3 attempts");
        assertThatThrownBy(() -> poor.get(get(), Repeat.READ)).isInstanceOf(ServerException.class);
        assertThat(server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void policyWithoutRepetitionsSendsOnce() {
        answer(500, STANDARD_ERROR);

        assertThatThrownBy(() -> executor(RetryPolicy.none()).get(get(), Repeat.READ))
                .isInstanceOf(ServerException.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"401 ", "403 {\"status\":403,\"toe\":\"T-9\"}"})
    void rejectedTokenIsRenewedOnceAndTheCallSentAgain(String answer) throws InterruptedException {
        answer(Integer.parseInt(answer.substring(0, 3)), answer.substring(4));
        answer(200, "{\"id\":7}");

        assertThat(calls.get(post(), Repeat.UNSENT_ONLY).id()).isEqualTo(7);

        server.takeRequest();
        assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("bearer token2");
    }

    @Test
    void tokenThatStaysRejectedIsRenewedOnlyOnce() {
        for (int i = 0; i < 3; i++) {
            server.enqueue(new MockResponse.Builder()
                    .code(401)
                    .addHeader(
                            "WWW-Authenticate",
                            "Bearer error=\"invalid_token\", error_description=\"Jwt expired at 2025-05-06\"")
                    .build());
        }

        assertThatThrownBy(() -> calls.get(get(), Repeat.READ))
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("Jwt expired at 2025-05-06");
        assertThat(server.getRequestCount()).isEqualTo(2);
        assertThat(tokens).hasValue(2);
    }

    @Test
    void webPageInsteadOfCsvIsARejectedTokenFirstAndAMissingDataSetThen() {
        for (int i = 0; i < 2; i++) {
            server.enqueue(new MockResponse.Builder()
                    .code(406)
                    .addHeader("Content-Type", "text/html")
                    .body("<html><h1>Error 406</h1></html>")
                    .build());
        }

        assertThatThrownBy(() -> calls.stream(rest.dataSets().exportData("d1", true, null), body -> 1))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("Error 406");
        assertThat(tokens).hasValue(2);
    }

    @Test
    void missingScopeIsNamedAndNoTokenRenewed() {
        answer(
                403,
                "{\"error\":\"insufficient_scope\",\"error_description\":\"Insufficient scope\",\"scope\":\"data\"}");

        PermissionException e = catchThrowableOfType(PermissionException.class, () -> calls.get(get(), Repeat.READ));

        assertThat(e.missingScope()).contains("data");
        assertThat(e).hasMessageContaining("'data'");
        assertThat(tokens).hasValue(1);
    }

    @Test
    void bodyThatCanBeWrittenOnceIsNeverSentAgain() {
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
        answer(500, STANDARD_ERROR);
        answer(401, "");

        assertThatThrownBy(() -> calls.run(rest.streams().uploadPart(1L, 2L, 3L, once, null), Repeat.PART))
                .isInstanceOf(ServerException.class);
        assertThatThrownBy(() -> calls.run(rest.streams().uploadPart(1L, 2L, 3L, once, null), Repeat.PART))
                .isInstanceOf(AuthenticationException.class);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void webPageWithSuccessIsNeverASuccess() {
        for (int i = 0; i < 5; i++) {
            server.enqueue(page());
        }

        assertThatThrownBy(() -> calls.run(part(), Repeat.PART))
                .isInstanceOf(DomoDataException.class)
                .hasMessageContaining("Please log in")
                .hasMessageContaining("https://api.domo.com");
        assertThat(server.getRequestCount()).isEqualTo(2);
        assertThatThrownBy(() -> calls.run(rest.dataSets().deleteDataSet("d1"), Repeat.UNSENT_ONLY))
                .isInstanceOf(DomoDataException.class);
        assertThatThrownBy(() -> calls.stream(rest.dataSets().exportData("d1", true, null), body -> 1))
                .isInstanceOf(DomoDataException.class);
    }

    @Test
    void partIsAcknowledgedByItsStatusWhateverTheBody() {
        answer(200, "thanks");

        assertThat(calls.run(part(), Repeat.PART)).isNull();
    }

    @Test
    void answerThatIsNotTheJsonPromisedIsShown() {
        answer(200, "[1, 2");

        assertThatThrownBy(() -> calls.get(get(), Repeat.READ))
                .isInstanceOf(DomoDataException.class)
                .hasMessageContaining("\"[1, 2\"");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void emptyAnswerIsNullWhereNothingIsNeededAndAFailureWhereContentIs() {
        answer(200, "");
        answer(200, "");

        assertThat(calls.run(get(), Repeat.READ)).isNull();
        assertThatThrownBy(() -> calls.get(get(), Repeat.READ))
                .isInstanceOf(DomoDataException.class)
                .hasMessageContaining("GET /v1/datasets/d1");
    }

    @Test
    void redirectIsNotFollowedAndItsHostNamed() {
        server.enqueue(new MockResponse.Builder()
                .code(302)
                .addHeader("Location", "https://evil.example/login?state=abc")
                .build());

        assertThatThrownBy(() -> calls.get(get(), Repeat.READ))
                .isInstanceOf(DomoApiException.class)
                .hasMessageContaining("https://evil.example")
                .hasMessageNotContaining("state");
    }

    @Test
    void maintenancePageIsCleanedAndCut() {
        answer(
                503,
                "<html><style>body{color:red}</style><body><h1>Maintenance</h1>" + "x".repeat(5000) + "</body></html>");

        assertThatThrownBy(() -> executor(RetryPolicy.none()).get(get(), Repeat.READ))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("Maintenance xxx")
                .hasMessageContaining("web page")
                .hasMessageNotContaining("color")
                .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(600));
    }

    @Test
    void tokenQuotedByTheServiceStaysOutOfTheMessage() {
        answer(400, "{\"status\":400,\"message\":\"bad token eyJhbGciOiJSUzI1NiJ9.eyJleHAiOjE3OTAwMDAwMDB9.c2ln\"}");

        assertThatThrownBy(() -> calls.get(get(), Repeat.READ))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("bad token (token)")
                .hasMessageNotContaining("eyJ");
    }

    @Test
    void requestThatCannotBeWrittenIsTheCallersMistake() {
        CreateDataSetRequest request = CreateDataSetRequest.builder()
                .name("x")
                .schema(Schema.builder()
                        .columns(List.of(Column.builder()
                                .name("a")
                                .type(ColumnType.UNKNOWN)
                                .build()))
                        .build())
                .build();

        assertThatThrownBy(() -> calls.get(rest.dataSets().createDataSet(request), Repeat.UNSENT_ONLY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("UNKNOWN");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void cancelledCallIsNotSentAgain() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();

        assertThatThrownBy(() -> calls.run(part(), Repeat.PART, cancellation))
                .isInstanceOf(DomoIoException.class)
                .hasMessageContaining("cancelled");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void interruptEndsTheCallAndStaysSet() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> calls.get(get(), Repeat.READ))
                    .isInstanceOf(DomoIoException.class)
                    .hasMessageContaining("interrupted");
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void failureToStoreIsNotBlamedOnTheNetwork() {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "text/csv")
                .body("1\n")
                .build());

        assertThatThrownBy(() -> calls.stream(rest.dataSets().exportData("d1", true, null), body -> {
                    throw new LocalIoException("disk full", new IOException("no space"));
                }))
                .isInstanceOf(DomoIoException.class)
                .hasMessage("disk full");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void untrustedCertificateIsNotTriedAgain() throws IOException {
        HandshakeCertificates stranger = new HandshakeCertificates.Builder()
                .heldCertificate(new HeldCertificate.Builder()
                        .addSubjectAlternativeName("localhost")
                        .build())
                .build();
        try (MockWebServer secure = new MockWebServer()) {
            secure.useHttps(stranger.sslSocketFactory());
            secure.start();
            DomoRest tls = rest(URI.create("https://localhost:" + secure.getPort()));

            DomoIoException e = catchThrowableOfType(
                    DomoIoException.class, () -> calls.get(tls.dataSets().getDataSet("d1"), Repeat.READ));

            assertThat(e.surelyNotSent()).isTrue();
            assertThat(e).hasMessageContaining("trust store").hasMessageNotContaining("attempts");
        }
    }

    private Call<DataSet> get() {
        return rest.dataSets().getDataSet("d1");
    }

    private Call<Execution> post() {
        return rest.streams()
                .createExecution(3L, CreateExecutionRequest.builder().build());
    }

    private Call<Execution> part() {
        return rest.streams().uploadPart(1L, 2L, 3L, RequestBody.create("1\n", MediaType.get("text/csv")), null);
    }

    private void answer(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }

    private static MockResponse page() {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "text/html;charset=utf-8")
                .body("<html><title>Please log in</title></html>")
                .build();
    }

    private CallExecutor executor(RetryPolicy policy) {
        return new CallExecutor(renewal, policy, new Random(42), timing);
    }

    private DomoRest rest(URI url) {
        return DomoRest.create(url, new HttpCalls(http, () -> "bearer token" + tokens.get(), "test/1"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

package io.github.domojvm.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.domojvm.auth.ClientCredentials;
import io.github.domojvm.error.AuthenticationException;
import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.error.DomoException;
import io.github.domojvm.internal.call.CallExecutor;
import io.github.domojvm.internal.call.CallSettings;
import io.github.domojvm.internal.call.FakeTiming;
import io.github.domojvm.internal.call.Observation;
import io.github.domojvm.internal.call.Timing;
import io.github.domojvm.internal.call.TokenRenewal;
import io.github.domojvm.internal.http.HttpCalls;
import io.github.domojvm.internal.http.HttpLimits;
import io.github.domojvm.observe.CallListener;
import io.github.domojvm.rest.DomoRest;
import io.github.domojvm.retry.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessTokensTest {
    private final FakeTiming timing = new FakeTiming();
    private final OkHttpClient http = HttpCalls.prepare(new OkHttpClient(), HttpLimits.NONE, System::nanoTime);
    private MockWebServer server;

    @BeforeEach
    void start() throws IOException {
        server = new MockWebServer();
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
        http.connectionPool().evictAll();
    }

    @Test
    void requestsATokenWithBasicAuthAndSpaceSeparatedScopes() throws InterruptedException {
        enqueueToken("marker-token-a", 3599);

        assertThat(tokens("data user").get()).isEqualTo("Bearer marker-token-a");

        RecordedRequest request = server.takeRequest();
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getTarget()).isEqualTo("/oauth/token");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo(Credentials.basic("id", "marker-secret"));
        assertThat(request.getBody().utf8()).isEqualTo("grant_type=client_credentials&scope=data+user");
    }

    @Test
    void requestsNoScopeByDefault() throws InterruptedException {
        enqueueToken("marker-token-a", 3599);

        tokens(null).get();

        assertThat(server.takeRequest().getBody().utf8()).isEqualTo("grant_type=client_credentials");
    }

    @Test
    void reusesTheTokenForMostOfItsLifetime() {
        enqueueToken("marker-token-a", 3600);
        enqueueToken("marker-token-b", 3600);
        AccessTokens tokens = tokens(null);
        tokens.get();

        timing.pass(Duration.ofMinutes(54));
        assertThat(tokens.get()).isEqualTo("Bearer marker-token-a");
        timing.pass(Duration.ofMinutes(2));
        assertThat(tokens.get()).isEqualTo("Bearer marker-token-b");
    }

    @Test
    void failedEarlyRenewalPreservesTheValidToken() {
        enqueueToken("marker-token-a", 3600);
        for (int i = 0; i < 3; i++) {
            server.enqueue(new MockResponse.Builder().code(500).build());
        }
        enqueueToken("marker-token-b", 3600);
        AccessTokens tokens = tokens(null);
        tokens.get();

        timing.pass(Duration.ofMinutes(57));
        assertThat(tokens.get()).isEqualTo("Bearer marker-token-a");
        assertThat(tokens.get()).isEqualTo("Bearer marker-token-a");
        assertThat(server.getRequestCount()).isEqualTo(4);
        timing.pass(Duration.ofMinutes(3));
        assertThat(tokens.get()).isEqualTo("Bearer marker-token-b");
    }

    @Test
    void reusesAShortLivedTokenForMostOfItsLifetime() {
        enqueueToken("marker-token-a", 20);
        enqueueToken("marker-token-b", 20);
        AccessTokens tokens = tokens(null);
        tokens.get();

        timing.pass(Duration.ofSeconds(14));
        assertThat(tokens.get()).isEqualTo("Bearer marker-token-a");
        timing.pass(Duration.ofSeconds(5));
        assertThat(tokens.get()).isEqualTo("Bearer marker-token-b");
    }

    @Test
    void sixteenThreadsWithARejectedTokenShareOneRequest() throws Exception {
        enqueueToken("marker-token-a", 3600);
        enqueueToken("marker-token-b", 3600);
        AccessTokens tokens = tokens(null);
        String old = tokens.get();

        List<String> renewed = runConcurrently(16, () -> {
            assertThat(tokens.renew(old)).isTrue();
            return tokens.get();
        });

        assertThat(renewed).hasSize(16).containsOnly("Bearer marker-token-b");
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void threadsThatWaitForARejectedRequestShareItsException() throws Exception {
        CountDownLatch requested = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                requested.countDown();
                release.await();
                return new MockResponse.Builder()
                        .code(401)
                        .body("{\"status\":401,\"message\":\"Bad credentials\",\"toe\":\"T1\"}")
                        .build();
            }
        });
        AccessTokens tokens = tokens(null);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Future<String>> waiting = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                waiting.add(pool.submit(tokens::get));
            }
            requested.await();
            while (tokens.waiting() < 7) {
                Thread.onSpinWait();
            }
            release.countDown();
            for (Future<String> thread : waiting) {
                assertThatThrownBy(() -> thread.get())
                        .hasRootCauseInstanceOf(AuthenticationException.class)
                        .hasMessageContaining("Bad credentials");
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void rejectedCredentialsAreReportedWithoutTheSecret() {
        server.enqueue(new MockResponse.Builder()
                .code(401)
                .body(
                        "{\"status\":401,\"statusReason\":\"Unauthorized\",\"message\":\"Bad credentials\",\"toe\":\"T1\"}")
                .build());

        assertThatThrownBy(() -> tokens("data").get())
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("Bad credentials")
                .hasMessageContaining("client id")
                .hasMessageContaining("(data)")
                .hasMessageNotContaining("marker-secret");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void rejectsAResponseWithoutAToken() {
        server.enqueue(new MockResponse.Builder().body("{\"error\":\"later\"}").build());

        assertThatThrownBy(() -> tokens(null).get()).isInstanceOf(DomoDataException.class);
    }

    @Test
    void doesNotShowTheTokenOfAMalformedResponse() {
        server.enqueue(new MockResponse.Builder()
                .body("{\"access_token\":\"OPAQUE-MARKER-TOKEN\",")
                .build());

        assertThatThrownBy(() -> tokens(null).get())
                .isInstanceOf(DomoDataException.class)
                .hasMessageNotContaining("MARKER")
                .hasNoCause();
    }

    @Test
    void acceptsAnExcessiveLifetime() {
        enqueueToken("marker-token-a", 9_999_999_999_999L);
        AccessTokens tokens = tokens(null);

        assertThat(tokens.get()).isEqualTo("Bearer marker-token-a");
        assertThat(tokens.get()).isEqualTo("Bearer marker-token-a");
    }

    @Test
    void retriesAfterAServerError() {
        server.enqueue(new MockResponse.Builder().code(503).build());
        enqueueToken("marker-token-a", 3600);

        assertThat(tokens(null).get()).isEqualTo("Bearer marker-token-a");
    }

    @Test
    void repeatedServerErrorsAreReported() {
        for (int i = 0; i < 3; i++) {
            server.enqueue(new MockResponse.Builder().code(503).build());
        }

        assertThatThrownBy(() -> tokens(null).get())
                .isInstanceOf(DomoException.class)
                .hasMessageContaining("503");
    }

    @Test
    void interruptWhileWaitingForATokenIsPreserved() {
        AccessTokens tokens = tokens(null);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(tokens::get).hasMessageContaining("Nothing was sent");
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void interruptOfTheRequestingThreadDoesNotAffectTheThreadsThatWait() throws Exception {
        CountDownLatch requested = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                if (requested.getCount() > 0) {
                    requested.countDown();
                    ended.await();
                }
                return new MockResponse.Builder()
                        .body("{\"access_token\":\"marker-token-a\",\"token_type\":\"bearer\",\"expires_in\":3600}")
                        .build();
            }
        });
        AccessTokens tokens = tokens(null, Timing.SYSTEM);
        ExecutorService pool = Executors.newSingleThreadExecutor();
        List<String> failure = new ArrayList<>();
        Thread requesting = new Thread(() -> {
            try {
                tokens.get();
            } catch (DomoException e) {
                failure.add(e.getMessage());
            }
        });
        requesting.start();
        requested.await();
        Future<String> waiting = pool.submit(tokens::get);
        while (tokens.waiting() < 1) {
            Thread.onSpinWait();
        }

        requesting.interrupt();
        requesting.join();

        assertThat(failure).singleElement().asString().contains("POST /oauth/token was interrupted");
        assertThat(waiting.get()).isEqualTo("Bearer marker-token-a");
        ended.countDown();
        pool.shutdown();
    }

    private void enqueueToken(String value, long seconds) {
        server.enqueue(new MockResponse.Builder()
                .body("{\"access_token\":\"" + value + "\",\"token_type\":\"bearer\",\"expires_in\":" + seconds + "}")
                .build());
    }

    private AccessTokens tokens(String scopes) {
        return tokens(scopes, timing);
    }

    private AccessTokens tokens(String scopes, Timing timing) {
        BasicCredentials basic = new BasicCredentials(() -> ClientCredentials.of("id", "marker-secret"));
        return new AccessTokens(
                DomoRest.create(
                                server.url("/").uri(),
                                new HttpCalls(http, basic, Map.of("User-Agent", "test/1"), () -> false))
                        .authentication(),
                new CallExecutor(
                        TokenRenewal.NONE,
                        new CallSettings(RetryPolicy.defaults()).with(CallSettings.Purpose.TOKEN),
                        new Random(42),
                        timing,
                        new Observation(new CallListener() {})),
                basic,
                scopes,
                timing,
                new Observation(new CallListener() {}));
    }

    private static List<String> runConcurrently(int threads, java.util.concurrent.Callable<String> task)
            throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CountDownLatch start = new CountDownLatch(threads);
            List<Future<String>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(() -> {
                    start.countDown();
                    start.await();
                    return task.call();
                }));
            }
            List<String> results = new ArrayList<>();
            for (Future<String> thread : running) {
                results.add(thread.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}

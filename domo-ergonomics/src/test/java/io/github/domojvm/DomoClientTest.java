package io.github.domojvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.domojvm.auth.ClientCredentials;
import io.github.domojvm.error.AuthenticationException;
import io.github.domojvm.error.PermissionException;
import io.github.domojvm.internal.call.FakeTiming;
import io.github.domojvm.rest.model.DataSet;
import io.github.domojvm.retry.RetryPolicy;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.Fault;
import io.github.domojvm.schema.SchemaBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomoClientTest {
    private static DomoSandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = DomoSandbox.builder()
                .client("all", "marker-secret")
                .client("poor", "marker-secret", "user")
                .start();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void createsAClientFromTheEnvironment() {
        Map<String, String> environment = Map.of(
                "DOMO_CLIENT_ID", "all",
                "DOMO_CLIENT_SECRET", " marker-secret\n",
                "DOMO_API_URL", sandbox.url().toString(),
                "DOMO_SCOPES", "data, user");

        try (DomoClient domo = DomoClient.fromEnvironment(environment)) {
            assertThat(domo.dataSets().list().toList()).isNotNull();
        }
    }

    @Test
    void missingSecretInTheEnvironmentIsReportedByName() {
        assertThatThrownBy(() -> DomoClient.fromEnvironment(Map.of("DOMO_CLIENT_ID", "all")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("DOMO_CLIENT_SECRET is not set");
    }

    @Test
    void sixteenThreadsWithAnExpiredTokenShareOneTokenRequest() throws Exception {
        try (DomoClient domo = client().build()) {
            domo.dataSets().list().toList();
            long before = tokenRequests();
            sandbox.expireTokens();
            ExecutorService pool = Executors.newFixedThreadPool(16);
            try {
                CountDownLatch start = new CountDownLatch(16);
                List<Future<List<DataSet>>> running = new ArrayList<>();
                for (int i = 0; i < 16; i++) {
                    running.add(pool.submit(() -> {
                        start.countDown();
                        start.await();
                        return domo.dataSets().list().toList();
                    }));
                }
                for (Future<List<DataSet>> call : running) {
                    assertThat(call.get()).isNotNull();
                }
            } finally {
                pool.shutdownNow();
            }
            assertThat(tokenRequests() - before).isEqualTo(1);
        }
    }

    @Test
    void rejectedCredentialsAreReportedWithoutTheSecret() {
        try (DomoClient domo =
                client().credentials("all", "wrong-marker-secret").build()) {
            assertThatThrownBy(() -> domo.dataSets().get("x"))
                    .isInstanceOf(AuthenticationException.class)
                    .hasMessageContaining("POST /oauth/token failed with status 401")
                    .hasMessageContaining("Check the client id")
                    .hasMessageNotContaining("marker-secret");
        }
    }

    @Test
    void exceptionContainsTheMissingScope() {
        try (DomoClient domo = client().credentials("poor", "marker-secret").build()) {
            assertThatThrownBy(() -> domo.dataSets().get("x"))
                    .isInstanceOfSatisfying(
                            PermissionException.class,
                            e -> assertThat(e.missingScope()).contains("data"));
        }
    }

    @Test
    void generatedCallsHaveAuthenticationRetriesAndExceptions() {
        Fault readFault = sandbox.faults().add(Fault.on("GET", "/v1/datasets").respond(503, ""));
        Fault createFault =
                sandbox.faults().add(Fault.on("POST", "/v1/datasets").respond(503, ""));
        try (DomoClient domo = client().timing(new FakeTiming()).build()) {
            RestAccess rest = domo.rest();

            assertThat(rest.execute(rest.api().dataSets().listDataSets(1, 0, null, null)))
                    .isNotNull();
            assertThat(sandbox.faults().fired(readFault)).isEqualTo(1);
            assertThatThrownBy(() -> rest.execute(rest.api()
                            .dataSets()
                            .createDataSet(io.github.domojvm.rest.model.CreateDataSetRequest.builder()
                                    .name("n")
                                    .schema(SchemaBuilder.builder()
                                            .stringColumn("a")
                                            .build())
                                    .build())))
                    .hasMessageContaining("503");
            assertThat(sandbox.faults().fired(createFault)).isEqualTo(1);
            assertThat(rest.list(50, (limit, offset) -> rest.api().dataSets().listDataSets(limit, offset, null, null))
                            .toList())
                    .isNotNull();
        }
    }

    @Test
    void closeLeavesACustomHttpClientOpen() {
        OkHttpClient http = new OkHttpClient();
        client().httpClient(http).build().close();

        assertThat(http.dispatcher().executorService().isShutdown()).isFalse();
        try (DomoClient domo = client().httpClient(http).userAgent("nightly/1").build()) {
            assertThat(domo.dataSets().list().toList()).isNotNull();
        }
        http.dispatcher().executorService().shutdown();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://api.domo.com", "http://127.0.0.1.evil.example", "http://10.0.0.1:8080"})
    void rejectsCleartextToAnotherHostUnlessAllowed(String url) {
        assertThatThrownBy(() -> client().apiUrl(url).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("https");
        client().apiUrl(url).allowCleartext().build().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:1", "http://127.0.0.1:1", "http://[::1]:1", "https://api.domo.com"})
    void acceptsLoopbackAndTls(String url) {
        client().apiUrl(url).build().close();
        assertThat(client().apiUrl(url)).isNotNull();
    }

    @Test
    void rejectsInvalidSettings() {
        assertThatThrownBy(() -> DomoClient.builder().build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("credentials");
        assertThatThrownBy(() -> client().apiUrl("api.domo.com")).hasMessageContaining("https://");
        assertThatThrownBy(() -> client().apiUrl("https://ada:marker-word@api.domo.com"))
                .hasMessageContaining("must not contain a user or a password")
                .hasMessageNotContaining("marker-word");
        assertThatThrownBy(() -> client().connectTimeout(Duration.ZERO)).hasMessageContaining("connectTimeout");
        assertThatThrownBy(() -> client().idleTimeout(Duration.ofSeconds(-1))).hasMessageContaining("idleTimeout");
        assertThatThrownBy(() -> ClientCredentials.of(" ", "s")).hasMessageContaining("clientId");
        assertThatThrownBy(() -> ClientCredentials.of("i", "")).hasMessageContaining("clientSecret");
        assertThatThrownBy(() -> RetryPolicy.builder().readAttempts(0)).hasMessageContaining("readAttempts");
        assertThatThrownBy(() -> RetryPolicy.builder().maxDelay(Duration.ofSeconds(-1)))
                .hasMessageContaining("maxDelay");
    }

    @Test
    void credentialsDoNotPrintTheSecret() {
        ClientCredentials credentials = ClientCredentials.of("id", "marker-secret");

        assertThat(credentials)
                .hasToString("ClientCredentials{id=id, secret=(secret)}")
                .isEqualTo(ClientCredentials.of("id", "marker-secret"))
                .hasSameHashCodeAs(ClientCredentials.of("id", "marker-secret"))
                .isNotEqualTo(ClientCredentials.of("id", "other"));
    }

    @Test
    void acceptsEverySettingOfTheRetryPolicy() {
        RetryPolicy policy = RetryPolicy.builder()
                .readAttempts(2)
                .partAttempts(3)
                .unsentAttempts(4)
                .baseDelay(Duration.ofMillis(1))
                .throttledBaseDelay(Duration.ofMillis(2))
                .maxDelay(Duration.ofMillis(3))
                .maxRetryAfter(Duration.ofMillis(4))
                .budget(5)
                .build();

        try (DomoClient domo = client().retryPolicy(policy)
                .connectTimeout(Duration.ofMinutes(1))
                .idleTimeout(Duration.ofMinutes(1))
                .scopes("data")
                .build()) {
            assertThat(domo.dataSets().find("x")).isEmpty();
        }
        assertThat(policy.baseDelay()).isEqualTo(Duration.ofMillis(1));
    }

    private static DomoClientBuilder client() {
        return DomoClient.builder().apiUrl(sandbox.url().toString()).credentials("all", "marker-secret");
    }

    private static long tokenRequests() {
        return sandbox.requests().stream()
                .filter(request -> request.path().equals("/oauth/token"))
                .count();
    }
}

package io.github.domojvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.domojvm.error.AuthenticationException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.retry.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** An {@code OkHttpClient} that the caller provides. */
class CustomHttpClientTest extends TransportFixture {
    @Test
    void usesItsInterceptorsAndItsConnectionPool() throws Exception {
        enqueueToken();
        enqueueDataSet();
        List<String> seen = new ArrayList<>();
        OkHttpClient http = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    seen.add(chain.request().url().encodedPath());
                    return chain.proceed(chain.request());
                })
                .build();

        try (DomoClient domo = client().httpClient(http).build()) {
            domo.dataSets().get("7b1c");
        }

        assertThat(seen).containsExactly("/oauth/token", "/v1/datasets/7b1c");
        assertThat(http.connectionPool().connectionCount()).isEqualTo(1);
        http.connectionPool().evictAll();
    }

    @Test
    void ignoresItsAuthenticator() {
        enqueueToken();
        enqueueStatus(401);
        enqueueToken();
        enqueueStatus(401);
        OkHttpClient http = new OkHttpClient.Builder()
                .authenticator((route, response) -> response.request()
                        .newBuilder()
                        .header("Authorization", "Basic other")
                        .build())
                .build();

        try (DomoClient domo = client().httpClient(http).build()) {
            assertThatExceptionOfType(AuthenticationException.class)
                    .isThrownBy(() -> domo.dataSets().get("7b1c"));
        }
        assertThat(server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void timeoutsOfTheBuilderOverrideItsTimeouts() {
        enqueueToken();
        server.enqueue(new MockResponse.Builder()
                .headersDelay(50, java.util.concurrent.TimeUnit.SECONDS)
                .build());
        OkHttpClient http =
                new OkHttpClient.Builder().readTimeout(Duration.ZERO).build();

        try (DomoClient domo = client().httpClient(http)
                .idleTimeout(Duration.ofMillis(300))
                .connectTimeout(Duration.ofSeconds(5))
                .retryPolicy(RetryPolicy.none())
                .build()) {
            assertThatExceptionOfType(DomoIoException.class)
                    .isThrownBy(() -> domo.dataSets().get("7b1c"));
        }
        assertThat(http.readTimeoutMillis()).isZero();
    }
}

package io.github.domojvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.domojvm.retry.RetryPolicy;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

/** An HTTP proxy without TLS: the test server acts as both the proxy and the service. */
class CleartextProxyTest extends TransportFixture {
    @Test
    void authenticatesWithTheProxy() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .code(407)
                .addHeader("Proxy-Authenticate", "Basic realm=\"proxy\"")
                .build());
        enqueueToken();
        enqueueDataSet();

        try (DomoClient domo = DomoClient.builder()
                .credentials("id", "marker-secret")
                .apiUrl("http://api.example.invalid")
                .allowCleartext()
                .proxy(server.getHostName(), server.getPort(), "ada", "pier")
                .build()) {
            assertThat(domo.dataSets().get("7b1c").name()).isEqualTo("Tides");
        }

        server.takeRequest();
        RecordedRequest second = server.takeRequest();
        assertThat(second.getHeaders().get("Proxy-Authorization")).isEqualTo("Basic YWRhOnBpZXI=");
        assertThat(second.getUrl().host()).isEqualTo("api.example.invalid");
    }

    @Test
    void stopsWhenTheProxyRejectsThePassword() throws Exception {
        for (int i = 0; i < 30; i++) {
            enqueueStatus(407);
        }

        try (DomoClient domo = DomoClient.builder()
                .credentials("id", "marker-secret")
                .apiUrl("http://api.example.invalid")
                .allowCleartext()
                .retryPolicy(RetryPolicy.none())
                .proxy(server.getHostName(), server.getPort(), "ada", "wrong-password")
                .build()) {
            assertThatExceptionOfType(io.github.domojvm.error.DomoException.class)
                    .isThrownBy(() -> domo.dataSets().get("7b1c"))
                    .satisfies(e -> assertThat(e.toString()).doesNotContain("wrong-password"));
        }
        assertThat(server.getRequestCount()).isEqualTo(2);
    }
}

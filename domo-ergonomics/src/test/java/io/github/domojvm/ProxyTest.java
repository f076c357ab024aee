package io.github.domojvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.internal.call.FakeTiming;
import io.github.domojvm.retry.RetryPolicy;
import java.io.IOException;
import java.net.ServerSocket;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;

/** A proxy for HTTPS: the test server acts as the proxy and, inside the tunnel, as the service. */
class ProxyTest extends TransportFixture {
    private final HandshakeCertificates certificates = certificates();

    @Override
    void prepareServer() {
        server.useHttps(certificates.sslSocketFactory());
    }

    @Test
    void sendsUserAndPasswordOnlyToTheProxy() throws Exception {
        enqueueTunnel(200);
        enqueueToken();
        enqueueDataSet();

        try (DomoClient domo = throughProxy("ada", "marker-password").build()) {
            assertThat(domo.dataSets().get("7b1c").name()).isEqualTo("Tides");
        }

        assertThat(authorization(server.takeRequest())).isEqualTo("Basic YWRhOm1hcmtlci1wYXNzd29yZA==");
        RecordedRequest token = server.takeRequest();
        assertThat(token.getUrl()).hasToString("https://localhost/oauth/token");
        assertThat(authorization(token)).isNull();
        assertThat(authorization(server.takeRequest())).isNull();
    }

    @Test
    void rejectedPasswordFailsImmediatelyAndIsNotShown() throws Exception {
        enqueueTunnel(407);

        try (DomoClient domo =
                throughProxy("ada", "marker-password").timing(new FakeTiming()).build()) {
            assertThatExceptionOfType(DomoIoException.class)
                    .isThrownBy(() -> domo.dataSets().get("7b1c"))
                    .withMessageContaining("valid user and password")
                    .satisfies(e -> assertThat(e.requestNotSent()).isTrue())
                    .satisfies(e -> assertThat(e.toString() + e.getCause()).doesNotContain("marker-password"));
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void replacingTheProxyDropsItsUser() {
        enqueueTunnel(407);

        try (DomoClient domo = throughProxy("ada", "marker-password")
                .proxy(server.getHostName(), server.getPort())
                .build()) {
            assertThatExceptionOfType(DomoIoException.class)
                    .isThrownBy(() -> domo.dataSets().get("7b1c"));
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void unreachableProxyIsReported() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        try (DomoClient domo = client().apiUrl("https://domo.example")
                .proxy("127.0.0.1", free)
                .retryPolicy(RetryPolicy.none())
                .build()) {
            assertThatExceptionOfType(DomoIoException.class)
                    .isThrownBy(() -> domo.dataSets().get("7b1c"))
                    .withMessageContaining("Nothing listens at the proxy for domo.example");
        }
    }

    @Test
    void rejectsAnInvalidProxyPort() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DomoClient.builder().proxy("proxy", 70_000))
                .withMessageContaining("70000");
    }

    private DomoClientBuilder throughProxy(String user, String password) {
        return client().apiUrl("https://localhost")
                .tls(certificates.sslContext(), certificates.trustManager())
                .proxy(server.getHostName(), server.getPort(), user, password);
    }

    private void enqueueTunnel(int status) {
        MockResponse.Builder response = new MockResponse.Builder().code(status).inTunnel();
        if (status == 407) {
            response.addHeader("Proxy-Authenticate", "Basic realm=\"company\"");
        }
        server.enqueue(response.build());
    }

    private static String authorization(RecordedRequest request) {
        return request.getHeaders().get("Proxy-Authorization");
    }

    private static HandshakeCertificates certificates() {
        HeldCertificate certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .build();
        return new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .addTrustedCertificate(certificate.certificate())
                .build();
    }
}

package io.github.domojvm.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.internal.http.HttpCalls;
import io.github.domojvm.internal.http.HttpLimits;
import io.github.domojvm.rest.DomoRest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import mockwebserver3.MockWebServer;
import okhttp3.CertificatePinner;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;

/** The advice in messages about a certificate depends on its fault. */
class CertificateAdviceTest extends CallFixture {
    private static final String TRUST = "trust(";

    private final HeldCertificate authority =
            new HeldCertificate.Builder().certificateAuthority(0).build();

    @Test
    void expiredCertificateDoesNotSuggestTrustingIt() throws IOException {
        DomoIoException e = failure("localhost", Instant.EPOCH, Instant.EPOCH.plusSeconds(3600));

        assertThat(e)
                .hasMessageContaining("certificate of localhost has expired")
                .hasMessageContaining("clock")
                .hasMessageNotContaining(TRUST);
        assertThat(e.requestNotSent()).isTrue();
    }

    @Test
    void certificateThatIsNotYetValidSuggestsCheckingTheClock() throws IOException {
        Instant later = Instant.now().plusSeconds(30L * 24 * 3600);

        assertThat(failure("localhost", later, later.plusSeconds(3600)))
                .hasMessageContaining("certificate of localhost is not yet valid")
                .hasMessageContaining("clock")
                .hasMessageNotContaining(TRUST);
    }

    @Test
    void certificateOfAnotherHostSuggestsCheckingTheUrl() throws IOException {
        Instant now = Instant.now();

        assertThat(failure("elsewhere.example", now.minusSeconds(3600), now.plusSeconds(3600)))
                .hasMessageContaining("certificate is not valid for the host localhost")
                .hasMessageContaining("URL")
                .hasMessageNotContaining(TRUST);
    }

    @Test
    void certificateThatIsNotPinnedSuggestsCheckingThePins() throws IOException {
        Instant now = Instant.now();
        OkHttpClient pinned = client().newBuilder()
                .certificatePinner(new CertificatePinner.Builder()
                        .add("localhost", "sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
                        .build())
                .build();

        assertThat(failure(pinned, "localhost", now.minusSeconds(3600), now.plusSeconds(3600)))
                .hasMessageContaining("pin")
                .hasMessageNotContaining(TRUST);
    }

    private DomoIoException failure(String name, Instant from, Instant to) throws IOException {
        return failure(client(), name, from, to);
    }

    private DomoIoException failure(OkHttpClient client, String name, Instant from, Instant to) throws IOException {
        HeldCertificate certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName(name)
                .signedBy(authority)
                .validityInterval(from.toEpochMilli(), to.toEpochMilli())
                .build();
        HandshakeCertificates keys =
                new HandshakeCertificates.Builder().heldCertificate(certificate).build();
        try (MockWebServer secure = new MockWebServer()) {
            secure.useHttps(keys.sslSocketFactory());
            secure.start();
            DomoRest tls = DomoRest.create(
                    URI.create("https://localhost:" + secure.getPort()),
                    new HttpCalls(client, () -> "bearer marker-token", Map.of(), () -> false));

            DomoIoException e = catchThrowableOfType(
                    DomoIoException.class, () -> calls.get(tls.dataSets().getDataSet("d1")));

            assertThat(e).isNotNull().hasMessageNotContaining("attempts");
            return e;
        } finally {
            client.connectionPool().evictAll();
        }
    }

    private OkHttpClient client() {
        HandshakeCertificates trusted = new HandshakeCertificates.Builder()
                .addTrustedCertificate(authority.certificate())
                .build();
        return HttpCalls.prepare(
                new OkHttpClient.Builder()
                        .sslSocketFactory(trusted.sslSocketFactory(), trusted.trustManager())
                        .build(),
                HttpLimits.NONE,
                System::nanoTime);
    }
}

package io.github.domojvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.domojvm.error.DomoIoException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificate authorities in addition to those of the JVM. */
class TrustTest extends TransportFixture {
    private final HeldCertificate authority = new HeldCertificate.Builder()
            .certificateAuthority(0)
            .commonName("Company")
            .build();

    @TempDir
    Path folder;

    @Override
    void prepareServer() {
        HeldCertificate leaf = new HeldCertificate.Builder()
                .signedBy(authority)
                .addSubjectAlternativeName("localhost")
                .addSubjectAlternativeName("127.0.0.1")
                .build();
        server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(leaf, authority.certificate())
                .build()
                .sslSocketFactory());
    }

    @Test
    void trustsAnAdditionalAuthorityFromPemOrKeyStore() throws Exception {
        Path pem = Files.writeString(folder.resolve("company.pem"), authority.certificatePem());
        Path store = folder.resolve("company.p12");
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setCertificateEntry("company", authority.certificate());
        try (var out = Files.newOutputStream(store)) {
            keys.store(out, "changeit".toCharArray());
        }

        for (DomoClientBuilder builder :
                List.of(DomoClient.builder().trust(pem), DomoClient.builder().trust(store, "changeit"))) {
            enqueueToken();
            enqueueDataSet();
            try (DomoClient domo = builder.credentials("id", "marker-secret")
                    .apiUrl(server.url("/").toString())
                    .build()) {
                assertThat(domo.dataSets().get("7b1c").name()).isEqualTo("Tides");
            }
        }
        try (DomoClient untrusting = DomoClient.builder()
                .credentials("id", "marker-secret")
                .apiUrl(server.url("/").toString())
                .build()) {
            assertThatExceptionOfType(DomoIoException.class)
                    .isThrownBy(() -> untrusting.dataSets().get("7b1c"))
                    .withMessageContaining("not trusted");
        }
    }

    @Test
    void rejectsUnreadableAuthorities() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.pem"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> DomoClient.builder().trust(empty))
                .withMessageContaining("no certificate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DomoClient.builder().trust(folder.resolve("missing.p12"), "s3cret"))
                .withMessageContaining("missing.p12")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cret"));
    }
}

package io.github.domojvm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
    private static final String PASSWORD = "changeit";

    @Test
    void servesTlsToClientsThatTrustTheCertificate(@TempDir Path folder) throws Exception {
        Path keyStore = keyStore(folder);
        try (DomoSandbox sandbox = DomoSandbox.builder().tls(keyStore, PASSWORD).start()) {
            assertThat(sandbox.url()).hasScheme("https");
            HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.url() + "/v1/datasets"))
                    .build();

            HttpClient trusting =
                    HttpClient.newBuilder().sslContext(trusting(keyStore)).build();
            assertThat(trusting.send(request, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(403);
            assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, BodyHandlers.ofString()))
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void rejectsAnUnusableKeyStore(@TempDir Path folder) throws Exception {
        Path keyStore = keyStore(folder);
        Path noStore = Files.writeString(folder.resolve("text.p12"), "no keys");
        Path noKey = folder.resolve("empty.p12");
        KeyStore empty = KeyStore.getInstance("PKCS12");
        empty.load(null, null);
        try (OutputStream out = Files.newOutputStream(noKey)) {
            empty.store(out, PASSWORD.toCharArray());
        }
        DomoSandboxBuilder builder = DomoSandbox.builder();

        for (Path unusable : List.of(folder.resolve("none.p12"), noStore, noKey)) {
            assertThatThrownBy(() -> builder.tls(unusable, PASSWORD))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("keyStore: ")
                    .hasMessageContaining(unusable.toString());
        }
        assertThatThrownBy(() -> builder.tls(keyStore, "wr0ng"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("keyStore: ")
                .hasMessageNotContaining("wr0ng");
    }

    @Test
    void toStringOmitsThePassword(@TempDir Path folder) throws Exception {
        assertThat(TlsKeys.read(keyStore(folder), PASSWORD).toString()).doesNotContain(PASSWORD);
    }

    private static SSLContext trusting(Path keyStore) throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("sandbox", keys.getCertificate("sandbox"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static Path keyStore(Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "sandbox",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=ip:127.0.0.1,dns:localhost",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor()).isZero();
        return file;
    }
}

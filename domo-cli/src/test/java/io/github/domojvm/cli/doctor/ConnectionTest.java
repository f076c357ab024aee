package io.github.domojvm.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.domojvm.cli.ChildJvm;
import io.github.domojvm.cli.Cli;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.Fault;
import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests what {@code domo doctor} reports about the connection to the host. */
class ConnectionTest {
    private static final String SECRET = Examination.SECRET;
    private static final String PAGE = "<html><body><h1>Sign in</h1></body></html>";

    @TempDir
    Path folder;

    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.builder()
            .client("loader", SECRET)
            .client("reader", SECRET, "user", "buzz")
            .start();

    @Test
    void reportsAConnectionThatIsRefused() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        Cli.Ending doctor = Examination.failed(cli().with("DOMO_API_URL", "http://127.0.0.1:" + free));

        assertThat(doctor.out())
                .contains(
                        "ok    DNS",
                        "FAIL  TCP                 127.0.0.1:" + free,
                        "firewall",
                        "-     TLS",
                        "-     Token");
    }

    @Test
    void reportsAnUnknownHostAndAProxyVariableThatJavaIgnores() {
        Cli.Ending doctor = Examination.failed(cli().with("DOMO_API_URL", "https://domo.invalid")
                .with("HTTPS_PROXY", "http://me:" + SECRET + "@proxy.invalid:3128"));

        assertThat(doctor.out())
                .contains(
                        "FAIL  DNS                 cannot resolve domo.invalid",
                        "warn  Proxy               none; Java ignores the variable HTTPS_PROXY",
                        "-Dhttps.proxyHost=HOST");
    }

    @Test
    void reportsBothReasonsWhenCredentialsAreMissingAndTheServiceCannotBeReached() {
        Cli.Ending doctor = Examination.failed(new Cli().with("DOMO_API_URL", "https://domo.invalid"));

        assertThat(doctor.out())
                .contains("not checked: client id or secret is not set, and the service cannot be reached");
    }

    @Test
    void reportsAServiceThatClosesTheConnection() {
        sandbox.faults().add(Fault.on("GET", "/").always().dropConnection());
        assertThat(Examination.failed(cli()).out()).contains("FAIL  HTTP", "no response");

        sandbox.faults().clear();
        sandbox.faults().add(Fault.on("POST", "/oauth/token").always().dropConnection());
        assertThat(Examination.failed(cli()).out()).contains("FAIL  Token", "no response");
    }

    @Test
    void warnsAboutAClockThatDiffersFromTheService() {
        sandbox.faults().add(Fault.on("GET", "/").respond(404, "{}", "Date", "Tue, 03 Mar 2020 10:00:00 GMT"));
        assertThat(Examination.examine(cli()).out()).contains("warn  Clock", "ahead of the service's clock", "NTP");

        sandbox.faults().add(Fault.on("GET", "/").respond(404, "{}", "Date", "Fri, 03 Mar 2119 10:00:00 GMT"));
        assertThat(Examination.examine(cli()).out()).contains("warn  Clock", "behind the service's clock");
    }

    @Test
    void reportsTheIssuerOfACertificateThatIsNotTrusted() throws Exception {
        Path keys = KeyPairFile.create(folder.resolve("k.p12"), "CN=Proxy CA,O=Acme Corp", "-validity", "2");
        try (DomoSandbox secure = secure(keys)) {
            Cli.Ending doctor =
                    Examination.failed(cli().with("DOMO_API_URL", secure.url().toString()));

            assertThat(doctor.out())
                    .contains(
                            "FAIL  TLS", "issued by 'Proxy CA, Acme Corp'", "not a public authority", "trustStore=FILE")
                    .contains("-     Token");
            assertThat(secure.requests()).isEmpty();
        }
    }

    @Test
    void reportsAnExpiredCertificate() throws Exception {
        Path keys = KeyPairFile.create(
                folder.resolve("k.p12"), "CN=old,O=DigiCert", "-startdate", "2020/01/01", "-validity", "2");
        try (DomoSandbox secure = secure(keys)) {
            Cli.Ending doctor =
                    Examination.failed(cli().with("DOMO_API_URL", secure.url().toString()));

            assertThat(doctor.out()).contains("FAIL  TLS", "valid until 2020-01-03", "certificate has expired");
        }
    }

    @Test
    void reportsAPortThatDoesNotServeTls() {
        Cli.Ending doctor = Examination.failed(
                cli().with("DOMO_API_URL", sandbox.url().toString().replace("http:", "https:")));

        assertThat(doctor.out()).contains("FAIL  TLS", "The server presented no certificate");
    }

    @Test
    void warnsAboutACertificateFromACustomTrustStore() throws Exception {
        Path keys = KeyPairFile.create(folder.resolve("k.p12"), "CN=Proxy CA,O=Acme Corp", "-validity", "500");
        try (DomoSandbox secure = secure(keys)) {
            Map<String, String> environment = new HashMap<>(cli().environment);
            environment.put("DOMO_API_URL", secure.url().toString());
            // The trust store is set for the entire JVM, so that a separate one is needed.
            environment.put(
                    "JAVA_TOOL_OPTIONS",
                    "-Djavax.net.ssl.trustStore=" + keys + " -Djavax.net.ssl.trustStorePassword="
                            + KeyPairFile.PASSWORD);
            try (ChildJvm child = ChildJvm.start(environment, "doctor")) {
                String out = child.output();

                assertThat(child.exitCode()).as(out).isZero();
                assertThat(out)
                        .contains(
                                "warn  TLS",
                                "issued by 'Proxy CA, Acme Corp'",
                                "company's proxy has probably",
                                "ok    Scope data",
                                "All checks passed, with 1 warning.")
                        .doesNotContain(SECRET);
            }
        }
    }

    @Test
    void recognizesPublicAuthoritiesAndWarnsBeforeTheirCertificatesExpire() throws Exception {
        Path keys = KeyPairFile.create(folder.resolve("k.p12"), "CN=api.test,O=Amazon", "-validity", "100");
        KeyStore store = KeyStore.getInstance(keys.toFile(), KeyPairFile.PASSWORD.toCharArray());
        X509Certificate certificate = (X509Certificate) store.getCertificate("server");
        Certificates certificates = new Certificates();
        assertThatThrownBy(() -> certificates.checkServerTrusted(new X509Certificate[] {certificate}, "ECDHE_ECDSA"))
                .isInstanceOf(CertificateException.class);
        StringWriter out = new StringWriter();
        Checkup checkup = Cli.checkup(out);

        certificates.report(checkup, "api.test", Instant.now());
        certificates.report(checkup, "api.test", Instant.now().plus(Duration.ofDays(95)));
        certificates.reportFailure(checkup, "api.test", new IOException("no name matches"), Instant.now());
        new Certificates().report(checkup, "api.test", Instant.now());

        assertThat(out.toString())
                .containsSubsequence(
                        "ok    TLS                 certificate of 'api.test, Amazon', issued by 'api.test, Amazon'",
                        "warn  TLS",
                        "expires soon",
                        "FAIL  TLS",
                        "no name matches",
                        "belongs to api.test",
                        "warn  TLS                 the server presented no certificate");
    }

    @Test
    void recognizesTheHostOfAnInstanceAndReportsTheProxyInUse() {
        ProxySelector before = ProxySelector.getDefault();
        ProxySelector.setDefault(ProxySelector.of(
                InetSocketAddress.createUnresolved("127.0.0.1", sandbox.url().getPort())));
        try {
            // The sandbox acts as the proxy, and the page as the response of the instance behind it.
            sandbox.faults().add(Fault.on("*", "/**").always().respond(200, PAGE, "Content-Type", "text/html"));

            Cli.Ending doctor =
                    Examination.failed(cli().with("DOMO_API_URL", "http://acme.domo.com"), "--allow-cleartext");

            assertThat(doctor.out())
                    .contains(
                            "warn  DOMO_API_URL        http://acme.domo.com (environment) is the host of an instance",
                            "ok    DNS                 the proxy 127.0.0.1 resolves to",
                            "ok    TCP                 the proxy 127.0.0.1:"
                                    + sandbox.url().getPort(),
                            "warn  TLS                 not used: the secret and all rows are sent unencrypted",
                            "ok    Proxy               127.0.0.1:"
                                    + sandbox.url().getPort(),
                            "FAIL  Token");
        } finally {
            ProxySelector.setDefault(before);
        }
    }

    private static DomoSandbox secure(Path keys) {
        return DomoSandbox.builder()
                .client("loader", SECRET)
                .tls(keys, KeyPairFile.PASSWORD)
                .start();
    }

    private Cli cli() {
        return Cli.against(sandbox);
    }
}

package io.github.domojvm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.Fault;
import io.github.domojvm.sandbox.SeenRequest;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctorCommandTest {
    private static final String SECRET = "marker-of-a-secret";
    private static final String PAGE = "<html><body><h1>Sign in</h1></body></html>";

    @TempDir
    Path folder;

    private DomoSandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = DomoSandbox.builder()
                .client("loader", SECRET)
                .client("reader", SECRET, "user", "buzz")
                .start();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void findsAllWell() {
        Cli.Ending doctor = examine(cli());

        assertThat(doctor.exitCode()).as(doctor.out()).isZero();
        assertThat(doctor.out().lines().filter(line -> !line.isEmpty()))
                .allMatch(line -> line.startsWith("ok    ") || line.equals("All is well."));
        assertThat(doctor.out())
                .containsSubsequence(
                        "Java ",
                        Runtime.version().toString(),
                        "Libraries",
                        "okhttp-jvm-5",
                        "DOMO_CLIENT_ID      loader (environment)",
                        "DOMO_CLIENT_SECRET  set (environment)",
                        "DOMO_SCOPES         not set",
                        "DOMO_API_URL        " + sandbox.url() + " (environment)",
                        "DNS                 127.0.0.1 is 127.0.0.1",
                        "TCP                 127.0.0.1:",
                        "TLS                 none: http to this machine",
                        "Clock               within 60 s",
                        "Proxy               none",
                        "Token               the client loader is accepted",
                        "Scopes              granted: data user",
                        "Scope data          opens DataSets",
                        "GET /v1/datasets was answered 200",
                        "Scope user",
                        "GET /v1/users was answered 200",
                        "GET /v1/pages was answered 200",
                        "GET /v1/audit was answered 200",
                        "GET /v1/accounts was answered 200",
                        "GET /v1/projects was answered 200",
                        "All is well.");
        assertThat(sandbox.requests())
                .filteredOn(request -> request.path().startsWith("/v1/"))
                .extracting(SeenRequest::method)
                .containsOnly("GET");
        assertThat(sandbox.requests())
                .filteredOn(request -> request.path().startsWith("/v1/"))
                .extracting(SeenRequest::query)
                .allMatch(query -> query.contains("limit=1"));
    }

    @Test
    void tellsWhichFileASettingComesFrom() throws IOException {
        Path file = folder.resolve("credentials");
        Files.writeString(file, "DOMO_CLIENT_SECRET=" + SECRET + "\nDOMO_SCOPES=data, user\n");
        Path own = Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        Cli.Ending doctor = examine(cli().with("DOMO_CLIENT_SECRET", "other"), "--credentials", own.toString());

        assertThat(doctor.exitCode()).as(doctor.out()).isZero();
        assertThat(doctor.out())
                .contains(
                        "DOMO_CLIENT_ID      loader (environment)",
                        "DOMO_CLIENT_SECRET  set (file " + own + ")",
                        "DOMO_SCOPES         data, user (file " + own + ")",
                        "granted: data user, as DOMO_SCOPES asks");
        Path shared = Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(failed(cli(), "--credentials", shared.toString()).out()).contains("FAIL  Settings", "chmod 600");
    }

    @Test
    void tellsThatTheSecretIsWrong() {
        Cli.Ending doctor = failed(cli().with("DOMO_CLIENT_SECRET", SECRET + "-wrong"));

        assertThat(doctor.out())
                .contains(
                        "FAIL  Token",
                        "401: the client loader is not accepted",
                        "-> Check id and secret",
                        "-     Scopes",
                        "1 check failed");
    }

    @Test
    void tellsWhatIsNotSet() {
        Cli.Ending doctor = failed(new Cli().with("DOMO_API_URL", sandbox.url().toString()));

        assertThat(doctor.out())
                .contains(
                        "FAIL  DOMO_CLIENT_ID      not set",
                        "FAIL  DOMO_CLIENT_SECRET  not set",
                        "developer.domo.com",
                        "FAIL  Client",
                        "ok    TCP");
        assertThat(sandbox.requests()).extracting(SeenRequest::path).doesNotContain("/oauth/token");
    }

    @Test
    void tellsThatNothingListens() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        Cli.Ending doctor = failed(cli().with("DOMO_API_URL", "http://127.0.0.1:" + free));

        assertThat(doctor.out())
                .contains(
                        "ok    DNS",
                        "FAIL  TCP                 127.0.0.1:" + free,
                        "firewall",
                        "-     TLS",
                        "-     Token");
    }

    @Test
    void tellsThatTheHostIsNotThereAndThatJavaReadsNoProxyVariable() {
        Cli.Ending doctor = failed(cli().with("DOMO_API_URL", "https://domo.invalid")
                .with("HTTPS_PROXY", "http://me:" + SECRET + "@proxy.invalid:3128"));

        assertThat(doctor.out())
                .contains(
                        "FAIL  DNS                 domo.invalid cannot be found",
                        "warn  Proxy               none, though HTTPS_PROXY is set",
                        "-Dhttps.proxyHost=HOST");
    }

    @Test
    void tellsAnInstanceByItsPage() {
        sandbox.faults().add(Fault.on("*", "/**").always().answer(200, PAGE, "Content-Type", "text/html"));

        assertThat(failed(cli()).out())
                .contains("FAIL  Token", "answered 200 with a web page, not with a token", "host of an instance");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            429 | {}                            | busy or in maintenance
            503 | {}                            | busy or in maintenance
            404 | {}                            | Check DOMO_API_URL
            302 | {}                            | Check DOMO_API_URL
            200 | {}                            | Check DOMO_API_URL
            200 | {"access_token":7             | Check DOMO_API_URL
            400 | {"error":"invalid_scope"}     | Leave DOMO_SCOPES out
            403 | {}                            | Check id and secret
            """)
    void tellsWhatEachAnswerOfTheTokenServiceMeans(int status, String body, String mend) {
        sandbox.faults().add(Fault.on("POST", "/oauth/token").always().answer(status, body));

        assertThat(failed(cli()).out()).contains("FAIL  Token", "answered " + status, mend);
    }

    @Test
    void tellsThatTheServiceHangsUp() {
        sandbox.faults().add(Fault.on("*", "/**").always().dropConnection());
        assertThat(failed(cli()).out()).contains("FAIL  HTTP", "no answer");

        sandbox.faults().clear();
        sandbox.faults().add(Fault.on("POST", "/oauth/token").always().dropConnection());
        assertThat(failed(cli()).out()).contains("FAIL  Token", "no answer");
    }

    @Test
    void listsScopesThatAreMissingAndReadsByThoseThatAreThere() {
        Cli.Ending doctor = examine(cli().with("DOMO_CLIENT_ID", "reader"));

        assertThat(doctor.exitCode()).as(doctor.out()).isZero();
        assertThat(doctor.out())
                .contains(
                        "warn  Scopes              granted: user buzz; missing: data (DataSets",
                        "workflow (Projects, Tasks)",
                        "tick its scope",
                        "ok    Scope user",
                        "ok    Scope buzz          opens Buzz",
                        "All is well, with 1 warning.")
                .doesNotContain("Scope data");
    }

    @Test
    void failsWhenAScopeIsAskedForThatTheClientDoesNotHave() {
        Cli.Ending doctor = failed(cli().with("DOMO_CLIENT_ID", "reader").with("DOMO_SCOPES", "user data"));

        assertThat(doctor.out()).contains("FAIL  Token", "does not have all scopes of DOMO_SCOPES (user data)");
    }

    @Test
    void failsWhenAGrantedScopeOpensNothing() {
        sandbox.faults().add(Fault.on("GET", "/v1/users").always().answer(403, "{\"message\":\"no\"}"));
        sandbox.faults().add(Fault.on("GET", "/v1/pages").always().answer(400, "{\"message\":\"odd\"}"));

        assertThat(failed(cli()).out())
                .contains("FAIL  Scope user", "may lack the right", "FAIL  Scope dashboard", "odd", "2 checks failed");
    }

    @Test
    void failsWhenTheTokenTellsOfNoScope() {
        sandbox.faults()
                .add(Fault.on("POST", "/oauth/token").always().answer(200, "{\"access_token\":\"" + SECRET + "\"}"));

        assertThat(failed(cli()).out()).contains("FAIL  Scopes              the token tells of none");
    }

    @Test
    void warnsOfAClockThatIsOff() {
        sandbox.faults().add(Fault.on("GET", "/").answer(404, "{}", "Date", "Tue, 03 Mar 2020 10:00:00 GMT"));
        assertThat(examine(cli()).out()).contains("warn  Clock", "ahead of the service's", "NTP");

        sandbox.faults().add(Fault.on("GET", "/").answer(404, "{}", "Date", "Fri, 03 Mar 2119 10:00:00 GMT"));
        assertThat(examine(cli()).out()).contains("warn  Clock", "behind the service's");
    }

    @Test
    void sendsNoSecretReadablyAndShowsNoneOfAUrl() {
        Cli.Ending readable = failed(cli().with("DOMO_API_URL", "http://domo.invalid"));
        Cli.Ending allowed = failed(cli().with("DOMO_API_URL", "http://domo.invalid"), "--allow-cleartext");
        Cli.Ending inUrl = failed(cli().with("DOMO_API_URL", "https://me:" + SECRET + "@domo.invalid?k=" + SECRET));

        assertThat(readable.out()).contains("FAIL  Client", "would cross the network readable", "--allow-cleartext");
        assertThat(allowed.out())
                .contains("warn  --allow-cleartext", "FAIL  DNS")
                .doesNotContain("FAIL  Client");
        assertThat(inUrl.out()).contains("https://domo.invalid (environment)");
        assertThat(failed(cli().with("DOMO_API_URL", "api.domo.com")).out()).contains("no http or https URL");
        assertThat(failed(cli().with("DOMO_API_URL", "ht tp:")).out()).contains("no http or https URL");
    }

    @Test
    void warnsOfAQuoteThatBelongsToTheShell() {
        Cli.Ending doctor = failed(cli().with("DOMO_CLIENT_ID", "'loader'"));

        assertThat(doctor.out()).contains("warn  DOMO_CLIENT_ID", "begins with a quote");
    }

    @Test
    void tellsWhoIssuedACertificateThatIsNotTrusted() throws Exception {
        Path keys = KeyPairFile.create(folder.resolve("k.p12"), "CN=Proxy CA,O=Acme Corp", "-validity", "2");
        try (DomoSandbox secure = secure(keys)) {
            Cli.Ending doctor = failed(cli().with("DOMO_API_URL", secure.url().toString()));

            assertThat(doctor.out())
                    .contains("FAIL  TLS", "issued by 'Proxy CA, Acme Corp'", "no public authority", "trustStore=FILE")
                    .contains("-     Token");
            assertThat(secure.requests()).isEmpty();
        }
    }

    @Test
    void tellsThatACertificateHasExpired() throws Exception {
        Path keys = KeyPairFile.create(
                folder.resolve("k.p12"), "CN=old,O=DigiCert", "-startdate", "2020/01/01", "-validity", "2");
        try (DomoSandbox secure = secure(keys)) {
            Cli.Ending doctor = failed(cli().with("DOMO_API_URL", secure.url().toString()));

            assertThat(doctor.out()).contains("FAIL  TLS", "good until 2020-01-03", "It has expired");
        }
    }

    @Test
    void tellsThatAPortSpeaksNoTls() {
        Cli.Ending doctor =
                failed(cli().with("DOMO_API_URL", sandbox.url().toString().replace("http:", "https:")));

        assertThat(doctor.out()).contains("FAIL  TLS", "No certificate was shown");
    }

    @Test
    void tellsOfCertificatesThatTheJvmWasToldToTrust() throws Exception {
        assertThat(trusting("CN=Proxy CA,O=Acme Corp", "500"))
                .contains("warn  TLS", "issued by 'Proxy CA, Acme Corp'", "company's proxy has probably");
        assertThat(trusting("CN=127.0.0.1,O=Amazon", "2")).contains("warn  TLS", "about to expire");
        assertThat(trusting("CN=127.0.0.1,O=Amazon", "500")).contains("ok    TLS", "'127.0.0.1, Amazon'");
    }

    /** A trust store is one JVM's, so that it takes another one. */
    private String trusting(String name, String days) throws Exception {
        Path keys = KeyPairFile.create(folder.resolve(name.hashCode() + days + ".p12"), name, "-validity", days);
        try (DomoSandbox secure = secure(keys)) {
            Map<String, String> environment = new HashMap<>(cli().environment);
            environment.put("DOMO_API_URL", secure.url().toString());
            environment.put(
                    "JAVA_TOOL_OPTIONS",
                    "-Djavax.net.ssl.trustStore=" + keys + " -Djavax.net.ssl.trustStorePassword="
                            + KeyPairFile.PASSWORD);
            try (ChildJvm child = ChildJvm.start(environment, "doctor")) {
                String out = child.output();
                assertThat(child.exitCode()).as(out).isZero();
                assertThat(out).contains("All is well").doesNotContain(SECRET);
                return out;
            }
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

    private static Cli.Ending failed(Cli cli, String... options) {
        Cli.Ending doctor = examine(cli, options);
        assertThat(doctor.exitCode()).as(doctor.out()).isEqualTo(1);
        return doctor;
    }

    private static Cli.Ending examine(Cli cli, String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "doctor";
        System.arraycopy(options, 0, arguments, 1, options.length);
        Cli.Ending doctor = cli.run(arguments);
        assertThat(doctor.out() + doctor.err()).doesNotContain(SECRET, "Bearer", "Basic ");
        return doctor;
    }
}

package io.github.domojvm.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.cli.Cli;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.Fault;
import io.github.domojvm.sandbox.RecordedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctorCommandTest {
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
    void allChecksPassAgainstASandbox() {
        Cli.Ending doctor = Examination.examine(cli());

        assertThat(doctor.exitCode()).as(doctor.out()).isZero();
        assertThat(doctor.out().lines().filter(line -> !line.isEmpty()))
                .allMatch(line -> line.startsWith("ok    ") || line.equals("All checks passed."));
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
                        "DNS                 127.0.0.1 resolves to 127.0.0.1",
                        "TCP                 127.0.0.1:",
                        "TLS                 not used: http to this machine",
                        "Clock               within 60 s",
                        "Proxy               none",
                        "Token               client loader accepted",
                        "Scopes              granted: data user",
                        "Scope data          covers DataSets",
                        "GET /v1/datasets returned status 200",
                        "Scope user",
                        "GET /v1/users returned status 200",
                        "GET /v1/pages returned status 200",
                        "GET /v1/audit returned status 200",
                        "GET /v1/accounts returned status 200",
                        "GET /v1/projects returned status 200",
                        "All checks passed.");
        assertThat(sandbox.requests())
                .filteredOn(request -> request.path().startsWith("/v1/"))
                .extracting(RecordedRequest::method)
                .containsOnly("GET");
        assertThat(sandbox.requests())
                .filteredOn(request -> request.path().startsWith("/v1/"))
                .extracting(RecordedRequest::query)
                .allMatch(query -> query.contains("limit=1"));
    }

    @Test
    void reportsTheFileThatASettingComesFrom() throws IOException {
        Path file = folder.resolve("credentials");
        Files.writeString(file, "DOMO_CLIENT_SECRET=" + SECRET + "\nDOMO_SCOPES=data, user\n");
        Path own = Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        Cli.Ending doctor =
                Examination.examine(cli().with("DOMO_CLIENT_SECRET", "other"), "--credentials", own.toString());

        assertThat(doctor.exitCode()).as(doctor.out()).isZero();
        assertThat(doctor.out())
                .contains(
                        "DOMO_CLIENT_ID      loader (environment)",
                        "DOMO_CLIENT_SECRET  set (file " + own + ")",
                        "DOMO_SCOPES         data, user (file " + own + ")",
                        "granted: data user, as set in DOMO_SCOPES");
        Path shared = Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(Examination.failed(cli(), "--credentials", shared.toString()).out())
                .contains("FAIL  Settings", "chmod 600");
    }

    @Test
    void reportsAWrongSecret() {
        Cli.Ending doctor = Examination.failed(cli().with("DOMO_CLIENT_SECRET", SECRET + "-wrong"));

        assertThat(doctor.out())
                .contains(
                        "FAIL  Token",
                        "status 401: the client loader was rejected with this secret",
                        "-> Check the client id and secret",
                        "-     Scopes",
                        "1 check failed");
    }

    @Test
    void reportsSettingsThatAreNotSet() {
        Cli.Ending doctor =
                Examination.failed(new Cli().with("DOMO_API_URL", sandbox.url().toString()));

        assertThat(doctor.out())
                .contains(
                        "FAIL  DOMO_CLIENT_ID      not set",
                        "FAIL  DOMO_CLIENT_SECRET  not set",
                        "developer.domo.com",
                        "ok    TCP",
                        "-     Token               not checked: client id or secret is not set");
        assertThat(sandbox.requests()).extracting(RecordedRequest::path).doesNotContain("/oauth/token");
    }

    @Test
    void recognizesTheLoginPageOfAnInstance() {
        sandbox.faults().add(Fault.on("*", "/**").always().respond(200, PAGE, "Content-Type", "text/html"));

        assertThat(Examination.failed(cli()).out())
                .contains(
                        "FAIL  Token", "returned status 200 with a web page instead of a token", "host of an instance");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            429 | {}                            | busy or in maintenance
            503 | {}                            | busy or in maintenance
            404 | {}                            | Check DOMO_API_URL
            302 | {}                            | Check DOMO_API_URL
            200 | {}                            | Check DOMO_API_URL
            200 | {"access_token":7             | Check DOMO_API_URL
            400 | {"error":"invalid_scope"}     | Unset DOMO_SCOPES
            403 | {}                            | Check the client id and secret
            """)
    void explainsEachResponseOfTheTokenService(int status, String body, String fix) {
        sandbox.faults().add(Fault.on("POST", "/oauth/token").always().respond(status, body));

        assertThat(Examination.failed(cli()).out()).contains("FAIL  Token", "returned status " + status, fix);
    }

    @Test
    void listsMissingScopesAndReadsWithGrantedScopes() {
        Cli.Ending doctor = Examination.examine(cli().with("DOMO_CLIENT_ID", "reader"));

        assertThat(doctor.exitCode()).as(doctor.out()).isZero();
        assertThat(doctor.out())
                .contains(
                        "warn  Scopes              granted: user buzz; missing: data (DataSets",
                        "workflow (Projects, Tasks)",
                        "select it for the client",
                        "ok    Scope user",
                        "ok    Scope buzz          covers Buzz",
                        "All checks passed, with 1 warning.")
                .doesNotContain("Scope data");
    }

    @Test
    void failsWhenARequestedScopeIsNotGranted() {
        Cli.Ending doctor =
                Examination.failed(cli().with("DOMO_CLIENT_ID", "reader").with("DOMO_SCOPES", "user data"));

        assertThat(doctor.out()).contains("FAIL  Token", "does not have all scopes of DOMO_SCOPES (user data)");
    }

    @Test
    void failsWhenAReadWithAGrantedScopeFails() {
        sandbox.faults().add(Fault.on("GET", "/v1/users").always().respond(403, "{\"message\":\"no\"}"));
        sandbox.faults().add(Fault.on("GET", "/v1/pages").always().respond(400, "{\"message\":\"odd\"}"));

        assertThat(Examination.failed(cli()).out())
                .contains(
                        "FAIL  Scope user",
                        "may lack the permission",
                        "FAIL  Scope dashboard",
                        "odd",
                        "2 checks failed");
    }

    @Test
    void failsWhenTheTokenResponseContainsNoScopes() {
        sandbox.faults()
                .add(Fault.on("POST", "/oauth/token").always().respond(200, "{\"access_token\":\"" + SECRET + "\"}"));

        assertThat(Examination.failed(cli()).out())
                .contains("FAIL  Scopes              the token response contains no scopes");
    }

    @Test
    void sendsNoSecretUnencryptedAndPrintsNoSecretFromAUrl() {
        Cli.Ending cleartext = Examination.failed(cli().with("DOMO_API_URL", "http://domo.invalid"));
        Cli.Ending allowed = Examination.failed(cli().with("DOMO_API_URL", "http://domo.invalid"), "--allow-cleartext");
        Cli.Ending inUrl =
                Examination.failed(cli().with("DOMO_API_URL", "https://me:" + SECRET + "@domo.invalid?k=" + SECRET));

        assertThat(cleartext.out())
                .contains("FAIL  Client", "would cross the network unencrypted", "--allow-cleartext");
        assertThat(allowed.out())
                .contains("warn  --allow-cleartext", "FAIL  DNS")
                .doesNotContain("FAIL  Client");
        assertThat(inUrl.out()).contains("https://domo.invalid (environment)");
        assertThat(Examination.failed(cli().with("DOMO_API_URL", "api.domo.com"))
                        .out())
                .contains("not an http or https URL");
        assertThat(Examination.failed(cli().with("DOMO_API_URL", "ht tp:")).out())
                .contains("not an http or https URL");
    }

    @Test
    void warnsAboutAValueThatBeginsWithAQuote() {
        Cli.Ending doctor = Examination.failed(cli().with("DOMO_CLIENT_ID", "'loader'"));

        assertThat(doctor.out()).contains("warn  DOMO_CLIENT_ID", "begins with a quote");
    }

    private Cli cli() {
        return Cli.against(sandbox);
    }
}

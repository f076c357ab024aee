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
    void findsAllWell() {
        Cli.Ending doctor = Examination.examine(cli());

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
                .extracting(RecordedRequest::method)
                .containsOnly("GET");
        assertThat(sandbox.requests())
                .filteredOn(request -> request.path().startsWith("/v1/"))
                .extracting(RecordedRequest::query)
                .allMatch(query -> query.contains("limit=1"));
    }

    @Test
    void tellsWhichFileASettingComesFrom() throws IOException {
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
                        "granted: data user, as DOMO_SCOPES asks");
        Path shared = Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(Examination.failed(cli(), "--credentials", shared.toString()).out())
                .contains("FAIL  Settings", "chmod 600");
    }

    @Test
    void tellsThatTheSecretIsWrong() {
        Cli.Ending doctor = Examination.failed(cli().with("DOMO_CLIENT_SECRET", SECRET + "-wrong"));

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
        Cli.Ending doctor =
                Examination.failed(new Cli().with("DOMO_API_URL", sandbox.url().toString()));

        assertThat(doctor.out())
                .contains(
                        "FAIL  DOMO_CLIENT_ID      not set",
                        "FAIL  DOMO_CLIENT_SECRET  not set",
                        "developer.domo.com",
                        "ok    TCP",
                        "-     Token               not checked: id or secret is not set");
        assertThat(sandbox.requests()).extracting(RecordedRequest::path).doesNotContain("/oauth/token");
    }

    @Test
    void tellsAnInstanceByItsPage() {
        sandbox.faults().add(Fault.on("*", "/**").always().respond(200, PAGE, "Content-Type", "text/html"));

        assertThat(Examination.failed(cli()).out())
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
        sandbox.faults().add(Fault.on("POST", "/oauth/token").always().respond(status, body));

        assertThat(Examination.failed(cli()).out()).contains("FAIL  Token", "answered " + status, mend);
    }

    @Test
    void listsScopesThatAreMissingAndReadsByThoseThatAreThere() {
        Cli.Ending doctor = Examination.examine(cli().with("DOMO_CLIENT_ID", "reader"));

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
        Cli.Ending doctor =
                Examination.failed(cli().with("DOMO_CLIENT_ID", "reader").with("DOMO_SCOPES", "user data"));

        assertThat(doctor.out()).contains("FAIL  Token", "does not have all scopes of DOMO_SCOPES (user data)");
    }

    @Test
    void failsWhenAGrantedScopeOpensNothing() {
        sandbox.faults().add(Fault.on("GET", "/v1/users").always().respond(403, "{\"message\":\"no\"}"));
        sandbox.faults().add(Fault.on("GET", "/v1/pages").always().respond(400, "{\"message\":\"odd\"}"));

        assertThat(Examination.failed(cli()).out())
                .contains("FAIL  Scope user", "may lack the right", "FAIL  Scope dashboard", "odd", "2 checks failed");
    }

    @Test
    void failsWhenTheTokenTellsOfNoScope() {
        sandbox.faults()
                .add(Fault.on("POST", "/oauth/token").always().respond(200, "{\"access_token\":\"" + SECRET + "\"}"));

        assertThat(Examination.failed(cli()).out()).contains("FAIL  Scopes              the token tells of none");
    }

    @Test
    void sendsNoSecretReadablyAndShowsNoneOfAUrl() {
        Cli.Ending readable = Examination.failed(cli().with("DOMO_API_URL", "http://domo.invalid"));
        Cli.Ending allowed = Examination.failed(cli().with("DOMO_API_URL", "http://domo.invalid"), "--allow-cleartext");
        Cli.Ending inUrl =
                Examination.failed(cli().with("DOMO_API_URL", "https://me:" + SECRET + "@domo.invalid?k=" + SECRET));

        assertThat(readable.out()).contains("FAIL  Client", "would cross the network readable", "--allow-cleartext");
        assertThat(allowed.out())
                .contains("warn  --allow-cleartext", "FAIL  DNS")
                .doesNotContain("FAIL  Client");
        assertThat(inUrl.out()).contains("https://domo.invalid (environment)");
        assertThat(Examination.failed(cli().with("DOMO_API_URL", "api.domo.com"))
                        .out())
                .contains("no http or https URL");
        assertThat(Examination.failed(cli().with("DOMO_API_URL", "ht tp:")).out())
                .contains("no http or https URL");
    }

    @Test
    void warnsOfAQuoteThatBelongsToTheShell() {
        Cli.Ending doctor = Examination.failed(cli().with("DOMO_CLIENT_ID", "'loader'"));

        assertThat(doctor.out()).contains("warn  DOMO_CLIENT_ID", "begins with a quote");
    }

    private Cli cli() {
        return Cli.against(sandbox);
    }
}

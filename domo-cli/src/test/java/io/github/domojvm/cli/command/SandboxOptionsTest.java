package io.github.domojvm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.DomoClient;
import io.github.domojvm.cli.ChildJvm;
import io.github.domojvm.cli.Cli;
import io.github.domojvm.cli.doctor.KeyPairFile;
import io.github.domojvm.rest.model.AccountType;
import io.github.domojvm.rest.model.AccountTypeProperty;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code domo sandbox} has an option for every setting of the sandbox, so that it serves programs in any language. */
class SandboxOptionsTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void setsClientsTokenLifetimeLimitsAndFaults() throws Exception {
        try (ChildJvm sandbox = ChildJvm.start(
                Map.of(),
                "sandbox",
                "--client=loader:s3cret:data,user",
                "--client=admin:other",
                "--token-lifetime=90s",
                "--commit-interval=15m",
                "--request-limit=4/1h",
                "--query-row-limit=1",
                "--fault={\"method\":\"GET\",\"path\":\"/oauth/token\",\"action\":\"respond\",\"status\":503}")) {
            String url = sandbox.after("  export DOMO_API_URL=");
            assertThat(sandbox.after("  export DOMO_CLIENT_ID=")).isEqualTo("loader");
            assertThat(sandbox.after("  export DOMO_CLIENT_SECRET=")).isEqualTo("s3cret");

            assertThat(token(url, "loader", "s3cret").statusCode()).isEqualTo(503);
            assertThat(token(url, "loader", "s3cret").body()).contains("\"expires_in\":90", "\"scope\":\"data user\"");
            assertThat(token(url, "admin", "other").body()).contains("audit");
            assertThat(token(url, "admin", "wrong").statusCode()).isEqualTo(401);
            assertThat(token(url, "admin", "other").statusCode()).isEqualTo(200);
            assertThat(token(url, "admin", "other").statusCode()).isEqualTo(429);
            assertThat(get(url + "/sandbox/faults", "loader", "s3cret").body()).contains("\"fired\":1");
        }
    }

    @Test
    void setsAccountTypesWithTheirRequiredProperties() throws Exception {
        try (ChildJvm sandbox =
                ChildJvm.start(Map.of(), "sandbox", "--account-type=mysql:host,user", "--account-type=ftp")) {
            Map<String, String> environment = Map.of(
                    "DOMO_API_URL", sandbox.after("  export DOMO_API_URL="),
                    "DOMO_CLIENT_ID", sandbox.after("  export DOMO_CLIENT_ID="),
                    "DOMO_CLIENT_SECRET", sandbox.after("  export DOMO_CLIENT_SECRET="));
            try (DomoClient domo = DomoClient.fromEnvironment(environment)) {
                assertThat(domo.accounts().listTypes())
                        .extracting(AccountType::id)
                        .containsExactly("mysql", "ftp");
                assertThat(domo.accounts()
                                .getType("mysql")
                                .templates()
                                .byDefault()
                                .properties())
                        .extracting(AccountTypeProperty::name)
                        .containsExactly("host", "user");
            }
        }
    }

    @Test
    void warnsAndUsesARandomSecretWhereOtherMachinesCanConnect() throws IOException {
        try (ChildJvm sandbox = ChildJvm.start(Map.of(), "sandbox", "--host", "0.0.0.0")) {
            assertThat(sandbox.after("  export DOMO_CLIENT_SECRET="))
                    .isNotEqualTo("sandbox-secret")
                    .hasSizeGreaterThan(20);
            sandbox.terminate();

            assertThat(sandbox.errors())
                    .contains("Warning: other machines can reach the sandbox at 0.0.0.0", "--tls-keystore");
        }
    }

    @Test
    void doesNotWarnOnLoopback() throws IOException {
        try (ChildJvm sandbox = ChildJvm.start(Map.of(), "sandbox")) {
            assertThat(sandbox.after("  export DOMO_CLIENT_SECRET=")).isEqualTo("sandbox-secret");
            sandbox.terminate();

            assertThat(sandbox.errors()).doesNotContain("Warning");
        }
    }

    @Test
    void servesHttpsWithAKeystore(@TempDir Path folder) throws Exception {
        Path keys = KeyPairFile.create(folder.resolve("keys.p12"), "CN=localhost");

        try (ChildJvm sandbox = ChildJvm.start(
                Map.of("DOMO_SANDBOX_KEYSTORE_PASSWORD", KeyPairFile.PASSWORD),
                "sandbox",
                "--tls-keystore",
                keys.toString())) {
            assertThat(sandbox.after("  export DOMO_API_URL=")).startsWith("https://127.0.0.1:");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--client=loader | ID:SECRET",
                "--client=:secret | ID:SECRET",
                "--request-limit=100 | write 100/1m",
                "--request-limit=0/1m | write 100/1m",
                "--request-limit=5/soon | is not a valid duration",
                "--fault={} | path: must begin with '/'",
                "--fault={\"path\":\"/v1/**\",\"action\":\"reset\",\"in\":\"request\"} | the sandbox cannot carry out",
            })
    void rejectsAnInvalidOption(String option, String message) {
        Cli.Ending sandbox = new Cli().run("sandbox", option);

        assertThat(sandbox.exitCode()).isEqualTo(2);
        assertThat(sandbox.err()).contains(option.substring(0, option.indexOf('=')), message);
    }

    @Test
    void rejectsAnUnknownScopeAndAnUnreadableKeystore() {
        assertThat(new Cli().run("sandbox", "--client=a:b:moon").err()).contains("moon");
        assertThat(new Cli()
                        .with("DOMO_SANDBOX_KEYSTORE_PASSWORD", "changeit")
                        .run("sandbox", "--tls-keystore=missing.p12")
                        .err())
                .contains("missing.p12")
                .doesNotContain("changeit");
    }

    private static HttpResponse<String> token(String url, String id, String secret) throws Exception {
        return get(url + "/oauth/token?grant_type=client_credentials", id, secret);
    }

    private static HttpResponse<String> get(String url, String id, String secret) throws Exception {
        String pair = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Authorization", "Basic " + pair)
                        .method("GET", BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }
}

package io.github.domojvm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Control of a sandbox over HTTP, for programs in other languages. */
class AdminTest {
    private static final String BUSY =
            "{\"method\":\"GET\",\"path\":\"/v1/groups\",\"action\":\"respond\",\"status\":503}";

    private static final String COUNTS = ",\"matched\":0,\"fired\":0,\"requests\":[]";

    private final SettableClock clock = new SettableClock();

    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.builder()
            .clock(clock)
            .commitDelay(Duration.ofMinutes(15))
            .tokenLifetime(Duration.ofDays(1))
            .faults(Fault.on("GET", "/v1/pages").respond(500, ""))
            .start();

    private final Caller caller = new Caller(sandbox);
    private String credentials;

    @BeforeEach
    void useTheFirstClient() {
        credentials = Caller.basic(sandbox.clientId(), sandbox.clientSecret());
    }

    @Test
    void addsListsAndClearsFaults() {
        Reply added = control("POST", "/faults", BUSY);
        assertThat(added.status()).isEqualTo(201);
        assertThat(caller.get("/v1/groups").status()).isEqualTo(503);
        assertThat(caller.get("/v1/groups").status()).isEqualTo(200);

        Reply listed = control("GET", "/faults", "");
        assertThat(listed.json()).hasSize(2);
        assertThat(listed.json().path(1))
                .hasToString("{\"method\":\"GET\",\"path\":\"/v1/groups\",\"nth\":1,\"times\":1,\"action\":\"respond\","
                        + "\"status\":503,\"body\":\"\",\"headers\":{},\"matched\":2,\"fired\":1,"
                        + "\"requests\":[\"GET /v1/groups\"]}");
        assertThat(control("DELETE", "/faults", "").status()).isEqualTo(204);
        assertThat(control("GET", "/faults", "").json()).isEmpty();
        assertThat(caller.get("/v1/pages").status()).isEqualTo(200);
    }

    @Test
    void listsFaultsAsTheyCanBeAddedAgain() {
        String always = "{\"path\":\"/v1/**\",\"nth\":2,\"always\":true,\"action\":\"perform-then-drop-connection\"}";
        control("DELETE", "/faults", "");
        control("POST", "/faults", always);
        String listed = control("GET", "/faults", "").json().path(0).toString().replace(COUNTS, "");

        assertThat(listed)
                .isEqualTo("{\"method\":\"*\",\"path\":\"/v1/**\",\"nth\":2,\"always\":true,"
                        + "\"action\":\"perform-then-drop-connection\"}");
        assertThat(Fault.fromJson(listed)).hasToString(Fault.fromJson(always).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"path\":\"/v1/users\",\"action\":\"explode\"} | action: must be one of [respond, perform-then-respond,",
                "{\"path\":\"/v1/users\",\"action\":\"respond\"} | status: must be 200 to 599",
                "{\"path\":\"/v1/users\",\"action\":\"respond\",\"state\":503} | 'state' is not a member of a fault",
                "{\"path\":\"users\",\"action\":\"drop-connection\"} | path: must begin with '/'",
                "{\"path\":\"/\",\"action\":\"drop-connection\",\"times\":\"two\"} | times: must be a whole number",
                "[] | must be an object",
                "{ | is not JSON"
            })
    void rejectsAnInvalidFaultWithTheMember(String fault, String message) {
        Reply rejected = control("POST", "/faults", fault);

        assertThat(rejected.status()).isEqualTo(400);
        assertThat(rejected.message()).contains(message);
    }

    @Test
    void advancesTheClock() {
        String execution = caller.upload(caller.newStream("APPEND"), "a,1\n");
        assertThat(caller.state(execution)).isEqualTo("ACTIVE");
        String before = control("GET", "/clock", "").json().path("now").asText();

        String after = control("POST", "/clock", "{\"advance\":\"PT15M\"}")
                .json()
                .path("now")
                .asText();

        assertThat(caller.state(execution)).isEqualTo("SUCCESS");
        assertThat(Duration.between(java.time.Instant.parse(before), java.time.Instant.parse(after)))
                .isEqualTo(Duration.ofMinutes(15));
        assertThat(control("POST", "/clock", "{\"advance\":\"-PT1S\"}").message())
                .contains("PT15M");
        assertThat(control("POST", "/clock", "{\"advance\":\"soon\"}").status()).isEqualTo(400);
    }

    @Test
    void resetRemovesObjectsAndRestoresTheFaultsOfTheStart() {
        String id = caller.newDataSet();
        caller.put("/v1/datasets/" + id + "/data", "a,1\n", "Content-Type", "text/csv");
        caller.post("/v1/datasets/query/execute/" + id, "{\"sql\":\"SELECT * FROM table\"}");
        caller.get("/v1/pages");
        control("POST", "/faults", BUSY);

        assertThat(control("POST", "/reset", "").status()).isEqualTo(204);

        assertThat(control("GET", "/requests", "").json()).isEmpty();
        assertThat(caller.get("/v1/datasets").json()).isEmpty();
        assertThat(caller.get("/v1/datasets/" + id).status()).isEqualTo(404);
        assertThat(caller.get("/v1/groups").status()).isEqualTo(200);
        assertThat(caller.get("/v1/pages").status()).isEqualTo(500);
        caller.newDataSet();
        assertThat(caller.get("/v1/datasets").json()).hasSize(1);
    }

    @Test
    void expiresTokens() {
        assertThat(control("POST", "/tokens/expire", "").status()).isEqualTo(204);

        assertThat(caller.get("/v1/groups").status()).isEqualTo(401);
    }

    @Test
    void listsRequestsWithoutSecrets() {
        caller.raw("GET", "/oauth/token?grant_type=client_credentials&client_secret=s3cret&scope=data", new byte[0]);
        caller.get("/v1/users?limit=5&offset=0");

        Reply listed = control("GET", "/requests", "");

        assertThat(listed.json().path(2))
                .hasToString(
                        "{\"method\":\"GET\",\"path\":\"/v1/users\",\"query\":\"limit=5&offset=0\",\"status\":200}");
        assertThat(listed.text())
                .contains("grant_type=client_credentials&client_secret=***&scope=data")
                .doesNotContain("s3cret", sandbox.clientSecret(), "/sandbox");
    }

    @ParameterizedTest
    @CsvSource({
        "sandbox-client, wrong, 401",
        "stranger, sandbox-secret, 401",
    })
    void requiresTheSecretOfTheFirstClient(String id, String secret, int status) {
        credentials = Caller.basic(id, secret);

        assertThat(control("POST", "/reset", "").status()).isEqualTo(status);
        assertThat(control("GET", "/nothing", "").status()).isEqualTo(status);
        assertThat(caller.post("/sandbox/reset", "").status()).isEqualTo(401);
        assertThat(caller.raw("GET", "/sandbox/requests", new byte[0]).status()).isEqualTo(401);
    }

    @Test
    void rejectsOtherClientsOfTheSandbox() {
        try (DomoSandbox two = DomoSandbox.builder()
                .client("first", "one")
                .client("second", "two", "data")
                .start()) {
            Caller other = new Caller(two);

            assertThat(other.raw("GET", "/sandbox/faults", new byte[0], "Authorization", Caller.basic("first", "one"))
                            .status())
                    .isEqualTo(200);
            assertThat(other.raw("GET", "/sandbox/faults", new byte[0], "Authorization", Caller.basic("second", "two"))
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void isNotSubjectToFaults() {
        control("POST", "/faults", "{\"path\":\"/**\",\"always\":true,\"action\":\"drop-connection\"}");

        assertThat(control("DELETE", "/faults", "").status()).isEqualTo(204);
    }

    @Test
    void respondsToUnknownRequestsLikeTheApi() {
        assertThat(control("GET", "/nothing", "").status()).isEqualTo(404);
        assertThat(control("PUT", "/faults", "").status()).isEqualTo(405);
        assertThat(control("GET", "", "").status()).isEqualTo(404);
    }

    private Reply control(String method, String path, String body) {
        return caller.raw(
                method, "/sandbox" + path, body.getBytes(StandardCharsets.UTF_8), "Authorization", credentials);
    }
}

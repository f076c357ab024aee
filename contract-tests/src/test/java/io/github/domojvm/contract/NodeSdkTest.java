package io.github.domojvm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.Fault;
import io.github.domojvm.sandbox.Quirk;
import io.github.domojvm.sandbox.RecordedRequest;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs Domo's official SDK for Node against the sandbox. The tests check one run of src/test/node/domo-sdk.js from both
 * sides.
 */
@EnabledIf(
        value = "io.github.domojvm.contract.Tools#haveNode",
        disabledReason = "Domo's SDK for Node requires Node 20 with npm, but this run uses Docker for the tools")
class NodeSdkTest {
    private static final Fault EXPIRED = Fault.on("POST", "/v1/groups")
            .respond(401, "", "WWW-Authenticate", "Bearer error=\"invalid_token\", error_description=\"Jwt expired\"");

    private static DomoSandbox sandbox;
    private static JsonNode results;

    @BeforeAll
    static void run(@TempDir Path folder) throws Exception {
        LoopbackCertificate certificate = LoopbackCertificate.create(folder);
        sandbox = DomoSandbox.builder()
                .tls(certificate.keyStore(), certificate.password())
                .quirk(Quirk.MISSING_TOKEN_RETURNS_401)
                .faults(EXPIRED)
                .start();
        ProcessBuilder node =
                Command.prepare(List.of("node", "--no-deprecation", "src/test/node/domo-sdk.js"), Folders.MODULE);
        node.environment().put("SANDBOX_HOST", sandbox.url().getAuthority());
        node.environment().put("SANDBOX_CLIENT_ID", sandbox.clientId());
        node.environment().put("SANDBOX_CLIENT_SECRET", sandbox.clientSecret());
        node.environment().put("NODE_EXTRA_CA_CERTS", certificate.pem().toString());
        Command.Outcome outcome = Command.run(node, Folders.log("node-sdk"));
        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        results = new ObjectMapper()
                .readTree(Arrays.stream(outcome.output().split("\n"))
                        .reduce((one, next) -> next)
                        .orElseThrow());
    }

    @AfterAll
    static void stop() {
        if (sandbox != null) {
            sandbox.close();
        }
    }

    @Test
    void usersAreCreatedUpdatedListedAndDeleted() {
        JsonNode users = results.get("users");

        assertThat(users.get("title").asText()).isEqualTo("Harbour pilot");
        assertThat(longs(users.get("listed")))
                .contains(users.get("id").asLong())
                .doesNotContain(users.get("deletedId").asLong());
        assertThat(users.at("/duplicate/status").asInt()).isEqualTo(409);
        assertThat(sandbox.requests()).contains(new RecordedRequest("POST", "/v1/users", "sendInvite=true", 201));
    }

    @Test
    void groupWithMembersCannotBeDeletedAndInactiveGroupAcceptsNoMembers() {
        JsonNode groups = results.get("groups");

        assertThat(longs(groups.get("members")))
                .containsExactly(results.at("/users/id").asLong());
        assertThat(groups.at("/notEmpty/status").asInt()).isEqualTo(400);
        assertThat(groups.at("/inactive/status").asInt()).isEqualTo(400);
        assertThat(groups.at("/renamed/name").asText()).isEqualTo("Harbour pilots");
        assertThat(groups.at("/renamed/active").asBoolean(true)).isFalse();
        assertThat(texts(groups.get("listed"))).contains("Harbour pilots");
        assertThat(groups.at("/deleted/status").asInt()).isEqualTo(404);
    }

    @Test
    void dataSetsAreImportedAndExported() {
        JsonNode dataSets = results.get("dataSets");

        assertThat(sandbox.rows(dataSets.get("id").asText()))
                .containsExactly(List.of("Leith", "12"), Arrays.asList("Ayr, old", null));
        assertThat(dataSets.get("exported").asText()).isEqualTo("harbour,berths\nLeith,12\n\"Ayr, old\",\n");
        assertThat(dataSets.get("updated").asText()).isEqualTo("Harbours of the coast");
        assertThat(dataSets.get("rows").asInt()).isEqualTo(2);
        assertThat(dataSets.at("/schema/columns/1/type").asText()).isEqualTo("LONG");
        assertThat(texts(dataSets.get("listed"))).containsExactly("Harbours of the coast");
        assertThat(dataSets.at("/deleted/status").asInt()).isEqualTo(404);
    }

    @Test
    void policiesAreListedInAdditionToTheDefaultPolicy() {
        JsonNode policies = results.get("policies");

        assertThat(policies.at("/created/type").asText()).isEqualTo("user");
        assertThat(policies.at("/got/filters/0/not").asBoolean()).isTrue();
        assertThat(longs(policies.at("/got/users")))
                .containsExactly(results.at("/users/id").asLong());
        assertThat(texts(policies.get("listed"))).containsExactly("All Rows", "Not Leith");
        assertThat(texts(policies.get("remaining"))).containsExactly("All Rows");
    }

    @Test
    void streamsAcceptPlainAndCompressedParts() {
        JsonNode streams = results.get("streams");

        assertThat(sandbox.rows(streams.get("dataSet").asText()))
                .containsExactly(List.of("Leith", "1"), List.of("Ayr", "2"), List.of("Wick", "3"));
        assertThat(longs(streams.get("found")))
                .containsExactly(streams.get("id").asLong());
        assertThat(streams.get("committed").asText()).isEqualTo("ACTIVE");
        assertThat(streams.get("done").asText()).isEqualTo("SUCCESS");
        assertThat(texts(streams.get("states"))).containsExactly("ABORTED", "ABORTED", "SUCCESS");
        assertThat(streams.get("updateMethod").asText()).isEqualTo("REPLACE");
        assertThat(longs(streams.get("listed"))).contains(streams.get("id").asLong());
        assertThat(streams.at("/deleted/status").asInt()).isEqualTo(404);
        assertThat(sandbox.rowCount(streams.get("spareDataSet").asText())).isZero();
    }

    @Test
    void anExpiredTokenIsRenewed() {
        assertThat(sandbox.faults().outstanding()).isEmpty();
        assertThat(sandbox.requests())
                .filteredOn(request -> request.path().equals("/oauth/token"))
                .extracting(RecordedRequest::method, RecordedRequest::status)
                .hasSize(2)
                .containsOnly(tuple("GET", 200));
    }

    private static List<Long> longs(JsonNode array) {
        return elements(array).map(JsonNode::asLong).toList();
    }

    private static List<String> texts(JsonNode array) {
        return elements(array).map(JsonNode::asText).toList();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}

package io.github.domojvm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamTest {
    private static final String APPENDING = "{\"dataSet\":" + Caller.CITIES + ",\"updateMethod\":\"APPEND\"}";

    private final SettableClock clock = new SettableClock();

    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.builder().clock(clock).start();

    private final Caller caller = new Caller(sandbox);

    @Test
    void createsStreamAndDataSet() {
        Reply reply = caller.post("/v1/streams/", APPENDING);

        assertThat(reply.status()).isEqualTo(201);
        JsonNode json = reply.json();
        assertThat(reply.header("Location"))
                .isEqualTo(sandbox.url() + "/v1/streams/" + json.path("id").asLong());
        assertThat(json.path("id").isIntegralNumber()).isTrue();
        assertThat(json.path("updateMethod").asText()).isEqualTo("APPEND");
        assertThat(json.path("createdAt").asText()).isEqualTo("2026-03-04T05:06:07Z");
        assertThat(json.path("modifiedAt").asText()).isEqualTo("2026-03-04T05:06:07.089Z");
        assertThat(json.path("dataSet").path("name").asText()).isEqualTo("Cities");
        assertThat(json.path("dataSet").has("schema")).isFalse();
        assertThat(json.has("keyColumnNames")).isFalse();
        assertThat(json.has("deleted")).isFalse();
        assertThat(caller.get("/v1/datasets/" + json.path("dataSet").path("id").asText())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void appendsByDefault() {
        String stream = caller.newStreamOf("{\"dataSet\":" + Caller.CITIES + "}");

        assertThat(caller.get(stream).json().path("updateMethod").asText()).isEqualTo("APPEND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"keyColumnNames\":[\"city\"]", "\"keyColumnName\":\"city\""})
    void returnsTheKeysOfAnUpsert(String keys) {
        String stream =
                caller.newStreamOf("{\"dataSet\":" + Caller.CITIES + ",\"updateMethod\":\"UPSERT\"," + keys + "}");

        JsonNode json = caller.get(stream).json();

        assertThat(json.path("updateMethod").asText()).isEqualTo("UPSERT");
        assertThat(json.path("keyColumnNames").path(0).asText()).isEqualTo("city");
    }

    @Test
    void rejectsAnInvalidBodyAndCreatesNothing() {
        String set = "{\"dataSet\":" + Caller.CITIES;
        for (String body : new String[] {
            "{}",
            "{\"dataSet\":{\"name\":\"n\"}}",
            set + ",\"updateMethod\":\"MERGE\"}",
            set + ",\"updateMethod\":\"UPSERT\"}",
            set + ",\"updateMethod\":\"UPSERT\",\"keyColumnNames\":[\"none\"]}"
        }) {
            assertThat(caller.post("/v1/streams", body).status()).as(body).isEqualTo(400);
        }
        assertThat(caller.get("/v1/datasets").json()).isEmpty();
        assertThat(caller.get("/v1/streams").json()).isEmpty();
    }

    @Test
    void listsTheBriefFormAllMembersOrSelectedMembers() {
        caller.newStream("APPEND");

        JsonNode brief = caller.get("/v1/streams").json().path(0);
        JsonNode full = caller.get("/v1/streams?fields=all").json().path(0);
        JsonNode selected =
                caller.get("/v1/streams?fields=id,updateMethod").json().path(0);

        assertThat(brief.path("dataSet")).hasSize(2);
        assertThat(brief.path("dataSet").path("pdpEnabled").asBoolean(true)).isFalse();
        assertThat(full.path("dataSet").path("name").asText()).isEqualTo("Cities");
        assertThat(selected).hasSize(2);
        assertThat(selected.has("id")).isTrue();
    }

    @Test
    void getsAllMembersOrSelectedMembers() {
        String stream = caller.newStream("APPEND");

        JsonNode full = caller.get(stream).json();

        assertThat(full.path("dataSet").path("name").asText()).isEqualTo("Cities");
        assertThat(caller.get(stream + "?fields=all").json()).isEqualTo(full);
        assertThat(caller.get(stream + "?fields=").json()).isEqualTo(full);
        assertThat(caller.get(stream + "?fields=id,%20DataSet").json())
                .hasToString("{\"id\":" + full.path("id") + ",\"dataSet\":" + full.path("dataSet") + "}");
    }

    @Test
    void listsPageByPageAndSortedByName() {
        String stream = "{\"dataSet\":" + Caller.CITIES + "}";
        for (int i = 0; i < 51; i++) {
            caller.newStreamOf(stream.replace("Cities", "s" + (99 - i)));
        }

        assertThat(caller.get("/v1/streams").json()).hasSize(50);
        assertThat(caller.get("/v1/streams?limit=1000").json()).hasSize(51);
        assertThat(caller.get("/v1/streams?limit=500&offset=50").json()).hasSize(1);
        assertThat(caller.get("/v1/streams?sort=name&fields=all")
                        .json()
                        .path(0)
                        .path("dataSet")
                        .path("name")
                        .asText())
                .isEqualTo("s49");
        assertThat(caller.get("/v1/streams?limit=0").status()).isEqualTo(400);
    }

    @Test
    void patchesTheUpdateMethod() {
        String stream = caller.newStream("APPEND");
        clock.advance(Duration.ofSeconds(1));

        Reply reply = caller.patch(stream, "{\"updateMethod\":\"REPLACE\"}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("updateMethod").asText()).isEqualTo("REPLACE");
        assertThat(reply.json().path("modifiedAt").asText()).isEqualTo("2026-03-04T05:06:08.089Z");
        assertThat(caller.patch(stream, "{}").json().path("updateMethod").asText())
                .isEqualTo("REPLACE");
        assertThat(caller.patch(stream, "{\"updateMethod\":\"UPSERT\"}").status())
                .isEqualTo(400);
        assertThat(caller.patch(stream, "{\"updateMethod\":7}").status()).isEqualTo(400);
    }

    @Test
    void acceptsPutOnlyWithTheQuirk() {
        Reply rejected = caller.put(caller.newStream("APPEND"), "{\"updateMethod\":\"REPLACE\"}");
        assertThat(rejected.status()).isEqualTo(405);
        assertThat(rejected.header("Allow")).isEqualTo("DELETE, GET, PATCH");

        try (DomoSandbox older =
                DomoSandbox.builder().quirk(Quirk.PUT_UPDATES_STREAM).start()) {
            Caller other = new Caller(older);
            Reply accepted = other.put(other.newStream("APPEND"), "{\"updateMethod\":\"REPLACE\"}");
            assertThat(accepted.status()).isEqualTo(200);
            assertThat(accepted.json().path("updateMethod").asText()).isEqualTo("REPLACE");
        }
    }

    @Test
    void deletesTheStreamButNotItsDataSet() {
        String stream = caller.newStream("APPEND");
        String dataSet = caller.dataSetOf(stream);
        String execution = caller.newExecution(stream);

        assertThat(caller.delete(stream).status()).isEqualTo(204);

        assertThat(caller.get("/v1/datasets/" + dataSet).status()).isEqualTo(200);
        assertThat(caller.get(stream).status()).isEqualTo(404);
        assertThat(caller.delete(stream).status()).isEqualTo(404);
        assertThat(caller.get(execution).status()).isEqualTo(404);
        assertThat(caller.put(execution + "/part/1", "a,1\n").status()).isEqualTo(404);
        assertThat(caller.post(stream + "/executions", "").status()).isEqualTo(404);
        assertThat(caller.get(stream + "/executions").status()).isEqualTo(404);
    }

    @Test
    void reportsADeletedDataSet() {
        String stream = caller.newStream("APPEND");
        String execution = caller.newExecution(stream);
        caller.delete("/v1/datasets/" + caller.dataSetOf(stream));

        JsonNode json = caller.get(stream).json();

        assertThat(json.path("deleted").asBoolean()).isTrue();
        assertThat(json.path("dataSet")).hasSize(1);
        assertThat(caller.post(stream + "/executions", "").status()).isEqualTo(404);
        assertThat(caller.put(execution + "/part/1", "a,1\n").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "99999999999999999999"})
    void rejectsAnIdThatIsNotANumber(String id) {
        assertThat(caller.get("/v1/streams/" + id).status()).isEqualTo(400);
    }

    @Test
    void returnsTheLastExecution() {
        String stream = caller.newStream("APPEND");
        caller.newExecution(stream);
        caller.newExecution(stream);

        assertThat(caller.get(stream).json().path("lastExecution").path("id").asLong())
                .isEqualTo(2);
    }
}

package io.github.domojvm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataSetTest {
    private final SettableClock clock = new SettableClock();

    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.builder().clock(clock).start();

    private final Caller caller = new Caller(sandbox);

    @Test
    void createsADataSetWithoutRows() {
        Reply reply = caller.post("/v1/datasets", Caller.CITIES);

        assertThat(reply.status()).isEqualTo(201);
        JsonNode json = reply.json();
        assertThat(json.path("id").asText()).matches("[0-9a-f-]{36}");
        assertThat(json.path("rows").asInt(-1)).isZero();
        assertThat(json.path("columns").asInt(-1)).isZero();
        assertThat(json.path("schema").path("columns").path(1).path("type").asText())
                .isEqualTo("LONG");
        assertThat(json.path("owner").path("id").isIntegralNumber()).isTrue();
        assertThat(json.path("createdAt").asText()).isEqualTo("2026-03-04T05:06:07Z");
        assertThat(json.path("updatedAt").asText()).isEqualTo("2026-03-04T05:06:07.089Z");
    }

    @Test
    void everyNewDataSetHasTheOpenPolicy() {
        JsonNode json = caller.get("/v1/datasets/" + caller.newDataSet()).json();

        assertThat(json.path("pdpEnabled").asBoolean(true)).isFalse();
        assertThat(json.path("policies")).hasSize(1);
        JsonNode policy = json.path("policies").path(0);
        assertThat(policy.path("type").asText()).isEqualTo("open");
        assertThat(policy.path("name").asText()).isEqualTo("All Rows");
        for (String member : new String[] {"filters", "users", "virtualUsers", "groups"}) {
            assertThat(policy.path(member).isArray()).as(member).isTrue();
        }
    }

    @Test
    void omitsMembersThatAreNull() {
        String id = caller.newDataSet(Caller.CITIES.replace("\"description\":\"of the world\",", ""));

        JsonNode json = caller.get("/v1/datasets/" + id).json();

        assertThat(json.has("description")).isFalse();
        assertThat(json.has("dataCurrentAt")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "\"text\"",
                "{not json",
                "{}",
                "null",
                "{\"name\":\" \",\"schema\":{\"columns\":[{\"name\":\"a\",\"type\":\"LONG\"}]}}",
                "{\"name\":5,\"schema\":{\"columns\":[{\"name\":\"a\",\"type\":\"LONG\"}]}}",
                "{\"name\":\"n\"}",
                "{\"name\":\"n\",\"schema\":\"text\"}",
                "{\"name\":\"n\",\"schema\":{}}",
                "{\"name\":\"n\",\"schema\":{\"columns\":[]}}",
                "{\"name\":\"n\",\"schema\":{\"columns\":[{\"type\":\"LONG\"}]}}",
                "{\"name\":\"n\",\"schema\":{\"columns\":[{\"name\":\"a\",\"type\":\"INT\"}]}}",
                "{\"name\":\"n\",\"schema\":{\"columns\":[{\"name\":\"a\",\"type\":\"LONG\"},"
                        + "{\"name\":\"a\",\"type\":\"LONG\"}]}}"
            })
    void rejectsAnInvalidBody(String body) {
        Reply reply = caller.post("/v1/datasets", body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("statusReason").asText()).isEqualTo("Bad Request");
        assertThat(reply.message()).isNotEmpty();
        assertThat(reply.json().path("toe").asText()).isNotEmpty();
    }

    @Test
    void acceptsColumnNamesThatDifferOnlyByCase() {
        assertThat(caller.post("/v1/datasets", Caller.CITIES.replace("people", "City"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void rejectsColumnNamesThatDifferOnlyByCaseWithTheQuirk() {
        String twice = Caller.CITIES.replace("people", "City");
        try (DomoSandbox strict = DomoSandbox.builder()
                .quirk(Quirk.NAMES_THAT_DIFFER_BY_CASE_ARE_REFUSED)
                .start()) {
            Caller other = new Caller(strict);
            String path = "/v1/datasets/" + other.newDataSet();

            assertThat(other.post("/v1/datasets", twice).message()).contains("'City'", "'city'", "by case");
            assertThat(other.post("/v1/streams", "{\"dataSet\":" + twice + "}").status())
                    .isEqualTo(400);
            assertThat(other.put(path, twice).status()).isEqualTo(400);
            assertThat(other.get(path).json().at("/schema/columns/1/name").asText())
                    .isEqualTo("people");
            String simple = other.post("/v1/json", "{\"name\":\"Buoys\"}")
                    .json()
                    .path("id")
                    .asText();
            assertThat(other.put("/v1/json/" + simple + "/data", "[{\"a\":1,\"A\":2}]")
                            .status())
                    .isEqualTo(400);
            assertThat(other.put("/v1/json/" + simple + "/data", "[{\"a\":1,\"b\":2}]")
                            .status())
                    .isEqualTo(204);
        }
    }

    @Test
    void rejectsAJsonBodyLargerThanTenMegabytes() {
        assertThat(caller.post("/v1/datasets", " ".repeat(10 * 1024 * 1024 + 1)).status())
                .isEqualTo(413);
    }

    @Test
    void listsPagesWithoutSchemaOrPolicies() {
        for (int i = 0; i < 52; i++) {
            caller.newDataSet(Caller.CITIES.replace("Cities", "set " + i));
        }

        JsonNode first =
                caller.get("/v1/datasets?limit=1000&fields=all&nameLike=").json();
        JsonNode second = caller.get("/v1/datasets?offset=50").json();

        assertThat(first).hasSize(50);
        assertThat(first.path(0).has("schema")).isFalse();
        assertThat(first.path(0).has("policies")).isFalse();
        assertThat(second).hasSize(2);
        assertThat(second.path(0).path("name").asText()).isEqualTo("set 50");
        assertThat(caller.get("/v1/datasets?offset=60").json()).isEmpty();
    }

    @Test
    void findsByPartOfTheNameInAnyCase() {
        caller.newDataSet();
        caller.newDataSet(Caller.CITIES.replace("Cities", "Rivers"));

        assertThat(caller.get("/v1/datasets?nameLike=VER").json().findValuesAsText("name"))
                .contains("Rivers")
                .doesNotContain("Cities");
    }

    @Test
    void sortsByTheRequestedOrder() {
        String b = caller.newDataSet(Caller.CITIES.replace("Cities", "b"));
        clock.advance(Duration.ofSeconds(1));
        String a = caller.newDataSet(Caller.CITIES.replace("Cities", "a"));
        clock.advance(Duration.ofSeconds(1));
        caller.put("/v1/datasets/" + b, "{\"description\":\"newer\"}");

        assertThat(first("name")).isEqualTo(a);
        assertThat(first("nameDescending")).isEqualTo(b);
        assertThat(first("lastUpdated")).isEqualTo(b);
        assertThat(first("lastTouchedAscending")).isEqualTo(a);
        assertThat(first("createdAt")).isEqualTo(a);
        assertThat(first("createdAtAscending")).isEqualTo(b);
        assertThat(first("dataSourceId")).isEqualTo(a.compareTo(b) < 0 ? a : b);
        assertThat(first("cardCount")).isEqualTo(b);
    }

    private String first(String sort) {
        return caller.get("/v1/datasets?limit=1&sort=" + sort)
                .json()
                .path(0)
                .path("id")
                .asText();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=-1", "limit=x", "offset=-1", "offset=x"})
    void rejectsInvalidParameters(String query) {
        assertThat(caller.get("/v1/datasets?" + query).status()).isEqualTo(400);
    }

    @Test
    void rejectsAMalformedPercentEncoding() {
        assertThat(RawSocket.statusOfGet(sandbox, "/v1/datasets?nameLike=%zz", caller))
                .isEqualTo(400);
    }

    @Test
    void updatesOnlyTheMembersInTheBody() {
        String path = "/v1/datasets/" + caller.newDataSet();
        clock.advance(Duration.ofSeconds(5));

        Reply reply = caller.put(path, "{\"name\":\"Towns\",\"pdpEnabled\":\"TRUE\",\"id\":\"x\",\"rows\":7}");

        assertThat(reply.status()).isEqualTo(200);
        JsonNode json = reply.json();
        assertThat(json.path("name").asText()).isEqualTo("Towns");
        assertThat(json.path("description").asText()).isEqualTo("of the world");
        assertThat(json.path("pdpEnabled").asBoolean()).isTrue();
        assertThat(json.path("rows").asInt(-1)).isZero();
        assertThat(json.path("policies")).hasSize(1);
        assertThat(json.path("updatedAt").asText()).isEqualTo("2026-03-04T05:06:12.089Z");
        assertThat(path).endsWith(json.path("id").asText());
    }

    @Test
    void updatesTheSchema() {
        String path = "/v1/datasets/" + caller.newDataSet();

        caller.put(path, "{\"schema\":{\"columns\":[{\"name\":\"one\",\"type\":\"DATE\"}]},\"owner\":{\"id\":730114}}");

        JsonNode columns = caller.get(path).json().path("schema").path("columns");
        assertThat(columns).hasSize(1);
        assertThat(columns.path(0).path("name").asText()).isEqualTo("one");
    }

    /** Sources disagree on whether this has an effect; the guide documents that it does. */
    @Test
    void updateChangesTheOwner() {
        String path = "/v1/datasets/" + caller.newDataSet();
        long ada = caller.post("/v1/users", "{\"name\":\"Ada\",\"email\":\"ada@x.example\",\"role\":\"Privileged\"}")
                .json()
                .path("id")
                .asLong();

        caller.put(path, "{\"owner\":{\"id\":" + ada + "}}");

        assertThat(caller.get(path).json().path("owner")).hasToString("{\"id\":" + ada + ",\"name\":\"Ada\"}");
        assertThat(caller.delete("/v1/users/" + ada).status()).isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"\"}",
                "{\"pdpEnabled\":\"maybe\"}",
                "{\"schema\":{\"columns\":[]}}",
                "{\"owner\":{\"id\":1}}"
            })
    void updateChangesNothingWhenOneMemberIsInvalid(String body) {
        String path = "/v1/datasets/" + caller.newDataSet();
        String before = caller.get(path).text();

        assertThat(caller.put(path, body).status()).isEqualTo(400);
        assertThat(caller.get(path).text()).isEqualTo(before);
    }

    @Test
    void returns404AfterDeletion() {
        String path = "/v1/datasets/" + caller.newDataSet();

        Reply deleted = caller.delete(path);

        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.text()).isEmpty();
        for (Reply gone :
                new Reply[] {caller.get(path), caller.put(path, "{}"), caller.delete(path), caller.get(path + "/data")
                }) {
            assertThat(gone.status()).isEqualTo(404);
            assertThat(gone.json().path("statusReason").asText()).isEqualTo("Not Found");
        }
        assertThat(caller.get("/v1/datasets").json()).isEmpty();
    }

    @Test
    void acceptsRequestVariantsOfDomoSdks() {
        String id = caller.newDataSet();

        assertThat(caller.get("/v1/datasets/").status()).isEqualTo(200);
        assertThat(caller.get("/v1/datasets/" + id + "/").status()).isEqualTo(200);
        assertThat(caller.get("/v1/datasets?").status()).isEqualTo(200);
        assertThat(caller.get("/v1/datasets?unknown=1&&flag").status()).isEqualTo(200);
        assertThat(caller.put("/v1/datasets/" + id, "{\"pdpEnabled\":null}").status())
                .isEqualTo(200);
    }

    @Test
    void returns404ForAnUnknownPathAnd405ForAnUnsupportedMethod() {
        Reply unknown = caller.get("/v1/nothing");
        Reply wrongMethod = caller.patch("/v1/datasets", "{}");

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(wrongMethod.status()).isEqualTo(405);
        assertThat(wrongMethod.header("Allow")).isEqualTo("GET, POST");
        assertThat(wrongMethod.json().path("toe").asText()).isNotEmpty();
    }
}

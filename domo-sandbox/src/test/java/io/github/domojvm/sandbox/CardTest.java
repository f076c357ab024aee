package io.github.domojvm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Base64;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardTest {
    private final SettableClock clock = new SettableClock();

    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.builder().clock(clock).start();

    private final Caller caller = new Caller(sandbox);

    @Test
    void storesTheDefinitionAndAddsTheCardToThePage() {
        long page = caller.post("/v1/pages", "{\"name\":\"Tides\"}")
                .json()
                .path("id")
                .asLong();
        String dataSet = caller.newDataSet();

        Reply created = caller.post(
                "/v1/cards/chart?pageId=" + page,
                "{\"title\":\"Highest\",\"dataSetId\":\"" + dataSet + "\",\"goal\":5.5,\"chartBody\":{\"limit\":3}}");

        assertThat(created.status()).isEqualTo(200);
        String urn = created.json().path("urn").asText();
        JsonNode definition = caller.get("/v1/cards/chart/" + urn).json();
        assertThat(definition.path("goal").asDouble()).isEqualTo(5.5);
        assertThat(definition.at("/chartBody/limit").asInt()).isEqualTo(3);
        JsonNode card = caller.get("/v1/cards/" + urn).json();
        assertThat(card.path("cardTitle").asText()).isEqualTo("Highest");
        assertThat(card.path("lastModified").asLong()).isEqualTo(clock.instant().toEpochMilli());
        assertThat(card.path("pages")).hasToString("[" + page + "]");
        assertThat(caller.get("/v1/pages/" + page).json().path("cardIds")).hasToString("[" + urn + "]");
    }

    @Test
    void listContainsTheTotal() {
        for (int i = 0; i < 40; i++) {
            caller.post("/v1/cards/chart", "{\"title\":\"c" + i + "\"}");
        }

        JsonNode first = caller.get("/v1/cards").json();

        assertThat(first.path("cards")).hasSize(35);
        assertThat(first.path("totalCardCount").asInt()).isEqualTo(40);
        assertThat(caller.get("/v1/cards?offset=39").json().path("cards")).hasSize(1);
    }

    @Test
    void listReturns35CardsByDefaultAnd500AtMost() {
        for (int i = 0; i < 501; i++) {
            caller.post("/v1/cards/chart", "{}");
        }

        assertThat(caller.get("/v1/cards").json().path("cards")).hasSize(35);
        assertThat(caller.get("/v1/cards?limit=1000").json().path("cards")).hasSize(500);
        assertThat(caller.get("/v1/cards?limit=1000&offset=500").json().path("cards"))
                .hasSize(1);
    }

    @Test
    void updateReplacesTheCompleteDefinition() {
        String urn = caller.post("/v1/cards/chart", "{\"title\":\"a\",\"goal\":1}")
                .json()
                .path("urn")
                .asText();

        JsonNode changed =
                caller.put("/v1/cards/chart/" + urn, "{\"title\":\"b\"}").json();

        assertThat(changed).hasToString("{\"title\":\"b\",\"urn\":\"" + urn + "\"}");
    }

    @Test
    void drillPathListsDrillViewsInOrder() {
        String urn = caller.post("/v1/cards/chart", "{\"title\":\"a\"}")
                .json()
                .path("urn")
                .asText();

        String first = caller.post("/v1/cards/chart/" + urn + "/drill", "{\"title\":\"x\"}")
                .json()
                .path("urn")
                .asText();
        String second = caller.post("/v1/cards/chart/" + urn + "/drill", "{\"title\":\"y\"}")
                .json()
                .path("urn")
                .asText();

        JsonNode path = caller.get("/v1/cards/chart/" + urn + "/drillpath").json();
        assertThat(path.path("allowTableDrill").asBoolean()).isTrue();
        assertThat(path.path("drillOrder")).hasToString("[\"" + first + "\",\"" + second + "\"]");
    }

    @Test
    void readsAndUpdatesADrillViewByItsUrn() {
        String card = caller.post("/v1/cards/chart", "{\"title\":\"a\"}")
                .json()
                .path("urn")
                .asText();
        String drill = caller.post("/v1/cards/chart/" + card + "/drill", "{\"title\":\"x\"}")
                .json()
                .path("urn")
                .asText();

        assertThat(caller.get("/v1/cards/chart/" + drill).json())
                .hasToString("{\"title\":\"x\",\"urn\":\"" + drill + "\"}");
        caller.put("/v1/cards/chart/" + drill, "{\"title\":\"y\"}");
        assertThat(caller.get("/v1/cards/chart/" + drill).json().path("title").asText())
                .isEqualTo("y");
        assertThat(caller.get("/v1/cards/chart/" + card).json().path("title").asText())
                .isEqualTo("a");
        assertThat(caller.get("/v1/cards/chart/" + card + "-drill-9").status()).isEqualTo(404);
        assertThat(caller.get("/v1/cards/" + drill).status()).isEqualTo(404);
    }

    @Test
    void requiresTheDashboardScope() {
        try (DomoSandbox narrow =
                DomoSandbox.builder().client("id", "s3cret", "data").start()) {
            Caller other = new Caller(narrow);
            assertThat(other.get("/v1/cards").json().path("scope").asText()).isEqualTo("dashboard");
            assertThat(other.post("/v1/cards/embed/auth", "{}").status()).isEqualTo(403);
        }
    }

    @Test
    void rejectsAnUnknownDataSetPageOrCard() {
        assertThat(caller.post("/v1/cards/chart", "{\"dataSetId\":\"nope\"}").status())
                .isEqualTo(400);
        assertThat(caller.post("/v1/cards/chart?pageId=99", "{}").status()).isEqualTo(404);
        assertThat(caller.get("/v1/cards").json().path("totalCardCount").asInt())
                .isZero();
        assertThat(caller.get("/v1/cards/nope").status()).isEqualTo(404);
        assertThat(caller.get("/v1/cards/chart/7").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/cards/embed/auth", "/v1/stories/embed/auth", "/v1/dashboards/embed/auth"})
    void embedTokenIsAJwtThatExpiresWithTheSession(String path) throws IOException {
        Reply reply = caller.post(
                path, "{\"sessionLength\":60,\"authorizations\":[{\"token\":\"q7Zk2\",\"permissions\":[\"READ\"]}]}");

        assertThat(reply.status()).isEqualTo(200);
        String[] parts = reply.json().path("authentication").asText().split("\\.");
        assertThat(parts).hasSize(3);
        JsonNode header = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(parts[0]));
        JsonNode claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(parts[1]));
        assertThat(header.path("alg").asText()).isEqualTo("HS256");
        assertThat(claims.path("exp").asLong()).isEqualTo(clock.instant().getEpochSecond() + 3600);
        assertThat(claims.at("/authorizations/0/token").asText()).isEqualTo("q7Zk2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"authorizations\":[]}",
                "{\"authorizations\":[{\"permissions\":[\"READ\"]}]}",
                "{\"authorizations\":[{\"token\":\"a\"}]}",
                "{\"authorizations\":[{\"token\":\"a\",\"permissions\":[]}]}",
                "{\"sessionLength\":9223372036854775807,\"authorizations\":[{\"token\":\"a\",\"permissions\":[\"READ\"]}]}",
                "{\"sessionLength\":0,\"authorizations\":[{\"token\":\"a\",\"permissions\":[\"READ\"]}]}",
                "{\"authorizations\":[{\"token\":\"a\",\"permissions\":[\"READ\"],\"filters\":[{\"column\":\"c\",\"values\":\"x\"}]}]}"
            })
    void rejectsAnInvalidEmbedTokenRequest(String body) {
        assertThat(caller.post("/v1/cards/embed/auth", body).status()).isEqualTo(400);
    }
}

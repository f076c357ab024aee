package io.github.domojvm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionTest {
    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.start();

    private final Caller caller = new Caller(sandbox);
    private final JsonNode action = caller.get("/v1/domoactions").json().path(0);
    private final String dataSet = caller.newDataSet();
    private final String account = caller.post("/v1/accounts", "{\"name\":\"Tides\",\"type\":{\"id\":\"tide-tables\"}}")
            .json()
            .path("id")
            .asText();

    @Test
    void actionsHaveNameGuidAndVersion() {
        assertThat(action.path("name").isTextual()).isTrue();
        assertThat(action.path("guid").isTextual()).isTrue();
        assertThat(action.path("version").isInt()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "application/json, application/json, \"",
                "*/*, application/json, \"",
                "|text/html, application/xml;q=0.5|, application/xml, <result>",
                "application/x-yaml, application/x-yaml, Harbour",
                "text/csv, text/csv, Harbour"
            })
    void theResultHasTheFirstAcceptedFormat(String accept, String type, String start) {
        Reply result = process(guid(), account, dataSet, accept);

        assertThat(result.status()).isEqualTo(200);
        assertThat(result.header("Content-Type")).startsWith(type);
        assertThat(result.text()).startsWith(start).contains(dataSet);
    }

    @Test
    void acceptIsRequired() {
        Reply result = caller.post(path(guid(), account), body(dataSet));

        assertThat(result.status()).isEqualTo(406);
        assertThat(result.message()).contains("application/x-yaml");
        assertThat(process(guid(), account, dataSet, "text/html").status()).isEqualTo(406);
    }

    @Test
    void rejectsAnUnknownActionAccountOrDataSet() {
        assertThat(process("none", account, dataSet, "text/csv").status()).isEqualTo(404);
        assertThat(process(guid(), "none", dataSet, "text/csv").status()).isEqualTo(400);
        assertThat(process(guid(), "", dataSet, "text/csv").status()).isEqualTo(400);
        assertThat(process(guid(), account, "none", "text/csv").status()).isEqualTo(400);
    }

    private Reply process(String guid, String accountId, String dataSetId, String accept) {
        return caller.send("POST", path(guid, accountId), body(dataSetId), "Accept", accept);
    }

    private String guid() {
        return action.path("guid").asText();
    }

    private static String path(String guid, String accountId) {
        return "/v1/domoactions/" + guid + "/process?account=" + accountId;
    }

    private static String body(String dataSetId) {
        return "{\"datasetId\":\"" + dataSetId + "\"}";
    }
}

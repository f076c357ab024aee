package io.github.domojvm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of lists have the members that the Domo documentation shows for the list, and get returns the others. */
class ListRowsTest {
    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.start();

    private final Caller caller = new Caller(sandbox);
    private String stream = "";
    private String project = "";

    @BeforeEach
    void createOneOfEach() {
        stream = caller.newStream("UPSERT");
        caller.upload(stream, "a,1\n");
        caller.post("/v1/groups", "{\"name\":\"Pilots\"}");
        caller.post("/v1/users", """
                {"name":"Grace","email":"grace@lime.example","role":"Editor","title":"Pilot","phone":"1",
                 "location":"Leith","timezone":"Europe/London","employeeNumber":7}""");
        caller.post("/v1/cards/chart", "{\"title\":\"Tides\"}");
        project = "/v1/projects/"
                + caller.post("/v1/projects", """
                        {"name":"Pier","members":[],"public":true,"description":"d","dueDate":"2026-09-30"}""").json().path("id").asText();
        String list = caller.get(project + "/lists").json().at("/0/id").asText();
        caller.post(project + "/lists/" + list + "/tasks", "{\"taskName\":\"Ask\",\"description\":\"d\"}");
        caller.post("/v1/accounts", "{\"name\":\"Harbour\",\"type\":{\"id\":\"harbour-db\"}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/datasets|columns createdAt description id name rows updatedAt",
                "/v1/groups|default id memberCount name",
                "/v1/users?offset=0&limit=1|email id name phone role title",
                "/v1/streams|createdAt dataSet id modifiedAt updateMethod",
                "/v1/streams?fields=all|createdAt dataSet id modifiedAt updateMethod",
                "/v1/streams/search?q=dataSource.name:*|createdAt dataSet id modifiedAt updateMethod",
                "STREAM/executions|createdAt currentState endedAt id modifiedAt startedAt updateMethod",
                "/v1/projects?offset=1|createdBy createdDate id members name public",
                "PROJECT/lists|id index name type",
                "PROJECT/tasks|archived attachmentCount contributors createdBy createdDate description id ownedBy"
                        + " priority projectId projectListId tags taskName",
                "/v1/accounts|id name type valid",
                "/v1/account-types|id name"
            })
    void rowsOfListsHaveOnlyTheDocumentedMembers(String path, String members) {
        JsonNode rows = caller.get(path.replace("STREAM", stream).replace("PROJECT", project))
                .json();

        assertThat(members(rows.get(0))).isEqualTo(members);
    }

    @Test
    void rowsOfCardsHaveNoOwner() {
        JsonNode card = caller.get("/v1/cards").json().at("/cards/0");

        assertThat(members(card)).isEqualTo("cardTitle cardUrn lastModified pages type");
        assertThat(caller.get("/v1/cards/" + card.path("cardUrn").asText())
                        .json()
                        .path("ownerId")
                        .asLong())
                .isEqualTo(730_114);
    }

    @Test
    void getReturnsTheMembersThatListsOmit() {
        String set = "/v1/datasets/" + caller.dataSetOf(stream);
        assertThat(members(caller.get(set).json())).contains("dataCurrentAt", "owner", "pdpEnabled", "schema");
        assertThat(members(caller.get(stream).json())).contains("keyColumnNames", "lastExecution");
        assertThat(members(caller.get(stream + "/executions/1").json())).contains("rows");
        assertThat(members(caller.get(project).json())).contains("description", "dueDate", "updatedDate");
        Map.of("/v1/groups", "active creatorId userIds", "/v1/users", "createdAt deleted image roleId updatedAt")
                .forEach((path, omitted) -> {
                    String id = caller.get(path).json().at("/0/id").asText();
                    assertThat(members(caller.get(path + "/" + id).json())).contains(omitted.split(" "));
                });
    }

    private static String members(JsonNode object) {
        return String.join(
                " ",
                object.properties().stream().map(Map.Entry::getKey).sorted().toList());
    }
}

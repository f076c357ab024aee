package io.github.domojvm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ActivityTest {
    private final SettableClock clock = new SettableClock();

    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.builder().clock(clock).start();

    private final Caller caller = new Caller(sandbox);

    @Test
    void listsUserActionObjectAndTime() {
        String group = newGroup("Pilots");

        JsonNode entry = caller.get("/v1/audit").json().get(0);

        assertThat(entry.path("userName").asText()).isEqualTo("Sandbox Owner");
        assertThat(entry.path("userId").isTextual()).isTrue();
        assertThat(entry.path("userType").asText()).isEqualTo("USER");
        assertThat(entry.path("actorId").isIntegralNumber()).isTrue();
        assertThat(entry.path("objectId").asText()).isEqualTo(group);
        assertThat(entry.path("objectId").isTextual()).isTrue();
        assertThat(entry.path("objectName").asText()).isEqualTo("Pilots");
        assertThat(entry.path("objectType").asText()).isEqualTo("GROUP");
        assertThat(entry.path("actionType").asText()).isEqualTo("CREATED");
        assertThat(entry.path("eventText").asText()).isEqualTo("Created group");
        assertThat(entry.path("additionalComment").asText()).isEqualTo("Sandbox Owner created Pilots");
        assertThat(entry.path("time").asText()).isEqualTo("2026-03-04 05:06:07 AM");
    }

    @Test
    void listsNewestFirst() {
        String group = newGroup("Pilots");
        clock.advance(Duration.ofHours(8));
        caller.renewToken();
        caller.get("/v1/groups/" + group);
        caller.put("/v1/groups/" + group, "{\"name\":\"Harbour pilots\"}");
        caller.delete("/v1/groups/" + group);

        JsonNode entries = caller.get("/v1/audit/").json();

        assertThat(entries.findValuesAsText("actionType")).containsExactly("DELETED", "UPDATED", "VIEWED", "CREATED");
        assertThat(entries.findValuesAsText("objectName"))
                .containsExactly("Harbour pilots", "Harbour pilots", "Pilots", "Pilots");
        assertThat(entries.at("/0/time").asText()).isEqualTo("2026-03-04 01:06:07 PM");
    }

    @Test
    void filtersByTimeAndUser() {
        long before = clock.instant().toEpochMilli();
        newGroup("one");
        clock.advance(Duration.ofMinutes(1));
        long between = clock.instant().toEpochMilli();
        newGroup("two");
        String owner = caller.get("/v1/users").json().at("/0/id").asText();

        assertThat(names("?start=" + between)).containsExactly("two");
        assertThat(names("?start=" + (between + 1))).isEmpty();
        assertThat(names("?end=" + before)).containsExactly("one");
        assertThat(names("?end=" + (before - 1))).isEmpty();
        assertThat(names("?start=0&end=" + between)).containsExactly("two", "one");
        assertThat(names("?user=" + owner)).containsExactly("two", "one");
        assertThat(names("?user=1")).isEmpty();
        assertThat(caller.get("/v1/audit?start=yesterday").status()).isEqualTo(400);
    }

    @Test
    void recordsEventsOfDataSetsStreamsAndPolicies() {
        String dataSet = caller.newDataSet();
        caller.put("/v1/datasets/" + dataSet + "/data", "Rome,3\n", "Content-Type", "text/csv");
        caller.post("/v1/datasets/query/execute/" + dataSet, "{\"sql\":\"SELECT * FROM table\"}");
        caller.get("/v1/datasets/" + dataSet + "/data");
        caller.post("/v1/datasets/" + dataSet + "/policies", "{\"name\":\"p\",\"filters\":[]}");
        caller.delete("/v1/datasets/" + dataSet);
        assertThat(events())
                .containsExactly(
                        "DELETED DATA_SOURCE",
                        "CREATED PDP_POLICY",
                        "EXPORTED DATA_SOURCE",
                        "VIEWED DATA_SOURCE",
                        "UPDATED DATA_SOURCE",
                        "CREATED DATA_SOURCE");

        String stream = caller.newStream("APPEND");
        caller.upload(stream, "Rome,3\n");
        caller.patch(stream, "{\"updateMethod\":\"REPLACE\"}");
        caller.delete(stream);
        assertThat(events())
                .startsWith(
                        "DELETED STREAM",
                        "UPDATED STREAM",
                        "UPDATED DATA_SOURCE",
                        "CREATED STREAM",
                        "CREATED DATA_SOURCE");
    }

    @Test
    void listsPageByPage() {
        for (int i = 0; i < 60; i++) {
            newGroup("g" + i);
        }

        assertThat(names("")).hasSize(50).startsWith("g59");
        assertThat(names("?limit=5000")).hasSize(60);
        assertThat(names("?limit=2&offset=2")).containsExactly("g57", "g56");
        assertThat(names("?offset=60")).isEmpty();
        assertThat(caller.get("/v1/audit?limit=0").status()).isEqualTo(400);
    }

    @Test
    void requiresTheAuditScope() {
        try (DomoSandbox narrow =
                DomoSandbox.builder().client("id", "s3cret", "data").start()) {
            assertThat(new Caller(narrow).get("/v1/audit").json().path("scope").asText())
                    .isEqualTo("audit");
        }
    }

    private String newGroup(String name) {
        return caller.post("/v1/groups", "{\"name\":\"" + name + "\"}")
                .json()
                .path("id")
                .asText();
    }

    private List<String> events() {
        return caller.get("/v1/audit").json().findParents("actionType").stream()
                .map(entry -> entry.path("actionType").asText() + " "
                        + entry.path("objectType").asText())
                .toList();
    }

    private List<String> names(String query) {
        return caller.get("/v1/audit" + query).json().findValuesAsText("objectName");
    }
}

package io.github.domojvm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {
    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.start();

    private final Caller caller = new Caller(sandbox);
    private final String policies = "/v1/datasets/" + caller.newDataSet() + "/policies";

    @Test
    void everyDataSetStartsWithOnePolicyThatCannotBeDeleted() {
        JsonNode all = caller.get(policies).json();

        assertThat(all).hasSize(1);
        assertThat(all.at("/0/name").asText()).isEqualTo("All Rows");
        assertThat(all.at("/0/type").asText()).isEqualTo("open");
        assertThat(caller.delete(policies + "/" + all.at("/0/id").asLong()).status())
                .isEqualTo(400);
    }

    @Test
    void createsUpdatesAndDeletesAPolicy() {
        Reply created = caller.post(policies, policy("\"users\":[730114]", "Leith"));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().path("type").asText()).isEqualTo("user");
        assertThat(created.json().at("/filters/0/not").asBoolean(true)).isFalse();
        assertThat(created.json().path("groups")).isEmpty();
        String policy = policies + "/" + created.json().path("id").asLong();
        JsonNode changed = caller.put(policy, "{\"name\":\"other\"}").json();
        assertThat(changed.path("name").asText()).isEqualTo("other");
        assertThat(changed.path("users")).hasToString("[730114]");
        assertThat(changed.path("filters")).hasSize(1);
        assertThat(caller.get(policy).json()).isEqualTo(changed);
        assertThat(caller.get(policies.replace("/policies", "")).json().path("policies"))
                .hasSize(2);
        assertThat(caller.delete(policy).status()).isEqualTo(204);
        assertThat(caller.get(policy).status()).isEqualTo(404);
        assertThat(caller.get(policies).json()).hasSize(1);
    }

    @Test
    void rejectsFilterValuesOf255CharactersInTotal() {
        assertThat(caller.post(policies, policy("\"users\":[]", "x".repeat(253)))
                        .status())
                .isEqualTo(201);
        assertThat(caller.post(policies, policy("\"users\":[]", "x".repeat(254)))
                        .message())
                .contains("255");
        assertThat(caller.post(policies, policy("\"users\":[]", "x".repeat(126) + "\",\"" + "x".repeat(127)))
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"filters\":[]}",
                "{\"name\":\"x\"}",
                "{\"name\":\"x\",\"filters\":{}}",
                "{\"name\":\"x\",\"filters\":[7]}",
                "{\"name\":\"x\",\"filters\":[],\"users\":[99]}",
                "{\"name\":\"x\",\"filters\":[],\"groups\":[99]}",
                "{\"name\":\"x\",\"filters\":[],\"virtualUsers\":\"vu:1\"}",
                "{\"name\":\"x\",\"filters\":[{\"column\":\"nope\",\"operator\":\"EQUALS\",\"values\":[\"a\"]}]}",
                "{\"name\":\"x\",\"filters\":[{\"column\":\"city\",\"operator\":\"SAME\",\"values\":[\"a\"]}]}",
                "{\"name\":\"x\",\"filters\":[{\"column\":\"city\",\"operator\":\"EQUALS\",\"values\":[]}]}"
            })
    void rejectsAnInvalidPolicy(String body) {
        assertThat(caller.post(policies, body).status()).isEqualTo(400);
        assertThat(caller.get(policies).json()).hasSize(1);
    }

    @Test
    void rejectsFiltersBeforeTheDataSetHadDataWithTheQuirk() {
        try (DomoSandbox strict =
                DomoSandbox.builder().quirk(Quirk.POLICIES_NEED_DATA).start()) {
            Caller other = new Caller(strict);
            String dataSet = "/v1/datasets/" + other.newDataSet();
            String body = policy("\"users\":[]", "Leith");

            Reply early = other.post(dataSet + "/policies", body);
            assertThat(early.status()).isEqualTo(400);
            assertThat(early.message()).contains("'city'", "never had data", "load rows first");
            assertThat(other.post(dataSet + "/policies", "{\"name\":\"all\",\"filters\":[]}")
                            .status())
                    .isEqualTo(201);
            other.put(dataSet + "/data", "Leith,1\n");
            assertThat(other.post(dataSet + "/policies", body).status()).isEqualTo(201);
            other.put(dataSet + "/data", "");
            assertThat(other.post(dataSet + "/policies", body).status()).isEqualTo(201);
        }
    }

    private static String policy(String more, String value) {
        return "{\"name\":\"p\",\"filters\":[{\"column\":\"city\",\"operator\":\"EQUALS\",\"values\":[\"" + value
                + "\"]}]," + more + "}";
    }
}

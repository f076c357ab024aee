package io.github.domojvm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupTest {
    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.start();

    private final Caller caller = new Caller(sandbox);
    private String group = "";
    private long user;

    @BeforeEach
    void create() {
        group = newGroup("{\"name\":\"Pilots\"}");
        user = caller.post("/v1/users", "{\"name\":\"n\",\"email\":\"n@x.example\",\"role\":\"Participant\"}")
                .json()
                .path("id")
                .asLong();
    }

    @Test
    void newGroupIsActiveEmptyAndNeverTheDefault() {
        Reply reply = caller.post("/v1/groups/", "{\"name\":\"Crew\",\"default\":\"true\",\"memberCount\":7}");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().path("id").isIntegralNumber()).isTrue();
        assertThat(reply.json().path("name").asText()).isEqualTo("Crew");
        assertThat(reply.json().path("active").asBoolean()).isTrue();
        assertThat(reply.json().path("default").booleanValue()).isFalse();
        assertThat(reply.json().path("memberCount").asInt(-1)).isZero();
        assertThat(reply.json().path("creatorId").isTextual()).isTrue();
        assertThat(caller.post("/v1/groups", "{\"name\":\"Resting\",\"active\":\"false\"}")
                        .json()
                        .path("active")
                        .booleanValue())
                .isFalse();
    }

    @Test
    void newUsersJoinTheOneDefaultGroup() {
        JsonNode groups = caller.get("/v1/groups").json();

        assertThat(groups.findValuesAsText("name")).containsExactly("Default", "Pilots");
        assertThat(groups.at("/0/default").booleanValue()).isTrue();
        assertThat(groups.at("/1/default").booleanValue()).isFalse();
        assertThat(caller.get("/v1/groups/" + groups.at("/0/id").asText() + "/users")
                        .json())
                .extracting(JsonNode::asLong)
                .contains(user);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=utf-8", "APPLICATION/JSON", "application/hal+json"})
    void acceptsJson(String type) {
        assertThat(caller.send("POST", "/v1/groups", "{\"name\":\"Crew\"}", "Content-Type", type)
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/jsonp"})
    void returns415ForJsonWithAnotherContentType(String type) {
        Reply rejected = caller.send("POST", "/v1/groups", "{\"name\":\"Crew\"}", "Content-Type", type);

        assertThat(rejected.status()).isEqualTo(415);
        assertThat(rejected.message()).contains(type, "application/json");
        assertThat(caller.send("PUT", group, "", "Content-Type", type).status()).isEqualTo(200);
    }

    @Test
    void severalGroupsCanHaveOneName() {
        String second = newGroup("{\"name\":\"Pilots\"}");

        assertThat(second).isNotEqualTo(group);
        assertThat(caller.get("/v1/groups").json().findValuesAsText("name"))
                .containsExactly("Default", "Pilots", "Pilots");
    }

    @Test
    void addingAUserTwiceSucceedsAndRemovingTwiceReturns404() {
        assertThat(caller.put(group + "/users/" + user, "\"\"").status()).isEqualTo(204);
        assertThat(caller.put(group + "/users/" + user, "{}").status()).isEqualTo(204);

        assertThat(caller.get(group + "/users").json()).hasToString("[" + user + "]");
        assertThat(caller.get(group).json().path("memberCount").asInt()).isEqualTo(1);
        assertThat(caller.get(group).json().path("userIds")).hasToString("[" + user + "]");
        assertThat(caller.get("/v1/users/" + user).json().path("groups").findValuesAsText("name"))
                .containsExactly("Default", "Pilots");

        assertThat(caller.delete(group + "/users/" + user).status()).isEqualTo(204);
        assertThat(caller.delete(group + "/users/" + user).status()).isEqualTo(404);
        assertThat(caller.get(group + "/users").json()).isEmpty();
    }

    @Test
    void returns404ForUnknownUsersAndGroups() {
        assertThat(caller.put(group + "/users/999", "").message()).isEqualTo("User 999 not found");
        assertThat(caller.put("/v1/groups/999/users/" + user, "").message()).isEqualTo("Group 999 not found");
        assertThat(caller.get("/v1/groups/999").status()).isEqualTo(404);
        assertThat(caller.put("/v1/groups/999", "{}").status()).isEqualTo(404);
        assertThat(caller.delete("/v1/groups/999").status()).isEqualTo(404);
        assertThat(caller.get("/v1/groups/999/users").status()).isEqualTo(404);
        assertThat(caller.post("/v1/groups", "{}").status()).isEqualTo(400);
    }

    @Test
    void inactiveGroupRejectsUsersUntilItIsActiveAgain() {
        Reply update = caller.put(group, "{\"active\":false}");
        assertThat(update.status()).isEqualTo(200);
        assertThat(update.json().path("name").asText()).isNotEmpty();
        assertThat(caller.get(group).json().path("name").asText()).isEqualTo("Pilots");

        Reply rejected = caller.put(group + "/users/" + user, "");
        assertThat(rejected.status()).isEqualTo(400);
        assertThat(rejected.message()).contains("not active");

        caller.put(group, "{\"name\":\"Harbour pilots\",\"active\":\"true\",\"default\":true}");
        assertThat(caller.put(group + "/users/" + user, "").status()).isEqualTo(204);
        JsonNode changed = caller.get(group).json();
        assertThat(changed.path("name").asText()).isEqualTo("Harbour pilots");
        assertThat(changed.path("default").booleanValue()).isFalse();
        assertThat(caller.put(group, "{\"name\":\"\"}").status()).isEqualTo(400);
    }

    @Test
    void rejectsTheDeletionOfAGroupWithUsers() {
        caller.put(group + "/users/" + user, "");

        Reply rejected = caller.delete(group);
        assertThat(rejected.status()).isEqualTo(400);
        assertThat(rejected.message()).contains("1 users");

        caller.delete(group + "/users/" + user);
        assertThat(caller.delete(group).status()).isEqualTo(204);
        assertThat(caller.get(group).status()).isEqualTo(404);
    }

    @Test
    void deletesAGroupWithUsersWithTheQuirk() {
        try (DomoSandbox lenient = DomoSandbox.builder()
                .quirk(Quirk.NON_EMPTY_GROUPS_CAN_BE_DELETED)
                .start()) {
            Caller other = new Caller(lenient);
            String defaultGroup =
                    "/v1/groups/" + other.get("/v1/groups").json().at("/0/id").asText();

            assertThat(other.delete(defaultGroup).status()).isEqualTo(204);
            assertThat(other.get("/v1/users").json()).hasSize(1);
        }
    }

    @Test
    void listsGroupsAndTheirUsersPageByPage() {
        String owner = caller.get("/v1/users").json().findValuesAsText("id").stream()
                .filter(id -> !id.equals(Long.toString(user)))
                .findFirst()
                .orElseThrow();
        caller.put(group + "/users/" + user, "");
        caller.put(group + "/users/" + owner, "");

        assertThat(caller.get("/v1/groups?limit=1").json().findValuesAsText("name"))
                .containsExactly("Default");
        assertThat(caller.get("/v1/groups?limit=1&offset=1").json().findValuesAsText("name"))
                .containsExactly("Pilots");
        assertThat(caller.get(group + "/users?limit=1").json()).hasSize(1);
        assertThat(caller.get(group + "/users?offset=1&limit=9999").json()).hasSize(1);
        assertThat(caller.get(group + "/users?limit=-1").status()).isEqualTo(400);
    }

    private String newGroup(String body) {
        return "/v1/groups/" + caller.post("/v1/groups", body).json().path("id").asText();
    }
}

package io.github.domojvm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserTest {
    private final SettableClock clock = new SettableClock();

    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.builder().clock(clock).start();

    private final Caller caller = new Caller(sandbox);

    @Test
    void listsTheOwnerOfTheClientAsTheFirstUser() {
        JsonNode users = caller.get("/v1/users/").json();

        assertThat(users).hasSize(1);
        long owner = caller.requestToken("", sandbox.clientId(), sandbox.clientSecret())
                .json()
                .path("userId")
                .asLong();
        assertThat(users.at("/0/id").asLong()).isEqualTo(owner);
        assertThat(users.at("/0/role").asText()).isEqualTo("Admin");
        JsonNode got = caller.get("/v1/users/" + owner).json();
        assertThat(got.path("roleId").asText()).isEqualTo("1");
        assertThat(got.at("/groups/0/name").asText()).isEqualTo("Default");
    }

    @Test
    void storesAllMembersAndOmitsTimezoneAndLocaleFromTheCreateResponse() {
        Reply reply = caller.post("/v1/users?sendInvite=True", """
                {"name":"Grace Lime","email":"grace@lime.example","role":"Editor","title":"Pilot","phone":"1",
                 "alternateEmail":"g@lime.example","location":"Leith","timezone":"Europe/London","locale":"en-GB",
                 "employeeNumber":"007","mobile":"unknown to Domo"}""");

        assertThat(reply.status()).isEqualTo(201);
        JsonNode user = reply.json();
        assertThat(user.path("id").isIntegralNumber()).isTrue();
        assertThat(user.path("role").asText()).isEqualTo("Editor");
        assertThat(user.path("employeeNumber").asText()).isEqualTo("007");
        assertThat(user.path("location").asText()).isEqualTo("Leith");
        assertThat(user.path("alternateEmail").asText()).isEqualTo("g@lime.example");
        assertThat(user.path("createdAt").asText()).isEqualTo("2026-03-04T05:06:07Z");
        assertThat(user.path("image").asText()).endsWith("/" + user.path("id").asText());
        assertThat(user.path("groups")).hasSize(1);
        for (String hidden : new String[] {"timezone", "locale", "mobile", "department", "deleted"}) {
            assertThat(user.has(hidden)).as(hidden).isFalse();
        }
        JsonNode got = caller.get("/v1/users/" + user.path("id").asText() + "?fields=all")
                .json();
        assertThat(got.path("timezone").asText()).isEqualTo("Europe/London");
        assertThat(got.path("locale").asText()).isEqualTo("en-GB");
        JsonNode listed = caller.get("/v1/users").json().get(0);
        assertThat(listed.path("title").asText()).isEqualTo("Pilot");
        assertThat(listed.has("location")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23432", "\"23432\"", "\"007\""})
    void returnsAnEmployeeNumberWithTheTypeThatWasSent(String number) {
        JsonNode created = caller.post(
                        "/v1/users",
                        "{\"name\":\"n\",\"email\":\"n@x.example\",\"role\":\"Privileged\",\"employeeNumber\":" + number
                                + "}")
                .json();

        assertThat(created.path("employeeNumber")).hasToString(number);
        assertThat(got(created).path("employeeNumber")).hasToString(number);
    }

    @ParameterizedTest
    @CsvSource({"Admin,1", "Participant,4"})
    void getReturnsTheIdOfTheRoleAndThatTheUserIsNotDeleted(String role, String roleId) {
        JsonNode created = caller.post("/v1/users", user("n@x.example").replace("Participant", role))
                .json();

        JsonNode got = got(created);

        assertThat(got.path("roleId").textValue()).isEqualTo(roleId);
        assertThat(got.path("deleted").booleanValue()).isFalse();
        assertThat(got.has("deleted")).isTrue();
        assertThat(created.has("roleId") || created.has("deleted")).isFalse();
    }

    @Test
    void theIdOfTheRoleChangesWithTheRole() {
        long grace = newUser("grace@lime.example");
        long ada = newUser("ada@moss.example");
        caller.put("/v1/users/" + grace, "{\"email\":\"grace@lime.example\",\"role\":\"Harbour master\"}");
        caller.put("/v1/users/" + ada, "{\"email\":\"ada@moss.example\",\"role\":\"Harbour master\"}");

        String custom = caller.get("/v1/users/" + grace).json().path("roleId").textValue();

        assertThat(custom).matches("[0-9]+").isNotEqualTo("4");
        assertThat(caller.get("/v1/users/" + ada).json().path("roleId").textValue())
                .isEqualTo(custom);
    }

    @Test
    void anEmptyOptionalMemberIsNoValue() {
        JsonNode created = caller.post("/v1/users", """
                {"name":"Grace","email":"grace@lime.example","role":"Admin","title":"Pilot","timezone":"","locale":"",
                 "employeeNumber":""}""").json();
        assertThat(got(created).has("timezone")).isFalse();
        assertThat(got(created).has("locale")).isFalse();
        assertThat(got(created).has("employeeNumber")).isFalse();

        caller.put("/v1/users/" + created.path("id").asText(), "{\"email\":\"grace@lime.example\",\"title\":\"\"}");

        assertThat(got(created).has("title")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"email\":\"a@b.example\",\"role\":\"Admin\"}",
                "{\"name\":\"a\",\"role\":\"Admin\"}",
                "{\"name\":\"a\",\"email\":\"a@b.example\"}",
                "{\"name\":\" \",\"email\":\"a@b.example\",\"role\":\"Admin\"}",
                "{\"name\":\"a\",\"email\":\"ab.example\",\"role\":\"Admin\"}",
                "{\"name\":\"a\",\"email\":\"a@b.example\",\"role\":\"Admin\",\"title\":true}",
                "null",
                "[]"
            })
    void rejectsAnIncompleteOrMalformedUser(String body) {
        assertThat(caller.post("/v1/users", body).status()).isEqualTo(400);
        assertThat(caller.get("/v1/users").json()).hasSize(1);
    }

    @Test
    void rejectsADuplicateEmailAddress() {
        long grace = newUser("grace@lime.example");
        long ada = newUser("ada@moss.example");

        Reply again = caller.post("/v1/users", user("GRACE@lime.example"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.message()).contains(Long.toString(grace));
        assertThat(caller.put("/v1/users/" + ada, "{\"email\":\"grace@lime.example\"}")
                        .status())
                .isEqualTo(409);
        assertThat(caller.put("/v1/users/" + grace, "{\"email\":\"Grace@lime.example\"}")
                        .status())
                .isEqualTo(200);
        caller.delete("/v1/users/" + grace);
        assertThat(caller.post("/v1/users", user("grace@lime.example")).status())
                .isEqualTo(201);
    }

    @Test
    void updateRequiresTheEmailAndPreservesOtherMembers() {
        long id = newUser("grace@lime.example");
        clock.advance(Duration.ofMinutes(1));

        Reply without = caller.put("/v1/users/" + id, "{\"title\":\"Captain\"}");
        Reply changed = caller.put("/v1/users/" + id, """
                {"email":"captain@lime.example","title":"Captain","name":null,"department":"Pilotage","roleId":2}""");

        assertThat(without.status()).isEqualTo(400);
        assertThat(without.message()).contains("email");
        assertThat(changed.status()).isEqualTo(200);
        JsonNode user = caller.get("/v1/users/" + id).json();
        assertThat(user).isEqualTo(changed.json());
        assertThat(user.path("name").asText()).isEqualTo("Name");
        assertThat(user.path("role").asText()).isEqualTo("Participant");
        assertThat(user.path("email").asText()).isEqualTo("captain@lime.example");
        assertThat(user.path("department").asText()).isEqualTo("Pilotage");
        assertThat(user.path("roleId").asText()).isEqualTo("2");
        assertThat(user.path("createdAt").asText()).isEqualTo("2026-03-04T05:06:07Z");
        assertThat(user.path("updatedAt").asText()).startsWith("2026-03-04T05:07:07");
        caller.put("/v1/users/" + id, "{\"email\":\"captain@lime.example\",\"name\":\"Grace\",\"role\":\"Admin\"}");
        assertThat(caller.get("/v1/users/" + id).json().path("name").asText()).isEqualTo("Grace");
        assertThat(caller.get("/v1/users/" + id).json().path("role").asText()).isEqualTo("Admin");
    }

    @Test
    void malformedUpdateChangesNothing() {
        long id = newUser("grace@lime.example");
        JsonNode before = caller.get("/v1/users/" + id).json();

        Reply reply =
                caller.put("/v1/users/" + id, "{\"email\":\"x@y.example\",\"title\":\"Captain\",\"location\":[]}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(caller.get("/v1/users/" + id).json()).isEqualTo(before);
    }

    @Test
    void deleteRemovesTheUserFromListsAndGroups() {
        long id = newUser("grace@lime.example");

        assertThat(caller.delete("/v1/users/" + id).status()).isEqualTo(204);

        assertThat(caller.get("/v1/users/" + id).status()).isEqualTo(404);
        assertThat(caller.delete("/v1/users/" + id).status()).isEqualTo(404);
        assertThat(caller.put("/v1/users/" + id, "{\"email\":\"a@b.example\"}").status())
                .isEqualTo(404);
        assertThat(caller.get("/v1/users").json()).hasSize(1);
        assertThat(caller.get("/v1/groups").json().at("/0/memberCount").asInt()).isEqualTo(1);
    }

    @Test
    void rejectsTheDeletionOfTheOwner() {
        long owner = caller.get("/v1/users").json().at("/0/id").asLong();
        Reply without = caller.delete("/v1/users/" + owner);
        caller.newDataSet();
        Reply with = caller.delete("/v1/users/" + owner);

        assertThat(without.status()).isEqualTo(409);
        assertThat(with.status()).isEqualTo(409);
        assertThat(caller.get("/v1/users/" + owner).status()).isEqualTo(200);
    }

    @Test
    void findsUsersByEmail() {
        long grace = newUser("grace@lime.example");
        long ada = newUser("ada@moss.example");

        Reply found = caller.post(
                "/v1/users/bulk/emails", "[\"ada@moss.example\",\"unknown@x.example\",\"Grace@Lime.example\"]");

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.json().findValuesAsText("email")).containsExactly("ada@moss.example", "grace@lime.example");
        assertThat(found.json().at("/0/id").asLong()).isEqualTo(ada);
        assertThat(found.json().at("/1/id").asLong()).isEqualTo(grace);
        assertThat(caller.post("/v1/users/bulk/emails", "[]").json()).isEmpty();
        assertThat(caller.post("/v1/users/bulk/emails", "[1]").status()).isEqualTo(400);
        assertThat(caller.post("/v1/users/bulk/emails", "{}").status()).isEqualTo(400);
        assertThat(caller.post("/v1/users/bulk/emails", "[").status()).isEqualTo(400);
    }

    @Test
    void listsPageByPage() {
        for (int i = 0; i < 59; i++) {
            newUser("user" + i + "@x.example");
        }

        assertThat(caller.get("/v1/users").json()).hasSize(50);
        assertThat(caller.get("/v1/users?limit=1000").json()).hasSize(60);
        assertThat(caller.get("/v1/users?limit=50&offset=50").json()).hasSize(10);
        assertThat(caller.get("/v1/users?offset=60").json()).isEmpty();
        for (String query : new String[] {"limit=0", "limit=ten", "offset=-1"}) {
            assertThat(caller.get("/v1/users?" + query).status()).as(query).isEqualTo(400);
        }
    }

    @Test
    void requiresTheUserScopeAndNumericIds() {
        try (DomoSandbox narrow =
                DomoSandbox.builder().client("id", "s3cret", "data").start()) {
            Caller other = new Caller(narrow);

            assertThat(other.get("/v1/users").json().path("scope").asText()).isEqualTo("user");
            assertThat(other.get("/v1/groups").status()).isEqualTo(403);
        }
        assertThat(caller.get("/v1/users/grace").status()).isEqualTo(400);
        assertThat(caller.post("/v1/users?sendInvite=perhaps", user("a@b.example"))
                        .status())
                .isEqualTo(400);
    }

    private JsonNode got(JsonNode user) {
        return caller.get("/v1/users/" + user.path("id").asText()).json();
    }

    private long newUser(String email) {
        return caller.post("/v1/users", user(email)).json().path("id").asLong();
    }

    private static String user(String email) {
        return "{\"name\":\"Name\",\"email\":\"" + email + "\",\"role\":\"Participant\"}";
    }
}

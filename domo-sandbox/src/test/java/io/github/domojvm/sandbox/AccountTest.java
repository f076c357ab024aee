package io.github.domojvm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {
    private static final String HARBOUR = """
            {"name":"Harbour","type":{"id":"harbour-db","properties":
             {"host":"db.example","username":"u","password":"s3cret-word"}}}""";

    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.start();

    private final Caller caller = new Caller(sandbox);

    @Test
    void propertiesAreNeverReturned() {
        Reply created = caller.post("/v1/accounts", HARBOUR);

        assertThat(created.status()).isEqualTo(200);
        assertThat(created.json().path("id").isTextual()).isTrue();
        assertThat(created.json().path("id").asText()).matches("[0-9]+");
        assertThat(created.json().path("valid").booleanValue()).isTrue();
        assertThat(created.json().at("/type/id").asText()).isEqualTo("harbour-db");
        assertThat(created.json().at("/type/properties").isObject()).isTrue();
        Reply got = caller.get(path(created));
        assertThat(got.json()).isEqualTo(created.json());
        assertThat(created.text() + got.text() + caller.get("/v1/accounts").text())
                .doesNotContain("s3cret-word")
                .doesNotContain("password");
    }

    @Test
    void anAccountIsNotValidUntilAllRequiredPropertiesAreSent() {
        String account = path(caller.post("/v1/accounts", """
                {"name":"Harbour","type":{"id":"harbour-db","properties":{"host":"h","username":"u"}}}"""));
        assertThat(caller.get(account).json().path("valid").booleanValue()).isFalse();

        Reply updated = caller.patch(account, "{\"type\":{\"id\":\"harbour-db\",\"properties\":{\"password\":\"p\"}}}");

        assertThat(updated.status()).isEqualTo(202);
        assertThat(updated.json().path("valid").booleanValue()).isTrue();
        assertThat(updated.json().path("name").asText()).isEqualTo("Harbour");
        assertThat(caller.patch(account, "{\"type\":{\"id\":\"tide-tables\"}}")
                        .json()
                        .path("valid")
                        .booleanValue())
                .isFalse();
    }

    @Test
    void updatesOnlyTheName() {
        String account = path(caller.post("/v1/accounts", HARBOUR));

        JsonNode updated = caller.patch(account, "{\"name\":\"Port\"}").json();

        assertThat(updated.path("name").asText()).isEqualTo("Port");
        assertThat(updated.path("valid").booleanValue()).isTrue();
        assertThat(caller.patch(account, "{\"name\":\"\"}").status()).isEqualTo(400);
        assertThat(caller.patch(account, "{\"name\":\"\",\"type\":{\"id\":\"tide-tables\"}}")
                        .status())
                .isEqualTo(400);
        assertThat(caller.get(account).json()).isEqualTo(updated);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":{\"id\":\"harbour-db\"}}",
                "{\"name\":\"n\"}",
                "{\"name\":\"n\",\"type\":\"harbour-db\"}",
                "{\"name\":\"n\",\"type\":{}}",
                "{\"name\":\"n\",\"type\":{\"id\":\"harbour-db\",\"properties\":[]}}"
            })
    void rejectsAnIncompleteOrMalformedAccount(String body) {
        assertThat(caller.post("/v1/accounts", body).status()).isEqualTo(400);
        assertThat(caller.get("/v1/accounts").json()).isEmpty();
    }

    @Test
    void returns404AfterDeletion() {
        String account = path(caller.post("/v1/accounts", HARBOUR));

        assertThat(caller.delete(account).status()).isEqualTo(204);

        assertThat(caller.get(account).status()).isEqualTo(404);
        assertThat(caller.delete(account).status()).isEqualTo(404);
        assertThat(caller.patch(account, "{}").status()).isEqualTo(404);
        assertThat(caller.post(account + "/shares", "{\"user\":{\"id\":1}}").status())
                .isEqualTo(404);
    }

    @Test
    void rejectsSharingWithAnUnknownUser() {
        String account = path(caller.post("/v1/accounts", HARBOUR));
        String user = caller.get("/v1/users").json().at("/0/id").asText();

        Reply shared = caller.post(account + "/shares", "{\"user\":{\"id\":" + user + "}}");

        assertThat(shared.status()).isEqualTo(200);
        assertThat(shared.text()).isEmpty();
        assertThat(caller.post(account + "/shares", "{\"user\":{\"id\":999}}").message())
                .isEqualTo("user: no user 999");
        assertThat(caller.post(account + "/shares", "{}").status()).isEqualTo(400);
        assertThat(caller.post(account + "/shares", "{\"user\":{\"id\":\"x\"}}").status())
                .isEqualTo(400);
        assertThat(caller.post(account + "/shares", "{\"user\":{\"id\":1.5}}").status())
                .isEqualTo(400);
    }

    @Test
    void accountTypesListTheirProperties() {
        JsonNode types = caller.get("/v1/account-types/").json();
        JsonNode type = caller.get("/v1/account-types/harbour-db").json();

        assertThat(types.size()).isBetween(3, 9);
        assertThat(types.findValuesAsText("id")).contains("harbour-db");
        assertThat(types.get(0).has("_templates")).isFalse();
        assertThat(type.at("/_templates/default/key").asText()).isEqualTo("default");
        assertThat(type.at("/_templates/default/method").asText()).isEqualTo("post");
        assertThat(type.at("/_templates/default/properties").findValuesAsText("name"))
                .containsExactly("host", "port", "username", "password");
        assertThat(type.at("/_templates/default/properties/0/required").booleanValue())
                .isTrue();
        assertThat(type.at("/_templates/default/properties/0").has("regex")).isFalse();
        assertThat(type.at("/_templates/default/properties/1/regex").asText()).isEqualTo("[0-9]{1,5}");
    }

    @Test
    void anUnknownAccountTypeAcceptsAnyProperties() {
        Reply created = caller.post(
                "/v1/accounts",
                "{\"name\":\"db\",\"type\":{\"id\":\"mysql\",\"properties\":{\"host\":\"h\",\"password\":\"p\"}}}");

        assertThat(created.status()).isEqualTo(200);
        assertThat(created.json().path("valid").booleanValue()).isTrue();
        JsonNode type = caller.get("/v1/account-types/mysql").json();
        assertThat(type.path("id").asText()).isEqualTo("mysql");
        assertThat(type.at("/_templates/default/properties").isArray()).isTrue();
        assertThat(type.at("/_templates/default/properties")).isEmpty();
        assertThat(caller.get("/v1/account-types").json().findValuesAsText("id"))
                .doesNotContain("mysql");
    }

    @Test
    void rejectsAnUnknownAccountTypeWithTheQuirk() {
        try (DomoSandbox strict = DomoSandbox.builder()
                .quirk(Quirk.UNKNOWN_ACCOUNT_TYPES_ARE_REJECTED)
                .start()) {
            Caller other = new Caller(strict);

            assertThat(other.post("/v1/accounts", HARBOUR.replace("harbour-db", "mysql"))
                            .message())
                    .isEqualTo("type.id: no account type 'mysql'");
            assertThat(other.get("/v1/account-types/mysql").status()).isEqualTo(404);
            assertThat(other.post("/v1/accounts", HARBOUR).status()).isEqualTo(200);
        }
    }

    @Test
    void accountTypesOfTheBuilderReplaceTheFictitiousOnes() {
        try (DomoSandbox configured = DomoSandbox.builder()
                .accountType("mysql", "host", "password")
                .accountType("domo-csv")
                .start()) {
            Caller other = new Caller(configured);

            assertThat(other.get("/v1/account-types").json().findValuesAsText("id"))
                    .containsExactly("mysql", "domo-csv");
            assertThat(other.get("/v1/account-types/mysql")
                            .json()
                            .at("/_templates/default/properties")
                            .findValuesAsText("name"))
                    .containsExactly("host", "password");
            String account = "/v1/accounts/"
                    + other.post(
                                    "/v1/accounts",
                                    "{\"name\":\"db\",\"type\":{\"id\":\"mysql\",\"properties\":{\"host\":\"h\"}}}")
                            .json()
                            .path("id")
                            .asText();
            assertThat(other.get(account).json().path("valid").booleanValue()).isFalse();
            other.patch(account, "{\"type\":{\"id\":\"mysql\",\"properties\":{\"password\":\"p\",\"port\":1}}}");
            assertThat(other.get(account).json().path("valid").booleanValue()).isTrue();
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DomoSandbox.builder().accountType(" "))
                .withMessageContaining("id");
    }

    @Test
    void listsPageByPage() {
        caller.post("/v1/accounts", HARBOUR);
        caller.post("/v1/accounts", HARBOUR.replace("Harbour", "Second"));

        assertThat(caller.get("/v1/accounts?limit=1").json().findValuesAsText("name"))
                .containsExactly("Harbour");
        assertThat(caller.get("/v1/accounts?limit=5000&offset=1").json().findValuesAsText("name"))
                .containsExactly("Second");
        assertThat(caller.get("/v1/accounts?limit=0").status()).isEqualTo(400);
        assertThat(caller.get("/v1/account-types?limit=2&offset=1").json()).hasSize(2);
    }

    @Test
    void requiresTheAccountScope() {
        try (DomoSandbox narrow =
                DomoSandbox.builder().client("id", "s3cret", "data").start()) {
            Caller other = new Caller(narrow);

            assertThat(other.get("/v1/accounts").json().path("scope").asText()).isEqualTo("account");
            assertThat(other.get("/v1/account-types").status()).isEqualTo(403);
        }
    }

    private static String path(Reply created) {
        return "/v1/accounts/" + created.json().path("id").asText();
    }
}

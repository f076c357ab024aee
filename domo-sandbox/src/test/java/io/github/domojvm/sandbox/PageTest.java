package io.github.domojvm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.start();

    private final Caller caller = new Caller(sandbox);

    @Test
    void createsATopLevelPageWithOwners() {
        Reply created = caller.post("/v1/pages", "{\"name\":\"Tides\",\"locked\":\"TRUE\",\"cardIds\":[7,8]}");

        assertThat(created.status()).isEqualTo(201);
        JsonNode page = created.json();
        assertThat(page.path("parentId").asLong()).isZero();
        assertThat(page.path("locked").asBoolean()).isTrue();
        assertThat(page.has("ownerId")).isFalse();
        assertThat(page.path("owners").path(0).path("id").asLong()).isEqualTo(730_114);
        assertThat(page.has("collectionIds")).isFalse();
        JsonNode read = caller.get("/v1/pages/" + page.path("id").asLong()).json();
        assertThat(read.path("collectionIds").isArray()).isTrue();
        assertThat(read.path("cardIds")).hasToString("[7,8]");
    }

    @Test
    void listReturnsATreePagedByTopLevelPages() {
        long harbour = page("{\"name\":\"Harbour\"}");
        long tides = page("{\"name\":\"Tides\",\"parentId\":" + harbour + "}");
        long week = page("{\"name\":\"This week\",\"parentId\":" + tides + "}");
        page("{\"name\":\"Yard\"}");

        JsonNode first = caller.get("/v1/pages?limit=1").json();
        assertThat(first).hasSize(1);
        assertThat(first.at("/0/children/0/id").asLong()).isEqualTo(tides);
        assertThat(first.at("/0/children/0/children/0/id").asLong()).isEqualTo(week);
        assertThat(caller.get("/v1/pages/?limit=1&offset=1")
                        .json()
                        .at("/0/name")
                        .asText())
                .isEqualTo("Yard");
        assertThat(caller.get("/v1/pages?offset=2").json()).isEmpty();
    }

    @Test
    void updatePreservesMembersThatAreNotInTheBody() {
        long id = page("{\"name\":\"Tides\",\"cardIds\":[7],\"visibility\":{\"userIds\":[1],\"groupIds\":[2]}}");

        long ada = user("Ada");
        long grace = user("Grace");

        Reply changed = caller.put(
                "/v1/pages/" + id, "{\"name\":\"Ebb\",\"ownerId\":" + ada + ",\"visibility\":{\"userIds\":[3]}}");

        assertThat(changed.status()).isEqualTo(204);
        JsonNode page = caller.get("/v1/pages/" + id).json();
        assertThat(page.path("name").asText()).isEqualTo("Ebb");
        assertThat(page.at("/owners/0/id").asLong()).isEqualTo(ada);
        assertThat(page.path("cardIds")).hasToString("[7]");
        assertThat(page.path("visibility")).hasToString("{\"userIds\":[3],\"groupIds\":[2]}");
        caller.put("/v1/pages/" + id, "{\"owners\":[{\"id\":" + grace + ",\"type\":\"USER\"}]}");
        assertThat(caller.get("/v1/pages/" + id).json().at("/owners/0/id").asLong())
                .isEqualTo(grace);
    }

    @Test
    void zerosOfTheJavaSdkAreNoIds() {
        long id = page("{\"id\":0,\"name\":\"SIT\",\"parentId\":0,\"ownerId\":0}");
        long ada = user("Ada");
        caller.put("/v1/pages/" + id, "{\"ownerId\":" + ada + "}");

        Reply changed = caller.put("/v1/pages/" + id, "{\"id\":0,\"name\":\"N\",\"parentId\":0,\"ownerId\":0}");

        assertThat(changed.status()).isEqualTo(204);
        assertThat(owners(id)).containsExactly("Ada");
        assertThat(caller.get("/v1/pages/" + id).json().path("name").asText()).isEqualTo("N");
    }

    @Test
    void returnsTheOwnerIdInsteadOfOwnersWithTheQuirk() {
        try (DomoSandbox older =
                DomoSandbox.builder().quirk(Quirk.PAGES_HAVE_OWNER_ID).start()) {
            Caller other = new Caller(older);

            JsonNode page = other.post("/v1/pages", "{\"name\":\"Tides\"}").json();

            assertThat(page.path("ownerId").asLong()).isEqualTo(730_114);
            assertThat(page.has("owners")).isFalse();
            assertThat(other.get("/v1/pages/" + page.path("id").asText()).json().has("owners"))
                    .isFalse();
        }
    }

    @Test
    void ownersHaveTheirCurrentNames() {
        long ada = user("Ada");
        long id = page("{\"name\":\"Tides\",\"owners\":[{\"id\":730114},{\"id\":" + ada + "}]}");

        assertThat(owners(id)).containsExactly("Sandbox Owner", "Ada");
        caller.put("/v1/users/" + ada, "{\"email\":\"Ada@x.example\",\"name\":\"Ada Lime\"}");
        assertThat(owners(id)).containsExactly("Sandbox Owner", "Ada Lime");
    }

    @Test
    void deletingTheOwnerLeavesThePageWithoutAnOwner() {
        long ada = user("Ada");
        long id = page("{\"name\":\"Tides\",\"ownerId\":" + ada + "}");

        assertThat(caller.delete("/v1/users/" + ada).status()).isEqualTo(204);

        JsonNode page = caller.get("/v1/pages/" + id).json();
        assertThat(page.path("owners").isArray()).isTrue();
        assertThat(page.path("owners")).isEmpty();
        assertThat(page.has("ownerId")).isFalse();
        assertThat(caller.put("/v1/pages/" + id, "{\"ownerId\":730114}").status())
                .isEqualTo(204);
        assertThat(owners(id)).containsExactly("Sandbox Owner");
    }

    @Test
    void cardInACollectionStaysOnThePageWhenNotListed() {
        long id = page("{\"name\":\"Tides\",\"cardIds\":[7,8]}");
        Reply collection = caller.post("/v1/pages/" + id + "/collections", "{\"title\":\"Week\",\"cardIds\":[7,8]}");
        assertThat(collection.status()).isEqualTo(200);
        assertThat(collection.json().path("description").asText("none")).isEmpty();

        caller.put("/v1/pages/" + id, "{\"cardIds\":[9]}");
        assertThat(caller.get("/v1/pages/" + id).json().path("cardIds")).hasToString("[9,7,8]");
        caller.put(
                "/v1/pages/" + id + "/collections/"
                        + collection.json().path("id").asLong(),
                "{\"cardIds\":[8]}");
        caller.put("/v1/pages/" + id, "{\"cardIds\":[9]}");

        assertThat(caller.get("/v1/pages/" + id).json().path("cardIds")).hasToString("[9,8]");
        assertThat(caller.get("/v1/pages/" + id + "/collections").json().at("/0/cardIds"))
                .hasToString("[8]");
    }

    @Test
    void collectionAcceptsOnlyCardsOfItsPage() {
        long id = page("{\"name\":\"Tides\",\"cardIds\":[7]}");
        String collections = "/v1/pages/" + id + "/collections";

        assertThat(caller.post(collections, "{\"title\":\"Week\",\"cardIds\":[9]}")
                        .message())
                .contains("add the card to the page first");
        long week = caller.post(collections, "{\"title\":\"Week\"}")
                .json()
                .path("id")
                .asLong();
        assertThat(caller.put(collections + "/" + week, "{\"title\":\"Month\",\"description\":\"d\",\"cardIds\":[7]}")
                        .status())
                .isEqualTo(204);
        assertThat(caller.get(collections).json().path(0))
                .hasToString("{\"id\":" + week + ",\"title\":\"Month\",\"description\":\"d\",\"cardIds\":[7]}");
        assertThat(caller.delete(collections + "/" + week).status()).isEqualTo(204);
        assertThat(caller.delete(collections + "/" + week).status()).isEqualTo(404);
    }

    @Test
    void collectionIdsCanOnlyBeReordered() {
        long id = page("{\"name\":\"Tides\"}");
        String collections = "/v1/pages/" + id + "/collections";
        long a = caller.post(collections, "{\"title\":\"a\"}").json().path("id").asLong();
        long b = caller.post(collections, "{\"title\":\"b\"}").json().path("id").asLong();

        caller.put("/v1/pages/" + id, "{\"collectionIds\":[" + b + "," + a + "]}");

        assertThat(caller.get("/v1/pages/" + id).json().path("collectionIds")).hasToString("[" + b + "," + a + "]");
        assertThat(caller.put("/v1/pages/" + id, "{\"collectionIds\":[" + a + "]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void deletingAPageMovesItsChildrenToTheTopLevel() {
        long harbour = page("{\"name\":\"Harbour\"}");
        long tides = page("{\"name\":\"Tides\",\"parentId\":" + harbour + "}");

        assertThat(caller.delete("/v1/pages/" + harbour).status()).isEqualTo(204);

        assertThat(caller.get("/v1/pages/" + harbour).status()).isEqualTo(404);
        assertThat(caller.get("/v1/pages/" + tides).json().path("parentId").asLong())
                .isZero();
        assertThat(caller.get("/v1/pages").json()).hasSize(1);
    }

    @Test
    void visibilityOfAPageExtendsToThePagesAboveIt() {
        long harbour = page("{\"name\":\"Harbour\",\"visibility\":{\"userIds\":[1]}}");
        long tides = page("{\"name\":\"Tides\",\"parentId\":" + harbour + "}");
        long week = page("{\"name\":\"Week\",\"visibility\":{\"userIds\":[1,2],\"groupIds\":[3]}}");

        caller.put("/v1/pages/" + week, "{\"parentId\":" + tides + "}");

        for (long above : new long[] {harbour, tides}) {
            assertThat(caller.get("/v1/pages/" + above).json().path("visibility"))
                    .hasToString("{\"userIds\":[1,2],\"groupIds\":[3]}");
        }
        caller.put("/v1/pages/" + harbour, "{\"visibility\":{\"userIds\":[9]}}");
        assertThat(caller.get("/v1/pages/" + week).json().at("/visibility/userIds"))
                .hasToString("[1,2]");
        caller.put("/v1/pages/" + week, "{\"name\":\"This week\"}");
        assertThat(caller.get("/v1/pages/" + harbour).json().at("/visibility/userIds"))
                .hasToString("[9]");
    }

    @Test
    void requiresTheDashboardScope() {
        try (DomoSandbox narrow =
                DomoSandbox.builder().client("id", "s3cret", "data").start()) {
            assertThat(new Caller(narrow).get("/v1/pages").json().path("scope").asText())
                    .isEqualTo("dashboard");
        }
    }

    @Test
    void rejectsAPageBelowItself() {
        long harbour = page("{\"name\":\"Harbour\"}");
        long tides = page("{\"name\":\"Tides\",\"parentId\":" + harbour + "}");

        assertThat(caller.put("/v1/pages/" + harbour, "{\"parentId\":" + tides + "}")
                        .message())
                .contains("below itself");
        assertThat(caller.put("/v1/pages/" + tides, "{\"parentId\":0}").status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\" \"}",
                "{\"name\":\"x\",\"parentId\":999}",
                "{\"name\":\"x\",\"cardIds\":7}",
                "{\"name\":\"x\",\"owners\":[]}",
                "{\"name\":\"x\",\"owners\":[{\"displayName\":\"y\"}]}",
                "{\"name\":\"x\",\"owners\":[{\"id\":730114},{\"id\":99}]}",
                "{\"name\":\"x\",\"ownerId\":99}"
            })
    void rejectsAnInvalidPage(String body) {
        assertThat(caller.post("/v1/pages", body).status()).isEqualTo(400);
        assertThat(caller.get("/v1/pages").json()).isEmpty();
    }

    private List<String> owners(long page) {
        return caller.get("/v1/pages/" + page).json().path("owners").findValuesAsText("displayName");
    }

    private long user(String name) {
        String body = "{\"name\":\"" + name + "\",\"email\":\"" + name + "@x.example\",\"role\":\"Participant\"}";
        return caller.post("/v1/users", body).json().path("id").asLong();
    }

    private long page(String body) {
        return caller.post("/v1/pages/", body).json().path("id").asLong();
    }
}

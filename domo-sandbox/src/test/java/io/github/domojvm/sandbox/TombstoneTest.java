package io.github.domojvm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TombstoneTest {
    private final DomoSandbox sandbox =
            DomoSandbox.builder().quirk(Quirk.DELETED_OBJECTS_LEAVE_TOMBSTONES).start();
    private final Caller caller = new Caller(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void getsTheTombstoneOfADeletedDataSet() {
        String id = caller.newDataSet();
        String path = "/v1/datasets/" + id;
        caller.put(path + "/data", "a,1\n");

        assertThat(caller.delete(path).status()).isEqualTo(204);

        assertThat(caller.get(path).status()).isEqualTo(200);
        assertThat(caller.get(path).json()).hasToString("{\"id\":\"" + id + "\",\"name\":\"Cities\",\"deleted\":true}");
        assertThat(caller.get("/v1/datasets").json()).isEmpty();
        for (String below : new String[] {"/data", "/policies"}) {
            assertThat(caller.get(path + below).status()).as(below).isEqualTo(404);
        }
        assertThat(caller.put(path, "{\"name\":\"Towns\"}").status()).isEqualTo(404);
        assertThat(caller.delete(path).status()).isEqualTo(404);
    }

    @Test
    void getsTheTombstoneOfADeletedUser() {
        long id = caller.post("/v1/users", "{\"name\":\"Ada\",\"email\":\"ada@x.example\",\"role\":\"Privileged\"}")
                .json()
                .path("id")
                .asLong();

        assertThat(caller.delete("/v1/users/" + id).status()).isEqualTo(204);

        assertThat(caller.get("/v1/users/" + id).json())
                .hasToString("{\"id\":" + id + ",\"name\":\"Ada\",\"deleted\":true}");
        assertThat(caller.get("/v1/users").json()).hasSize(1);
        assertThat(caller.put("/v1/users/" + id, "{\"email\":\"ada@x.example\"}")
                        .status())
                .isEqualTo(404);
        assertThat(caller.get("/v1/groups/" + id).status()).isEqualTo(404);
    }

    @Test
    void getsTheTombstoneOfADeletedGroup() {
        long id = caller.post("/v1/groups", "{\"name\":\"Pilots\"}")
                .json()
                .path("id")
                .asLong();

        assertThat(caller.delete("/v1/groups/" + id).status()).isEqualTo(204);

        assertThat(caller.get("/v1/groups/" + id).json())
                .hasToString("{\"id\":" + id + ",\"name\":\"Pilots\",\"deleted\":true}");
        assertThat(caller.get("/v1/groups").json().findValuesAsText("name")).doesNotContain("Pilots");
        assertThat(caller.get("/v1/groups/" + id + "/users").status()).isEqualTo(404);
        assertThat(caller.delete("/v1/groups/" + id).status()).isEqualTo(404);
    }

    @Test
    void returns404ForObjectsThatNeverExisted() {
        assertThat(caller.get("/v1/datasets/none").status()).isEqualTo(404);
        assertThat(caller.get("/v1/users/99").status()).isEqualTo(404);
        assertThat(caller.get("/v1/groups/99").status()).isEqualTo(404);
    }

    @Test
    void returns404ForADeletedStream() {
        String stream = caller.newStream("APPEND");

        caller.delete(stream);

        assertThat(caller.get(stream).status()).isEqualTo(404);
    }
}

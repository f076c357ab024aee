package io.github.domojvm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class IdMapTest {
    private static final String RECORDED_UUID = "908331df-3333-4e83-b701-0225401512cb";
    private static final String UUID = "0d95e5cb-d984-4f72-9992-006016db77a6";

    private final IdMap ids = new IdMap();

    @Test
    void mapsNumbersInPathsExceptThoseOfExecutionsAndParts() throws Exception {
        learn("/v1/streams", "{\"id\":7}", "{\"id\":12}");

        assertThat(ids.url("/v1/streams/7/executions/7/part/7?limit=7"))
                .isEqualTo("/v1/streams/12/executions/7/part/7?limit=7");
    }

    @Test
    void mapsNumbersOfABodyOnlyInMembersThatContainIds() throws Exception {
        learn("/v1/users", "{\"id\":7}", "{\"id\":12}");

        assertThat(ids.body(
                        "/v1/projects", "{\"members\":[7,8],\"createdBy\":7,\"count\":7,\"cardIds\":[7],\"id\":\"7\"}"))
                .isEqualTo("{\"members\":[12,8],\"createdBy\":12,\"count\":7,\"cardIds\":[7],\"id\":\"12\"}");
        assertThat(ids.body("/v1/projects/9/members", "[7]")).isEqualTo("[12]");
        assertThat(ids.body("/v1/streams/9/executions/1/part/1", "7")).isEqualTo("7");
    }

    @Test
    void preservesTheSpellingOfABodyWithoutMappedNumbers() throws Exception {
        learn("/v1/users", "{\"id\":7}", "{\"id\":12}");

        assertThat(ids.body("/v1/groups/9", "{\"name\":  \"G\", \"id\": 8}"))
                .isEqualTo("{\"name\":  \"G\", \"id\": 8}");
        assertThat(ids.body("/v1/groups/9", "SELECT 7")).isEqualTo("SELECT 7");
        assertThat(ids.body("/v1/groups/9", "")).isEmpty();
    }

    @Test
    void mapsUuidsEverywhere() throws Exception {
        learn("/v1/datasets", "{\"id\":\"" + RECORDED_UUID + "\"}", "{\"id\":\"" + UUID + "\"}");

        assertThat(ids.url("/v1/streams/search?q=dataSource.id%3A" + RECORDED_UUID))
                .isEqualTo("/v1/streams/search?q=dataSource.id%3A" + UUID);
        assertThat(ids.body("/v1/any", "about " + RECORDED_UUID)).isEqualTo("about " + UUID);
    }

    @Test
    void learnsFromALocation() {
        ids.learn("http://127.0.0.1:18921/v1/streams/7", "http://127.0.0.1:4711/v1/streams/12");

        assertThat(ids.url("/v1/streams/7")).isEqualTo("/v1/streams/12");
        assertThat(ids.numbersDiffer()).isTrue();
    }

    @Test
    void learnsNothingFromTheActivityLogExecutionsAndListsOfAnotherLength() throws Exception {
        learn("/v1/audit", "[{\"userId\":7}]", "[{\"userId\":12}]");
        learn("/v1/streams/3/executions", "{\"id\":7}", "{\"id\":12}");
        learn("/v1/streams/3", "{\"lastExecution\":{\"id\":7}}", "{\"lastExecution\":{\"id\":12}}");
        learn("/v1/groups", "[{\"id\":7}]", "[{\"id\":12},{\"id\":7}]");

        assertThat(ids.url("/v1/groups/7")).isEqualTo("/v1/groups/7");
        assertThat(ids.numbersDiffer()).isFalse();
    }

    @Test
    void keepsTheFirstIdThatItLearned() throws Exception {
        learn("/v1/groups", "{\"id\":7}", "{\"id\":12}");
        learn("/v1/groups", "[{\"id\":7}]", "[{\"id\":13}]");

        assertThat(ids.url("/v1/groups/7")).isEqualTo("/v1/groups/12");
    }

    private void learn(String path, String recorded, String response) throws Exception {
        ObjectMapper json = new ObjectMapper();
        String call = json.createObjectNode()
                .put("n", 1)
                .put("method", "GET")
                .put("url", path)
                .put("status", 200)
                .put("contentType", "application/json")
                .put("response", recorded)
                .set("headers", json.createObjectNode())
                .toString();
        ids.learn(RecordedCall.read(call), json.readTree(response));
    }
}

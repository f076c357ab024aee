package io.github.domojvm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How each update method merges new rows with existing rows. */
class UpdateMethodTest extends ExecutionFixture {
    @Test
    void appendsToExistingRows() {
        succeeded();
        succeeded();

        assertThat(cities()).containsExactly("a", "a");
    }

    @Test
    void replacesExistingRows() {
        succeeded();
        String execution = stream + "/executions/"
                + caller.post(stream + "/executions", "{\"updateMethod\":\"REPLACE\"}")
                        .json()
                        .path("id")
                        .asLong();
        part(execution, 1, "b,1\n");
        commit(execution);
        clock.advance(DELAY);

        assertThat(cities()).containsExactly("b");
    }

    @Test
    void usesTheMethodFromTheStartOfTheExecution() {
        succeeded();
        String execution = caller.newExecution(stream);
        caller.patch(stream, "{\"updateMethod\":\"REPLACE\"}");
        part(execution, 1, "b,1\n");
        commit(execution);
        clock.advance(DELAY);

        assertThat(cities()).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPSERT", "APPEND"})
    void replacesRowsWithTheSameKeyAndAddsOthers(String method) {
        String keyed = caller.newStreamOf("{\"dataSet\":" + Caller.CITIES + ",\"updateMethod\":\"" + method
                + "\",\"keyColumnNames\":[\"city\"]}");
        String set = caller.dataSetOf(keyed);
        caller.upload(keyed, "a,1\nb,1\n,1\n");
        clock.advance(DELAY);
        caller.upload(keyed, "b,2\nc,2\n,2\nb,3\n");
        clock.advance(DELAY);

        assertThat(sandbox.rows(set))
                .containsExactly(List.of("a", "1"), List.of("c", "2"), Arrays.asList(null, "2"), List.of("b", "3"));
    }

    @Test
    void importIntoADataSetWithKeysUpserts() {
        String keyed = caller.newStream("UPSERT");
        String set = caller.dataSetOf(keyed);
        caller.put("/v1/datasets/" + set + "/data", "a,1\nb,1\n");
        caller.put("/v1/datasets/" + set + "/data?updateMethod=APPEND", "b,2\n");

        assertThat(sandbox.rows(set)).containsExactly(List.of("a", "1"), List.of("b", "2"));
    }

    @Test
    void endsInvalidWhenAKeyColumnIsMissingFromTheSchema() {
        String keyed = caller.newStream("UPSERT");
        String execution = caller.upload(keyed, "a,1\n");
        caller.put(
                "/v1/datasets/" + caller.dataSetOf(keyed),
                "{\"schema\":{\"columns\":[{\"name\":\"town\",\"type\":\"STRING\"},"
                        + "{\"name\":\"people\",\"type\":\"LONG\"}]}}");
        clock.advance(DELAY);

        assertThat(caller.state(execution)).isEqualTo("INVALID");
    }
}

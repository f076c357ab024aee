package io.github.domojvm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Committed and finished executions. */
class CommittedExecutionTest extends ExecutionFixture {
    @Test
    void isActiveAndSucceedsAfterTheDelay() {
        String execution = caller.newExecution(stream);
        part(execution, 1, "a,1\nb,2\n");
        clock.advance(Duration.ofSeconds(1));

        Reply reply = commit(execution);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("currentState").asText()).isEqualTo("ACTIVE");
        assertThat(caller.state(execution)).isEqualTo("ACTIVE");
        clock.advance(DELAY);
        JsonNode json = caller.get(execution).json();
        assertThat(json.path("currentState").asText()).isEqualTo("SUCCESS");
        assertThat(json.path("endedAt").asText()).isEqualTo("2026-03-04T05:07:08.089Z");
        assertThat(json.path("rows").asInt()).isEqualTo(2);
        JsonNode set = caller.get("/v1/datasets/" + dataSet).json();
        assertThat(set.path("rows").asInt()).isEqualTo(2);
        assertThat(set.path("columns").asInt()).isEqualTo(2);
        assertThat(set.path("dataCurrentAt").asText()).isEqualTo("2026-03-04T05:07:08.089Z");
        assertThat(caller.get(stream).json().path("modifiedAt").asText()).isEqualTo("2026-03-04T05:07:08.089Z");
    }

    @Test
    void rejectsPartsAndAcceptsASecondCommit() {
        String execution = committed();

        assertThat(part(execution, 2, "b,1\n").status()).isEqualTo(400);
        assertThat(commit(execution).status()).isEqualTo(200);
        clock.advance(DELAY);
        assertThat(sandbox.rowCount(dataSet)).isEqualTo(1);
    }

    @Test
    void canBeAbortedUntilItIsProcessed() {
        String execution = committed();

        assertThat(abort(execution).json().path("currentState").asText()).isEqualTo("ABORTED");
        clock.advance(DELAY);
        assertThat(caller.state(execution)).isEqualTo("ABORTED");
        assertThat(sandbox.rowCount(dataSet)).isZero();
    }

    @Test
    void isAbortedByANewExecution() {
        String execution = committed();
        caller.newExecution(stream);
        clock.advance(DELAY);

        assertThat(caller.state(execution)).isEqualTo("ABORTED");
        assertThat(sandbox.rowCount(dataSet)).isZero();
    }

    @Test
    void endsInvalidWhenTheSchemaNoLongerAcceptsTheRows() {
        String execution = committed();
        caller.put(
                "/v1/datasets/" + dataSet,
                "{\"schema\":{\"columns\":[{\"name\":\"city\",\"type\":\"LONG\"},"
                        + "{\"name\":\"people\",\"type\":\"LONG\"}]}}");
        clock.advance(DELAY);

        JsonNode json = caller.get(execution).json();

        assertThat(json.path("currentState").asText()).isEqualTo("INVALID");
        assertThat(json.has("endedAt")).isTrue();
        assertThat(json.has("rows")).isFalse();
        assertThat(sandbox.rowCount(dataSet)).isZero();
        assertThat(part(execution, 1, "a,1\n").status()).isEqualTo(400);
        assertThat(commit(execution).status()).isEqualTo(400);
        assertThat(abort(execution).status()).isEqualTo(400);
    }

    @Test
    void checksRowsAgainAfterASchemaChange() {
        committed();
        caller.put(
                "/v1/datasets/" + dataSet,
                "{\"schema\":{\"columns\":[{\"name\":\"a\",\"type\":\"STRING\"},"
                        + "{\"name\":\"1\",\"type\":\"STRING\"}]}}");
        clock.advance(DELAY);

        assertThat(sandbox.rows(dataSet)).containsExactly(List.of("a", "1"));
    }

    @Test
    void endsInvalidWhenTheDataSetIsDeleted() {
        String execution = committed();
        caller.delete("/v1/datasets/" + dataSet);
        clock.advance(DELAY);

        assertThat(caller.state(execution)).isEqualTo("INVALID");
    }

    @Test
    void rejectsPartsCommitsAndAbortsAfterSuccess() {
        String execution = succeeded();

        assertThat(part(execution, 1, "a,1\n").status()).isEqualTo(400);
        assertThat(commit(execution).status()).isEqualTo(400);
        assertThat(abort(execution).status()).isEqualTo(400);
        assertThat(caller.state(execution)).isEqualTo("SUCCESS");
    }

    @Test
    void isNotAffectedByTheNextExecution() {
        String execution = succeeded();
        caller.newExecution(stream);

        assertThat(caller.state(execution)).isEqualTo("SUCCESS");
    }
}

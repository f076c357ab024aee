package io.github.domojvm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Open executions: parts, rejected commits, and aborts. */
class OpenExecutionTest extends ExecutionFixture {
    @ParameterizedTest
    @ValueSource(strings = {"", "null", "\"\"", "{}", "{\"updateMethod\":null}"})
    void startsActiveWithIdsFromOne(String body) {
        Reply first = caller.post(stream + "/executions", body);
        Reply second = caller.post(stream + "/executions", body);

        assertThat(first.status()).isEqualTo(200);
        JsonNode json = first.json();
        assertThat(json.path("id").asLong()).isEqualTo(1);
        assertThat(json.path("currentState").asText()).isEqualTo("ACTIVE");
        assertThat(json.path("startedAt").asText()).isEqualTo("2026-03-04T05:06:07Z");
        assertThat(json.path("updateMethod").asText()).isEqualTo("APPEND");
        assertThat(json.has("endedAt")).isFalse();
        assertThat(json.has("rows")).isFalse();
        assertThat(second.json().path("id").asLong()).isEqualTo(2);
    }

    @Test
    void abortsThePreviousExecution() {
        String first = caller.newExecution(stream);
        part(first, 1, "a,1\n");
        String second = caller.newExecution(stream);

        assertThat(caller.state(first)).isEqualTo("ABORTED");
        assertThat(caller.get(first).json().has("endedAt")).isTrue();
        assertThat(caller.state(second)).isEqualTo("ACTIVE");
        assertThat(commit(second).status()).isEqualTo(400);
    }

    @Test
    void rejectsAnUnknownMethod() {
        assertThat(caller.post(stream + "/executions", "{\"updateMethod\":\"MERGE\"}")
                        .status())
                .isEqualTo(400);
        assertThat(caller.post(stream + "/executions", "{\"updateMethod\":\"UPSERT\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void listsExecutionsInPages() {
        caller.newExecution(stream);
        caller.newExecution(stream);
        caller.newExecution(stream);

        JsonNode page = caller.get(stream + "/executions?limit=1&offset=1").json();

        assertThat(caller.get(stream + "/executions").json()).hasSize(3);
        assertThat(page).hasSize(1);
        assertThat(page.path(0).path("id").asLong()).isEqualTo(2);
    }

    @Test
    void storesAPartAndUpdatesTheModificationTime() {
        String execution = caller.newExecution(stream);
        clock.advance(Duration.ofSeconds(1));

        Reply reply = part(execution, 1, "a,1\n");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("currentState").asText()).isEqualTo("ACTIVE");
        assertThat(reply.json().path("modifiedAt").asText()).isEqualTo("2026-03-04T05:06:08.089Z");
        assertThat(sandbox.rowCount(dataSet)).isZero();
    }

    @Test
    void aLaterPartReplacesOneWithTheSameNumber() {
        String execution = caller.newExecution(stream);
        part(execution, 1, "first,1\n");
        part(execution, 1, "second,1\n");
        commit(execution);
        clock.advance(DELAY);

        assertThat(cities()).containsExactly("second");
    }

    @Test
    void mergesPartsByNumberRegardlessOfUploadOrder() {
        String execution = caller.newExecution(stream);
        for (int number : new int[] {3, 1, 10, 2, 4, 5, 6, 7, 8, 9}) {
            part(execution, number, number + "," + number + "\n");
        }
        commit(execution);
        clock.advance(DELAY);

        assertThat(cities()).containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
    }

    @Test
    void decompressesGzipRegardlessOfTheHeaders() {
        String execution = caller.newExecution(stream);
        String path = execution + "/part/";
        caller.sendBytes("PUT", path + 1, Caller.gzip("a,1\n"), "Content-Encoding", "gzip");
        caller.sendBytes("PUT", path + 2, Caller.gzip("b,1\n"), "Content-Type", "application/gzip");
        byte[] one = Caller.gzip("c,1\n");
        byte[] two = Arrays.copyOf(one, one.length * 2);
        System.arraycopy(one, 0, two, one.length, one.length);
        caller.sendBytes("PUT", path + 3, two, "Content-Type", "text/csv");
        caller.sendBytes("PUT", path + 4, "d,1\n".getBytes(StandardCharsets.UTF_8), "Content-Encoding", "gzip");
        caller.sendBytes("PUT", path + 5, new byte[0]);
        commit(execution);
        clock.advance(DELAY);

        assertThat(cities()).containsExactly("a", "b", "c", "c", "d");
    }

    @Test
    void skipsAHeaderInEveryPart() {
        String execution = caller.newExecution(stream);
        part(execution, 1, "city,people\na,1\n");
        part(execution, 2, "city,people\nb,1\n");
        commit(execution);
        clock.advance(DELAY);

        assertThat(cities()).containsExactly("a", "b");
    }

    @Test
    void acceptsPartsConcurrently() throws Exception {
        String execution = caller.newExecution(stream);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int number = 1; number <= 40; number++) {
                int part = number;
                calls.add(() -> part(execution, part, (part + "," + part + "\n").repeat(500))
                        .status());
            }
            for (Future<Integer> status : threads.invokeAll(calls)) {
                assertThat(status.get()).isEqualTo(200);
            }
        } finally {
            threads.shutdown();
        }
        commit(execution);
        clock.advance(DELAY);

        assertThat(sandbox.rowCount(dataSet)).isEqualTo(20_000);
        assertThat(cities().get(500)).isEqualTo("2");
    }

    @Test
    void rejectsAnInvalidPartNumber() {
        String execution = caller.newExecution(stream);

        assertThat(caller.put(execution + "/part/x", "a,1\n").status()).isEqualTo(400);
        assertThat(caller.put(execution + "/part/-1", "a,1\n").status()).isEqualTo(400);
    }

    @Test
    void rejectsACommitWithoutParts() {
        String execution = caller.newExecution(stream);

        assertThat(commit(execution).status()).isEqualTo(400);
        assertThat(caller.state(execution)).isEqualTo("ACTIVE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,3", "2,3", "0,2", "5"})
    void rejectsACommitWithGaps(String numbers) {
        String execution = caller.newExecution(stream);
        for (String number : numbers.split(",", -1)) {
            part(execution, Integer.parseInt(number), "a,1\n");
        }

        Reply reply = commit(execution);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.message())
                .isEqualTo("Too many non-consecutive part ids. Make consecutive or upload multiple data versions");
        assertThat(caller.state(execution)).isEqualTo("ACTIVE");
    }

    @Test
    void acceptsPartNumbersFromZero() {
        String execution = caller.newExecution(stream);
        part(execution, 0, "a,1\n");
        part(execution, 1, "b,1\n");

        assertThat(commit(execution).status()).isEqualTo(200);
    }

    @Test
    void abortDiscardsTheParts() {
        String execution = caller.newExecution(stream);
        part(execution, 1, "a,1\n");

        Reply reply = abort(execution);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("currentState").asText()).isEqualTo("ABORTED");
        assertThat(abort(execution).status()).isEqualTo(200);
        assertThat(part(execution, 1, "a,1\n").status()).isEqualTo(400);
        assertThat(commit(execution).status()).isEqualTo(400);
        assertThat(sandbox.rowCount(dataSet)).isZero();
    }

    @Test
    void abortsTheCurrentExecution() {
        String execution = caller.newExecution(stream);

        Reply reply = caller.put(stream + "/executions/abort", "\"\"");

        assertThat(reply.status()).isEqualTo(204);
        assertThat(caller.state(execution)).isEqualTo("ABORTED");
        assertThat(caller.put(stream + "/executions/abort", "").status()).isEqualTo(204);
    }

    @Test
    void returns404ForAnUnknownExecution() {
        String unknown = stream + "/executions/77";

        assertThat(caller.get(unknown).status()).isEqualTo(404);
        assertThat(part(unknown, 1, "a,1\n").status()).isEqualTo(404);
        assertThat(commit(unknown).status()).isEqualTo(404);
        assertThat(abort(unknown).status()).isEqualTo(404);
    }
}

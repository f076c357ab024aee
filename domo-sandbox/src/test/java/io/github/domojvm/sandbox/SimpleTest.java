package io.github.domojvm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimpleTest {
    private static final int DELETIONS = 100;

    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.start();

    private final Caller caller = new Caller(sandbox);
    private String id = caller.post("/v1/json", "{\"name\":\"Buoys\",\"description\":\"d\"}")
            .json()
            .path("id")
            .asText();

    @Test
    void createsADataSetWithoutColumnsFromTheBodyOrTheQuery() {
        Reply created = caller.post("/v1/json?name=Query&description=q", "{\"name\":\"Body\"}");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().path("name").asText()).isEqualTo("Body");
        assertThat(created.json().path("description").asText()).isEqualTo("q");
        assertThat(created.json().has("schema")).isFalse();
        assertThat(created.json().path("policies")).hasSize(1);
        assertThat(caller.post("/v1/json?name=Query", "").json().path("name").asText())
                .isEqualTo("Query");
        assertThat(caller.post("/v1/json", "{}").status()).isEqualTo(400);
    }

    @Test
    void infersTheColumnsFromTheObjects() {
        Reply imported = importing("""
                [{"n":1,"f":1,"mixed":1,"flag":true,"day":"2025-03-04","at":"2025-03-04T05:06:07","list":[1],"none":null},
                 {"n":2,"f":2.5,"mixed":"x","flag":false,"day":"2025-03-05","at":"2025-03-05 05:06:07","more":{"a":1}}]""", "");

        assertThat(imported.status()).isEqualTo(204);
        assertThat(columns())
                .containsExactly(
                        "n LONG",
                        "f DOUBLE",
                        "mixed STRING",
                        "flag STRING",
                        "day DATE",
                        "at DATETIME",
                        "list STRING",
                        "none STRING",
                        "more STRING");
        assertThat(sandbox.rows(id))
                .containsExactly(
                        Arrays.asList("1", "1", "1", "true", "2025-03-04", "2025-03-04 05:06:07", "List", null, null),
                        Arrays.asList(
                                "2",
                                "2.5",
                                "x",
                                "false",
                                "2025-03-05",
                                "2025-03-05 05:06:07",
                                null,
                                null,
                                "{\"a\":1}"));
    }

    @Test
    void replaceInfersTheSchemaAgainAndAppendRequiresTheSameMembers() {
        importing("[{\"a\":1}]", "");
        assertThat(importing("[{\"a\":2}]", "?updateMethod=APPEND").status()).isEqualTo(204);
        assertThat(sandbox.rowCount(id)).isEqualTo(2);

        Reply rejected = importing("[{\"b\":2}]", "?updateMethod=APPEND");
        assertThat(rejected.status()).isEqualTo(400);
        assertThat(rejected.header("Content-Type")).startsWith("text/plain");
        assertThat(rejected.text()).contains("Expected: {columns=[{type='LONG', name='a', metadata=null}]}");
        assertThat(importing("[{\"a\":\"x\"}]", "?updateMethod=APPEND").status())
                .isEqualTo(400);

        importing("[{\"b\":\"x\"}]", "?updateMethod=append");
        assertThat(columns()).containsExactly("b STRING");
        assertThat(sandbox.rows(id)).containsExactly(List.of("x"));
    }

    @Test
    void appendRequiresAllMembersInEveryObject() {
        importing("[{\"a\":1,\"b\":2},{\"a\":3}]", "");

        Reply rejected = importing("[{\"a\":4,\"b\":5},{\"a\":6}]", "?updateMethod=APPEND");

        assertThat(rejected.status()).isEqualTo(400);
        assertThat(rejected.text()).contains("name='a'", "name='b'");
        assertThat(sandbox.rowCount(id)).isEqualTo(2);
        assertThat(importing("[{\"a\":4,\"b\":5},{\"b\":null,\"a\":6}]", "?updateMethod=APPEND")
                        .status())
                .isEqualTo(204);
        assertThat(sandbox.rows(id)).hasSize(4).endsWith(Arrays.asList("6", null));
    }

    @Test
    void rowsAreVisibleImmediatelyRegardlessOfTheImportDelay() {
        try (DomoSandbox slow =
                DomoSandbox.builder().importDelay(Duration.ofHours(1)).start()) {
            Caller other = new Caller(slow);
            String set = newDataSet(other);

            other.put("/v1/json/" + set + "/data", "[{\"a\":1}]");

            assertThat(slow.rowCount(set)).isEqualTo(1);
        }
    }

    @Test
    void theFirstImportAcceptsMissingMembersWithAppend() {
        assertThat(importing("[{\"a\":1},{\"b\":2}]", "?updateMethod=APPEND").status())
                .isEqualTo(204);
        assertThat(sandbox.rows(id)).containsExactly(Arrays.asList("1", null), Arrays.asList(null, "2"));
    }

    @Test
    void emptyTextAndNullAreMissingValues() {
        importing("[{\"a\":1,\"b\":2},{\"a\":\"\",\"b\":null}]", "");

        assertThat(columns()).containsExactly("a LONG", "b LONG");
        assertThat(sandbox.rows(id).get(1)).containsExactly(null, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "[{}]", "[7]", "[{\"\":1}]", "[{\" \":1}]", "nothing", ""})
    void rejectsABodyThatIsNotAListOfNonEmptyObjects(String body) {
        assertThat(importing(body, "").status()).isEqualTo(400);
    }

    @Test
    void rejectsAnAppendToADataSetWhoseKeyColumnWasReplaced() {
        String stream = caller.newStream("UPSERT");
        id = caller.dataSetOf(stream);
        importing("[{\"a\":1}]", "");

        Reply rejected = importing("[{\"a\":2}]", "?updateMethod=APPEND");

        assertThat(rejected.status()).isEqualTo(400);
        assertThat(sandbox.rowCount(id)).isEqualTo(1);
    }

    @Test
    void rowsFitTheSchemaWhenAReplaceFinishesBeforeAConcurrentAppend(@TempDir Path folder) throws IOException {
        try (DomoSandbox other = DomoSandbox.builder().directory(folder).start()) {
            Caller calls = new Caller(other);
            String set = newDataSet(calls);
            String data = "/v1/json/" + set + "/data";
            calls.put(data, "[{\"a\":1}]");
            String many = "[" + "{\"a\":1},".repeat(100_000) + "{\"a\":1}]";

            CompletableFuture<Reply> appending =
                    CompletableFuture.supplyAsync(() -> calls.put(data + "?updateMethod=APPEND", many));
            while (!appending.isDone() && rowFiles(folder) == 1) {
                Thread.onSpinWait();
            }
            calls.put(data, "[{\"a\":\"x\",\"b\":\"y\"}]");
            appending.join();

            assertThat(calls.post("/v1/datasets/query/execute/" + set, "{\"sql\":\"SELECT COUNT(a) FROM table\"}")
                            .text())
                    .contains("\"numRows\"");
        }
    }

    @Test
    void deletionDuringAnImportLeavesNoRowFiles(@TempDir Path folder) throws IOException {
        try (DomoSandbox other = DomoSandbox.builder().directory(folder).start()) {
            Caller calls = new Caller(other);
            for (int i = 0; i < DELETIONS; i++) {
                String set = newDataSet(calls);
                CompletableFuture<Reply> importing =
                        CompletableFuture.supplyAsync(() -> calls.put("/v1/json/" + set + "/data", "[{\"a\":1}]"));
                calls.delete("/v1/datasets/" + set);
                assertThat(importing.join().status()).isIn(204, 404);
            }
            assertThat(rowFiles(folder)).isZero();
        }
    }

    private static String newDataSet(Caller calls) {
        return calls.post("/v1/json", "{\"name\":\"Buoys\"}").json().path("id").asText();
    }

    private static long rowFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private Reply importing(String body, String query) {
        return caller.put("/v1/json/" + id + "/data" + query, body);
    }

    private List<String> columns() {
        JsonNode columns = caller.get("/v1/datasets/" + id).json().at("/schema/columns");
        return columns.findValuesAsText("name").stream()
                .map(name -> {
                    for (JsonNode column : columns) {
                        if (column.path("name").asText().equals(name)) {
                            return name + " " + column.path("type").asText();
                        }
                    }
                    return name;
                })
                .toList();
    }
}

package io.github.domojvm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowsOverHttpTest {
    private final SettableClock clock = new SettableClock();

    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.builder().clock(clock).start();

    private final Caller caller = new Caller(sandbox);
    private final String id = caller.newDataSet();
    private final String data = "/v1/datasets/" + id + "/data";

    private Reply importRows(String csv) {
        return caller.put(data, csv, "Content-Type", "text/csv");
    }

    private String export() {
        return caller.get(data, "Accept", "text/csv").text();
    }

    @Test
    void importsAndExportsRows() {
        clock.advance(Duration.ofSeconds(3));
        Reply imported = importRows("Oslo,700000\nRome,2800000\n");
        Reply exported = caller.get(data, "Accept", "text/csv");

        assertThat(imported.status()).isEqualTo(204);
        assertThat(imported.text()).isEmpty();
        assertThat(exported.status()).isEqualTo(200);
        assertThat(exported.header("Content-Type")).isEqualTo("text/csv");
        assertThat(exported.header("Content-Disposition")).isEmpty();
        assertThat(exported.text()).isEqualTo("Oslo,700000\nRome,2800000\n");
        JsonNode json = caller.get("/v1/datasets/" + id).json();
        assertThat(json.path("rows").asInt()).isEqualTo(2);
        assertThat(json.path("columns").asInt()).isEqualTo(2);
        assertThat(json.path("dataCurrentAt").asText()).isEqualTo("2026-03-04T05:06:10.089Z");
        assertThat(sandbox.rowCount(id)).isEqualTo(2);
        assertThat(sandbox.rows(id)).containsExactly(Arrays.asList("Oslo", "700000"), Arrays.asList("Rome", "2800000"));
    }

    @ParameterizedTest
    @CsvSource({
        "'',b",
        "?updateMethod=REPLACE,b",
        "?updateMethod=append,b",
        "?updateMethod=UPSERT,b",
        "?updateMethod=APPEND,ab"
    })
    void replacesUnlessTheMethodIsAppend(String query, String expected) {
        importRows("a,1\n");
        caller.put(data + query, "b,2\n");

        assertThat(export().replaceAll("[^a-z]", "")).isEqualTo(expected);
    }

    @Test
    void replacesAllRowsWithAnEmptyImport() {
        importRows("a,1\n");

        assertThat(caller.put(data, "").status()).isEqualTo(204);
        assertThat(sandbox.rowCount(id)).isZero();
        assertThat(export()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"includeHeader=true", "includeHeader=True", "includeHeader=1", "includeHeader=yes"})
    void exportsTheHeaderWhenRequested(String query) {
        importRows("a,1\n");

        assertThat(caller.get(data + "?" + query).text()).isEqualTo("city,people\na,1\n");
    }

    @Test
    void exportsUnderTheRequestedFileName() {
        assertThat(caller.get(data + "?fileName=cities.csv&includeHeader=no").header("Content-Disposition"))
                .isEqualTo("attachment; filename=cities.csv");
        assertThat(caller.get(data + "?includeHeader=perhaps").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"city,people\na,1\n", "\" city \",people\r\na,1", "a,1\n"})
    void treatsAFirstRecordOfColumnNamesAsHeader(String csv) {
        importRows(csv);

        assertThat(export()).isEqualTo("a,1\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"city,\n", "City,1\n", "city,1\n"})
    void treatsAnyOtherFirstRecordAsData(String csv) {
        importRows(csv);

        assertThat(export()).isEqualTo(csv);
    }

    @Test
    void treatsColumnNamesInLaterRecordsAsData() {
        assertThat(importRows("a,1\ncity,people\n").message()).contains("row 2, column 2: 'people' is not a LONG");
    }

    @Test
    void distinguishesNullFromEmptyText() {
        importRows(",1\n\"\",2\n\\N,3\n\"\\N\",\\N\nx,\"\"\n");

        assertThat(export()).isEqualTo(",1\n\"\",2\n,3\n\"\\N\",\nx,\n");
        assertThat(sandbox.rows(id))
                .containsExactly(
                        Arrays.asList(null, "1"),
                        Arrays.asList("", "2"),
                        Arrays.asList(null, "3"),
                        Arrays.asList("\\N", null),
                        Arrays.asList("x", null));
    }

    @Test
    void storesTextUnchanged() {
        String text =
                "line\r\nbreak,\nreturn\rquote \"\" tab\t nul\u0000 bom\ufeff \u00e9 \u4e2d \uD83D\uDE00 \uDBFF\uDFFD end ";
        // Longer than every buffer, so that surrogate pairs cross buffer boundaries.
        String long1 = "\uD83D\uDE00".repeat(40_001);
        String csv = "\"" + text + "\",1\n\"x" + long1 + "\",2\n\" padded \",3\n";

        importRows(csv);

        assertThat(export().replace("\"", "")).isEqualTo(csv.replace("\"", ""));
        assertThat(sandbox.rows(id).get(0).get(0)).isEqualTo(text.replace("\"\"", "\""));
        assertThat(sandbox.rows(id).get(1).get(0)).isEqualTo("x" + long1);
    }

    @Test
    void storesNumbersAsSentAndExportsTimesInOneFormat() {
        String other = caller.newDataSet("{\"name\":\"n\",\"schema\":{\"columns\":[{\"type\":\"LONG\",\"name\":\"l\"},"
                + "{\"type\":\"DECIMAL\",\"name\":\"d\"},{\"type\":\"DOUBLE\",\"name\":\"o\"},"
                + "{\"type\":\"DATE\",\"name\":\"day\"},{\"type\":\"DATETIME\",\"name\":\"at\"}]}}");
        String path = "/v1/datasets/" + other + "/data";

        caller.put(path, "007,1.50,1e5,2024-02-29,2024-02-29T01:02:03\n-1,.5,-2E-3,,2024-01-01T00:30:00.5+01:00\n");

        assertThat(caller.get(path).text())
                .isEqualTo("007,1.50,1e5,2024-02-29,2024-02-29 01:02:03\n-1,.5,-2E-3,,2023-12-31 23:30:00\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,1\\nb|wrong number of columns, row 2, column 2: expected 2, found 1",
                "a,1,x\\n|wrong number of columns, row 1, column 3: expected 2, found 3",
                "city,people\\na,1\\n\\n\\nb,2\\n|blank line, row 3",
                "\\na,1\\n|blank line, row 1",
                "a,1\\nb,many\\n|value does not fit, row 2, column 2: 'many' is not a LONG",
                "a\"b,1\\n|quote inside an unquoted field, row 1, column 1",
                "x,1\\n\"a\"b,1\\n|malformed quoting, row 2",
                "x,1\\n\"never closed,1\\n|malformed quoting, row 2",
                "a,1\\rb,2\\n|carriage return without a line feed, row 1",
                "a,1\\nb,2\\r|carriage return without a line feed, row 2"
            })
    void rejectsInvalidRowsAndPreservesExistingRows(String csv, String problem) {
        importRows("old,1\n");

        Reply reply = importRows(csv.replace("\\n", "\n").replace("\\r", "\r"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.message()).isEqualTo("Data import failed for dataset " + id + ": " + problem);
        assertThat(export()).isEqualTo("old,1\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,1\n\n", "a,1\n\n\n", "a,1\r\n\r\n"})
    void ignoresBlankLinesAtTheEnd(String csv) {
        String stream = caller.newStream("APPEND");
        String execution = caller.newExecution(stream);

        assertThat(importRows(csv).status()).isEqualTo(204);
        assertThat(caller.put(execution + "/part/1", csv).status()).isEqualTo(200);
        assertThat(caller.put(execution + "/part/2", "b,2\n").status()).isEqualTo(200);
        caller.put(execution + "/commit", "");

        assertThat(export()).isEqualTo("a,1\n");
        assertThat(caller.state(execution)).isEqualTo("SUCCESS");
        assertThat(sandbox.rows(caller.dataSetOf(stream)))
                .containsExactly(Arrays.asList("a", "1"), Arrays.asList("b", "2"));
    }

    @Test
    void aByteOrderMarkIsPartOfTheFirstField() {
        assertThat(importRows("\ufeffcity,people\na,1\n").message()).contains("row 1, column 2: 'people'");

        importRows("\ufeffa,1\n");

        assertThat(sandbox.rows(id)).containsExactly(Arrays.asList("\ufeffa", "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "TEXT/CSV;q=0.5, application/json", "text/*", "application/json, */*"})
    void exportsToClientsThatAcceptCsv(String accept) {
        importRows("a,1\n");

        assertThat(caller.get(data, "Accept", accept).text()).isEqualTo("a,1\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/xml, text/plain"})
    void exportReturns406ToClientsThatDoNotAcceptCsv(String accept) {
        Reply rejected = caller.get(data, "Accept", accept);

        assertThat(rejected.status()).isEqualTo(406);
        assertThat(rejected.message()).contains("text/csv");
    }

    @Test
    void rejectsTextThatIsNotUtf8() {
        Reply reply = caller.sendBytes("PUT", data, "caf\u00e9,1\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.message()).endsWith("not UTF-8, row 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "TEXT/CSV; charset=utf-8", "text/csv;header=absent"})
    void importsTextCsv(String type) {
        assertThat(caller.put(data, "a,1\n", "Content-Type", type).status()).isEqualTo(204);
        assertThat(sandbox.rowCount(id)).isEqualTo(1);
    }

    @Test
    void importsWithoutAContentType() {
        assertThat(caller.put(data, "a,1\n").status()).isEqualTo(204);
        assertThat(sandbox.rowCount(id)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/gzip",
                "text/plain",
                "text/csvx",
                "application/x-www-form-urlencoded"
            })
    void rejectsOtherContentTypes(String type) {
        Reply rejected = caller.put(data, "a,1\n", "Content-Type", type);

        assertThat(rejected.status()).isEqualTo(415);
        assertThat(rejected.message()).contains(type, "text/csv");
        assertThat(sandbox.rowCount(id)).isZero();
    }

    @Test
    void rejectsGzipOnImport() {
        Reply reply = caller.sendBytes("PUT", data, Caller.gzip("a,1\n"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.message()).endsWith("gzip is not supported");
    }

    @Test
    void treatsABlankLineAsNullInASingleColumn() {
        String one =
                caller.newDataSet("{\"name\":\"n\",\"schema\":{\"columns\":[{\"type\":\"STRING\",\"name\":\"c\"}]}}");
        String path = "/v1/datasets/" + one + "/data";

        caller.put(path, "a\n\n\"\"\nb\n");

        assertThat(sandbox.rows(one))
                .containsExactly(
                        Arrays.asList("a"), Arrays.asList((String) null), Arrays.asList(""), Arrays.asList("b"));
        assertThat(caller.get(path).text()).isEqualTo("a\n\n\"\"\nb\n");
    }

    @Test
    void importedRowsAreVisibleOnlyAfterTheDelay() {
        try (DomoSandbox slow = DomoSandbox.builder()
                .clock(clock)
                .importDelay(Duration.ofMinutes(1))
                .start()) {
            Caller other = new Caller(slow);
            String set = other.newDataSet();
            String deleted = other.newDataSet();
            other.put("/v1/datasets/" + set + "/data", "a,1\n");
            other.put("/v1/datasets/" + deleted + "/data", "a,1\n");
            other.delete("/v1/datasets/" + deleted);

            assertThat(slow.rowCount(set)).isZero();
            clock.advance(Duration.ofMinutes(1));
            assertThat(slow.rowCount(set)).isEqualTo(1);
        }
    }

    @Test
    void discardsADelayedImportThatNoLongerFits() {
        try (DomoSandbox slow = DomoSandbox.builder()
                .clock(clock)
                .importDelay(Duration.ofMinutes(1))
                .start()) {
            Caller other = new Caller(slow);
            String set = other.newDataSet();
            other.put("/v1/datasets/" + set + "/data", "a,1\n");
            other.put("/v1/datasets/" + set, "{\"schema\":{\"columns\":[{\"name\":\"x\",\"type\":\"DATE\"}]}}");
            clock.advance(Duration.ofMinutes(1));

            assertThat(slow.rowCount(set)).isZero();
        }
    }

    @Test
    void truncatesOrPadsExistingRowsAfterASchemaChange() {
        importRows("a,1\n");
        String path = "/v1/datasets/" + id;

        caller.put(path, "{\"schema\":{\"columns\":[{\"name\":\"city\",\"type\":\"STRING\"}]}}");
        assertThat(export()).isEqualTo("a\n");

        String third = "{\"name\":\"x\",\"type\":\"STRING\"}";
        caller.put(
                path,
                "{\"schema\":{\"columns\":[" + third.replace("x", "p") + "," + third.replace("x", "q") + "," + third
                        + "]}}");
        assertThat(export()).isEqualTo("a,1,\n");
        assertThat(sandbox.rows(id)).containsExactly(Arrays.asList("a", "1", null));
    }
}

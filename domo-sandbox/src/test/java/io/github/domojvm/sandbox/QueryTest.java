package io.github.domojvm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
    private static final String TIDES = """
            {"name":"Tides","schema":{"columns":[
             {"type":"STRING","name":"Harbour Name"},{"type":"LONG","name":"day"},{"type":"DOUBLE","name":"level"},
             {"type":"DECIMAL","name":"price"},{"type":"DATE","name":"date"},{"type":"DATETIME","name":"at"}]}}""";

    private DomoSandbox sandbox;
    private Caller caller;
    private String id;

    @BeforeEach
    void start() {
        sandbox = DomoSandbox.builder().queryRowLimit(4).start();
        caller = new Caller(sandbox);
        id = caller.newDataSet(TIDES);
        load("""
                Leith,1,3.87,1.10,2025-03-04,2025-03-04T05:00:00
                Leith,2,3.41,2.00,2025-03-05,2025-03-05T05:00:00.500
                Granton,3,,,,
                """, "REPLACE");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void returnsRowsWithNumbersAsNumbersAndTimesAsText() {
        JsonNode result = query("SELECT * FROM table ORDER BY day").json();

        assertThat(result.path("columns"))
                .hasToString("[\"Harbour Name\",\"day\",\"level\",\"price\",\"date\",\"at\"]");
        assertThat(result.path("rows").path(0))
                .hasToString("[\"Leith\",1,3.87,1.1,\"2025-03-04\",\"2025-03-04T05:00:00\"]");
        assertThat(result.at("/rows/1/5").asText()).isEqualTo("2025-03-05T05:00:00");
        assertThat(result.path("rows").path(2)).hasToString("[\"Granton\",3,null,null,null,null]");
        assertThat(result.path("numRows").asInt()).isEqualTo(3);
        assertThat(result.path("numColumns").asInt()).isEqualTo(6);
        assertThat(result.path("datasource").asText()).isEqualTo(id);
        assertThat(result.findValuesAsText("type"))
                .containsExactly("STRING", "LONG", "DOUBLE", "DECIMAL", "DATE", "DATETIME");
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "Asia/Kolkata"})
    void returnsDatesAndTimesAsLoadedRegardlessOfTheDefaultTimeZone(String zone) {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try {
            load("x,1,1,1,1500-02-28,2025-03-09T02:30:00\nx,2,1,1,0001-01-01,1500-02-28T12:00:00\n", "REPLACE");

            assertThat(query("SELECT date, at FROM table ORDER BY day").json().path("rows"))
                    .hasToString("[[\"1500-02-28\",\"2025-03-09T02:30:00\"],[\"0001-01-01\",\"1500-02-28T12:00:00\"]]");
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void returnsIntegralDecimalsWithoutExponentAndTimesToTheSecond() {
        load("x,1,100,100,,2025-03-04T05:00:00\n", "REPLACE");

        assertThat(query("SELECT price, price * 10, AVG(level) FROM table GROUP BY price")
                        .json()
                        .path("rows"))
                .hasToString("[[100,1000,100]]");
        assertThat(query("SELECT NOW() FROM table").json().at("/rows/0/0").asText())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");
    }

    @Test
    void returnsAllRowsRegardlessOfPolicies() {
        caller.post(
                "/v1/datasets/" + id + "/policies",
                "{\"name\":\"p\",\"filters\":[{\"column\":\"day\",\"operator\":\"EQUALS\",\"values\":[\"1\"]}]}");
        caller.put("/v1/datasets/" + id, "{\"pdpEnabled\":true}");

        assertThat(query("SELECT COUNT(*) FROM table").json().path("rows")).hasToString("[[3]]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- the first\nSELECT COUNT(*) FROM table",
                "/* * */ (select count(*) from table)",
                "WITH days AS (SELECT day FROM table) SELECT COUNT(*) FROM days"
            })
    void acceptsASelectWithCommentsParenthesesOrWith(String sql) {
        assertThat(query(sql).json().path("rows")).hasToString("[[3]]");
    }

    @Test
    void supportsTheDialectOfMySql() {
        JsonNode result = query("SELECT `harbour name`, COUNT(*) AS n, MAX(LEVEL) m, SUM(day) FROM TABLE"
                        + " WHERE `Harbour Name` LIKE 'L%' GROUP BY `Harbour Name`")
                .json();

        assertThat(result.path("rows")).hasToString("[[\"Leith\",2,3.87,3]]");
        assertThat(query("SELECT YEAR(date) FROM table WHERE day = 1").json().path("rows"))
                .hasToString("[[2025]]");
    }

    @Test
    void reportsWhetherTheResultIsFromTheCache() {
        String sql = "SELECT COUNT(*) FROM table";

        assertThat(query(sql).json().path("fromcache").asBoolean(true)).isFalse();
        assertThat(query(sql).json().path("fromcache").asBoolean()).isTrue();
        load("Leith,9,1,1,,\n", "APPEND");
        JsonNode after = query(sql).json();
        assertThat(after.path("fromcache").asBoolean(true)).isFalse();
        assertThat(after.path("rows")).hasToString("[[4]]");
    }

    @Test
    void rejectsADataSetWithoutProcessedRows() {
        try (DomoSandbox slow =
                DomoSandbox.builder().importDelay(Duration.ofMinutes(15)).start()) {
            Caller other = new Caller(slow);
            String fresh = other.newDataSet();
            other.put("/v1/datasets/" + fresh + "/data", "Rome,3\n", "Content-Type", "text/csv");

            Reply rejected = other.post("/v1/datasets/query/execute/" + fresh, "{\"sql\":\"SELECT * FROM table\"}");

            assertThat(rejected.status()).isEqualTo(400);
            assertThat(rejected.message()).contains("empty");
        }
    }

    @Test
    void rejectsMoreRowsThanTheLimit() {
        load("Leith,1,1,1,,\nLeith,1,1,1,,\n", "APPEND");

        assertThat(query("SELECT 1 FROM table").message()).contains("at most 4 rows", "queryRowLimit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT nothing FROM table",
                "SELEC",
                "DELETE FROM table",
                "DROP TABLE table",
                "CREATE TABLE x(a INT)",
                "INSERT INTO table VALUES ('x',1,1,1,NULL,NULL)",
                "SELECT * FROM CSVREAD('/etc/passwd')",
                "SELECT FILE_READ('/etc/passwd') FROM table",
                "SELECT FILE_WRITE('x', 'x.txt') FROM table",
                "SELECT CSVWRITE('x.csv', 'SELECT 1') FROM table",
                "SELECT * FROM LINK_SCHEMA('x', '', 'jdbc:h2:mem:x', '', '', 'PUBLIC')",
                "SELECT * FROM FINAL TABLE (INSERT INTO table VALUES ('x',1,1,1,NULL,NULL))",
                "CALL CSVWRITE('x.csv', 'SELECT 1')",
                "CALL 1",
                "SHOW TABLES",
                "HELP",
                "EXPLAIN SELECT * FROM table",
                "VALUES (1)",
                "SHUTDOWN",
                "SELECT 1 FROM table; DROP TABLE table"
            })
    void rejectsEverythingButASelectOverTheRows(String sql) {
        assertThat(query(sql).status()).isEqualTo(400);
        assertThat(query("SELECT COUNT(*) FROM table").json().path("rows")).hasToString("[[3]]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"sql\":{\"sql\":\"SELECT\"}} | Cannot deserialize instance of `java.lang.String` out of START_OBJECT token",
                "{\"sql\":[\"SELECT\"]} | Cannot deserialize instance of `java.lang.String` out of START_ARRAY token",
                "{\"sql\":7} | Cannot deserialize instance of `java.lang.String` out of VALUE_NUMBER_INT token",
                "[\"SELECT\"] | Cannot deserialize an object out of START_ARRAY token",
                "\"SELECT\" | Cannot deserialize an object out of VALUE_STRING token"
            })
    void rejectsSqlThatIsNotTextWithTheMessageOfJackson(String body, String message) {
        Reply rejected = caller.post("/v1/datasets/query/execute/" + id, body);

        assertThat(rejected.status()).isEqualTo(400);
        assertThat(rejected.message()).startsWith(message);
    }

    @Test
    void returns404ForAnUnknownDataSet() {
        assertThat(caller.post("/v1/datasets/query/execute/nope", "{\"sql\":\"SELECT 1\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void returns404AfterTheDataSetIsDeleted() {
        query("SELECT 1 FROM table");

        caller.delete("/v1/datasets/" + id);

        assertThat(query("SELECT 1 FROM table").status()).isEqualTo(404);
    }

    private Reply query(String sql) {
        ObjectNode body = new ObjectMapper().createObjectNode().put("sql", sql);
        return caller.post("/v1/datasets/query/execute/" + id, body.toString());
    }

    private void load(String csv, String method) {
        assertThat(caller.put("/v1/datasets/" + id + "/data?updateMethod=" + method, csv, "Content-Type", "text/csv")
                        .status())
                .isEqualTo(204);
    }
}

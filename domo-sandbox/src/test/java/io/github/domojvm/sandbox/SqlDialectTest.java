package io.github.domojvm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The functions of MySQL that queries can use, the names of columns, and errors in the words of the sandbox. */
class SqlDialectTest {
    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.start();

    private final Caller caller = new Caller(sandbox);
    private String id;

    @BeforeEach
    void loadARow() {
        id = caller.newDataSet("""
                {"name":"Tides","schema":{"columns":[{"type":"STRING","name":"s"},{"type":"LONG","name":"n"},
                 {"type":"DATE","name":"d"},{"type":"DATETIME","name":"t"}]}}""");
        caller.put("/v1/datasets/" + id + "/data", "03/04/2025,3,2025-03-04,2025-03-04T17:06:07\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "DATE_FORMAT(d, '%Y-%m') | \"2025-03\" | STRING",
                "DATE_FORMAT(t, '%M %d, %Y %h:%i %p') | \"March 04, 2025 05:06 PM\" | STRING",
                "DATE_FORMAT(t, '%a %W %b %c %e %j %y') | \"Tue Tuesday Mar 3 4 063 25\" | STRING",
                "DATE_FORMAT(t, '%H %k %l %I %S %s %f %%') | \"17 17 5 05 07 07 000000 %\" | STRING",
                "DATE_FORMAT(t, '%T, %r o''clock') | \"17:06:07, 05:06:07 PM o'clock\" | STRING",
                "DATE_FORMAT('2025-03-04', '%d.%m.') | \"04.03.\" | STRING",
                "TIME_FORMAT(t, '%H:%i') | \"17:06\" | STRING",
                "STR_TO_DATE(s, '%m/%d/%Y') | \"2025-03-04\" | DATE",
                "STR_TO_DATE('4.3.2025 7:8:9', '%d.%m.%Y %H:%i:%s') | \"2025-03-04T07:08:09\" | DATETIME",
                "STR_TO_DATE('20250304', '%Y%m%d') | \"2025-03-04\" | DATE",
                "STR_TO_DATE(NULL, '%Y') | null | DATE",
                "DATE_ADD(d, INTERVAL 1 DAY) | \"2025-03-05\" | DATE",
                "DATE_ADD(t, INTERVAL -n HOUR) | \"2025-03-04T14:06:07\" | DATETIME",
                "DATE_SUB(DATE_ADD(d, INTERVAL 1 QUARTER), INTERVAL (1 + 1) WEEK) | \"2025-05-21\" | DATE",
                "ADDDATE(d, 31) | \"2025-04-04\" | DATE",
                "SUBDATE(d, INTERVAL 1 YEAR) | \"2024-03-04\" | DATE",
                "SUBDATE(d, n) | \"2025-03-01\" | DATE",
                "d + INTERVAL 365 DAY | \"2026-03-04\" | DATE",
                "t - INTERVAL 2 WEEK | \"2025-02-18T17:06:07\" | DATETIME",
                "d + INTERVAL 1 QUARTER | \"2025-06-04\" | DATE",
                "DATEDIFF('2025-03-10 01:00:00', t) | 6 | LONG",
                "DATE(t) | \"2025-03-04\" | DATE",
                "LAST_DAY(d) | \"2025-03-31\" | DATE",
                "YEAR(d) | 2025 | LONG",
                "MONTH(d) | 3 | LONG",
                "DAY(d) | 4 | LONG",
                "DAYOFWEEK(d) | 3 | LONG",
                "WEEKDAY(d) | 1 | LONG",
                "QUARTER(t) | 1 | LONG",
                "HOUR(t) | 17 | LONG",
                "MONTHNAME(d) | \"March\" | STRING",
                "DAYNAME(d) | \"Tuesday\" | STRING",
                "UNIX_TIMESTAMP(t) | 1741107967 | LONG",
                "FROM_UNIXTIME(1741107967) | \"2025-03-04 17:06:07\" | STRING",
                "IFNULL(NULL, n) | 3 | LONG",
                "IF(n > 2, 'many', 'few') | \"many\" | STRING",
                "CONCAT(DATE_FORMAT(d, '%Y'), '-Q', QUARTER(d)) | \"2025-Q1\" | STRING",
            })
    void supportsFunctionsOfMySqlAndNamesTheColumnAfterItsSource(String expression, String value, String type) {
        var result = query("SELECT " + expression + " FROM table").json();

        assertThat(result.path("rows")).hasToString("[[" + value + "]]");
        assertThat(result.at("/metadata/0/type").asText()).isEqualTo(type);
        assertThat(result.at("/columns/0").asText()).isEqualTo(expression);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CURDATE()", "CURRENT_DATE", "DATE(NOW())", "DATE(SYSDATE())", "CURRENT_DATE()"})
    void returnsTheCurrentDateInUtc(String expression) {
        LocalDate before = LocalDate.now(ZoneOffset.UTC);
        String date = query("SELECT " + expression + " FROM table")
                .json()
                .at("/rows/0/0")
                .asText();

        assertThat(LocalDate.parse(date)).isBetween(before, LocalDate.now(ZoneOffset.UTC));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SELECT d, YEAR(d) y, MONTH(d) AS m, t.n, COUNT(*) FROM table t GROUP BY d, n | [\"d\",\"y\",\"m\",\"n\",\"COUNT(*)\"]",
                "SELECT DISTINCT n+1, CASE WHEN n > 1 THEN 'a' END FROM table | [\"n+1\",\"CASE WHEN n > 1 THEN 'a' END\"]",
                "(SELECT MAX( n ), 'x', 1, n IS NULL, 'a' b FROM table) | [\"MAX( n )\",\"'x'\",\"1\",\"n IS NULL\",\"b\"]",
                "WITH x AS (SELECT YEAR(d) AS y FROM table) SELECT y, y - 1 FROM x | [\"y\",\"y - 1\"]",
                "SELECT *, n * 2 FROM table -- , f(x) | [\"s\",\"n\",\"d\",\"t\",\"n * 2\"]",
            })
    void namesColumnsByAliasOrSource(String sql, String columns) {
        assertThat(query(sql).json().path("columns")).hasToString(columns);
    }

    @Test
    void groupsAndSortsByATranslatedExpression() {
        assertThat(query(
                                "SELECT DATE_FORMAT(d, '%Y'), SUM(n) FROM table WHERE d > DATE_SUB('2025-04-01', INTERVAL 2 MONTH)"
                                        + " GROUP BY DATE_FORMAT(d, '%Y') ORDER BY DATE_FORMAT(d, '%Y')")
                        .json()
                        .path("rows"))
                .hasToString("[[\"2025\",3]]");
    }

    @Test
    void textIsNotTranslated() {
        assertThat(query("SELECT 'DATE_ADD(d, INTERVAL 1 DAY)' FROM table -- IF(a, b, c)")
                        .json()
                        .path("rows"))
                .hasToString("[[\"DATE_ADD(d, INTERVAL 1 DAY)\"]]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SELECT tide FROM table | the column 'tide' does not exist",
                "SELECT n FROM tides | the table 'tides' does not exist. The rows are in the table named table",
                "SELECT TIDE(n) FROM table | the function 'TIDE' is not known",
                "SELECT n, FROM table | the syntax is invalid",
                "SELECT 'n FROM table | the syntax is invalid",
                "SELECT CAST(s AS INT) FROM table | a value is outside the range of its type, or cannot be converted",
                "SELECT n / 0 FROM table | a value is outside the range of its type, or cannot be converted",
                "SELECT n FROM table a, table b | the column 'n' is ambiguous",
                "SELECT STR_TO_DATE(s, '%Y') FROM table | it is invalid, or uses SQL that the sandbox does not support",
                "SELECT * FROM INFORMATION_SCHEMA.TABLES a JOIN nothing.x b | does not",
                "SELECT DATE_FORMAT(d, '%V') FROM table | does not support the date format specifier %V",
                "SELECT DATE_FORMAT(d, s) FROM table | requires the format of DATE_FORMAT as text in single quotes",
                "SELECT DATE_ADD(d, INTERVAL '1:1' DAY_HOUR) FROM table | DATE_ADD requires INTERVAL, a number and one of the units",
                "SELECT CSVWRITE('x.csv', 'SELECT 1') FROM table | Failed to run the query: ",
            })
    void errorsAreInTheWordsOfTheSandbox(String sql, String message) {
        Reply rejected = query(sql);

        assertThat(rejected.status()).isEqualTo(400);
        assertThat(rejected.message())
                .contains(message)
                .doesNotContainPattern("\\[\\d+-\\d+]|SQL statement|\\[\\*]|(?i:h2|jdbc|expected)");
    }

    private Reply query(String sql) {
        return caller.post(
                "/v1/datasets/query/execute/" + id,
                new ObjectMapper().createObjectNode().put("sql", sql).toString());
    }
}

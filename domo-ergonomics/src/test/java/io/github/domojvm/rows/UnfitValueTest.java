package io.github.domojvm.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.CsvException;
import io.github.domojvm.error.FailureReason;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.schema.SchemaBuilder;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Exceptions about values that do not fit contain row and column, but not the value. */
class UnfitValueTest {
    @Test
    void rejectsAnInvalidValueOfAListWithRowAndColumn() {
        Schema schema =
                SchemaBuilder.builder().stringColumn("name").longColumn("n").build();
        CsvSource rows = RowFormat.ofLists(schema).toSource(List.of(List.of("a", 1), List.of("b", "secret")));

        assertRejected(rows, 2, "n");
    }

    @Test
    void rejectsAnInvalidValueOfADatabaseWithRowAndColumn() throws Exception {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = database.createStatement()) {
            statement.executeUpdate("CREATE TABLE stock (id INTEGER, n INTEGER)");
            statement.executeUpdate("INSERT INTO stock VALUES (1, 2), (2, 'secret')");
            try (ResultSet stock = statement.executeQuery("SELECT id, n FROM stock ORDER BY id")) {
                assertRejected(JdbcRows.toSource(stock), 2, "n");
            }
        }
    }

    private static void assertRejected(CsvSource rows, long row, String column) {
        CsvException e = catchThrowableOfType(CsvException.class, () -> {
            try (InputStream csv = rows.open()) {
                csv.transferTo(OutputStream.nullOutputStream());
            }
        });

        assertThat(e.reason()).isEqualTo(FailureReason.UNFIT_VALUE);
        assertThat(e.line()).isEqualTo(row);
        assertThat(e.column()).contains(column);
        assertThat(e).hasMessageContaining("column '" + column + "'").hasMessageNotContaining("secret");
    }
}

package io.github.domojvm.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.CsvException;
import io.github.domojvm.rest.model.Column;
import io.github.domojvm.rest.model.ColumnType;
import io.github.domojvm.rest.model.Schema;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaInferenceTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @org.junit.jupiter.params.provider.CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "LONG     | 0",
                "LONG     | -12",
                "LONG     | 999999999999999999",
                "STRING   | 12345678901234567890",
                "STRING   | 007",
                "STRING   | +1",
                "STRING   | 1e5",
                "DOUBLE   | 0.5",
                "DOUBLE   | 1;2.5",
                "DOUBLE   | -0.0",
                "DOUBLE   | -0",
                "STRING   | 12E4",
                "DOUBLE   | 0.30000000000000004",
                "DOUBLE   | -0.30000000000000004;1",
                "DOUBLE   | 2.718281828459045",
                "DOUBLE   | 0.12345678901234568",
                "DOUBLE   | 12345678901234.568",
                "DOUBLE   | 1.10",
                "DOUBLE   | 0.10000000000000000000",
                "DOUBLE   | 0.000000000000000000001234",
                "DOUBLE   | 0.00000000000005684341886080802",
                "STRING   | 0.000000000000056843418860808015",
                "STRING   | 0.12345678901234567",
                "STRING   | 0.10000000000000001",
                "STRING   | 0.1234567890123456789",
                "STRING   | 9007199254740993;0.5",
                "STRING   | 100000000000000000000",
                "STRING   | 00.5",
                "STRING   | +0.5",
                "STRING   | .5",
                "STRING   | 5.",
                "STRING   | 01.5",
                "STRING   | 1,5",
                "STRING   | NaN",
                "STRING   | Infinity",
                "DATE     | 2024-02-29",
                "STRING   | 2023-02-29",
                "STRING   | 02/29/2024",
                "STRING   | 10000-01-01",
                "STRING   | 2024-2-29",
                "STRING   | -999-01-01",
                "DATETIME | 2024-02-29T12:30:00",
                "DATETIME | 2024-02-29 12:30:00",
                "DATETIME | 2024-02-29T12:30:00.123",
                "DATETIME | 2024-02-29T12:30:00Z",
                "DATETIME | 2024-02-29T12:30:00.123Z",
                "DATETIME | 2024-02-29T12:30:00+02:00",
                "DATETIME | 2024-02-29T12:30:00.123-05:30;2024-02-29 12:30:00",
                "STRING   | 2024-02-29T12:30",
                "STRING   | 2024-02-29 12:30",
                "STRING   | 2024-02-29t12:30:00",
                "STRING   | 2024-02-29T12:30:00z",
                "STRING   | 2024-02-29T12:30:00.1",
                "STRING   | 2024-02-29T12:30:00.123456",
                "STRING   | 2024-02-29 12:30:00.123",
                "STRING   | 2024-02-29 12:30:00Z",
                "STRING   | 2024-02-29T12:30:00+0200",
                "STRING   | 2024-02-29T12:30:00+19:00",
                "STRING   | 2024-02-29T12:30:00+02:00[Europe/Berlin]",
                "STRING   | 2024-02-29T24:00:00",
                "STRING   | 2024-02-29T12:30:60",
                "STRING   | 2023-02-29T12:30:00",
                "STRING   | +12024-02-29T12:30:00",
                "STRING   | -2024-02-29T12:30:00",
                "STRING   | 2024-02-29;2024-02-29T12:30:00",
                "STRING   | 2024-02-29;5",
                "LONG     | ;5;",
                "STRING   | ;",
                "STRING   | true",
            })
    void infersTheNarrowestTypeThatPreservesTheText(ColumnType type, String values) throws IOException {
        String csv = "\"v\",\"w\"\n\"" + values.replace(";", "\",x\n\"") + "\",x\n";

        assertThat(SchemaInference.infer(file(csv)).columns())
                .first()
                .extracting(Column::type)
                .isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0.1 + 0.2,
                Math.PI * 1e6,
                100.0 / 3,
                Double.MIN_NORMAL,
                Double.MIN_VALUE,
                -1e-5,
                2251799813685248.5
            })
    void infersADoubleFromTheTextOfADouble(double number) throws IOException {
        String text = new BigDecimal(Double.toString(number)).toPlainString();

        assertThat(SchemaInference.infer(file("n\n" + text + "\n")).columns())
                .extracting(Column::type)
                .containsExactly(ColumnType.DOUBLE);
    }

    @Test
    void rejectsAsNumberWhatIsBelowTheSmallestDouble() throws IOException {
        String tiny = "0." + "0".repeat(2000) + "1";

        assertThat(SchemaInference.infer(file("n\n" + tiny + "\n")).columns())
                .extracting(Column::type)
                .containsExactly(ColumnType.STRING);
    }

    @Test
    void readsOnlyTheSample() throws IOException {
        CsvSource csv = file("a\n1\n2\nx\n");

        assertThat(SchemaInference.inferFromSample(csv, 2).columns())
                .extracting(Column::type)
                .containsExactly(ColumnType.LONG);
        assertThat(SchemaInference.infer(csv).columns())
                .extracting(Column::type)
                .containsExactly(ColumnType.STRING);
    }

    @Test
    void ignoresTheByteOrderMark() throws IOException {
        Schema schema = SchemaInference.infer(file("\uFEFF\"a b\",c\r\n1,2\r\n"));

        assertThat(schema.columns()).extracting(Column::name).containsExactly("a b", "c");
    }

    @Test
    void rejectsAFileWithoutAHeader() throws IOException {
        CsvSource csv = file("");

        assertThatThrownBy(() -> SchemaInference.infer(csv))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("empty");
    }

    @Test
    void reportsTheLineOfARowWithAnotherNumberOfFields() throws IOException {
        CsvSource csv = file("a,b\n\"x\ny\",2\n3\n");

        assertThatThrownBy(() -> SchemaInference.infer(csv))
                .isInstanceOfSatisfying(
                        CsvException.class, e -> assertThat(e.line()).isEqualTo(4))
                .hasMessageContaining("line 4")
                .hasMessageContaining("1 field, but the first record has 2");
    }

    @Test
    void rejectsADuplicateColumnName() throws IOException {
        CsvSource csv = file("a,b,a\n1,2,3\n");

        assertThatThrownBy(() -> SchemaInference.infer(csv)).hasMessageContaining("'a' is used twice");
    }

    @Test
    void rejectsASampleOfZeroRows() {
        assertThatThrownBy(() -> SchemaInference.inferFromSample(CsvSource.fromFile(folder), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rows");
    }

    private CsvSource file(String text) throws IOException {
        return CsvSource.fromFile(Files.writeString(folder.resolve("file.csv"), text));
    }
}

package io.github.domojvm.sandbox.internal.rows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnTypeTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "+5", "007", "9223372036854775807", "-9223372036854775808"})
    void acceptsIntegers(String text) {
        assertThat(ColumnType.LONG.exported(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "1.0", "1e3", " 1", "1 ", "0x1", "9223372036854775808", "\u0661", "1,0"})
    void rejectsTextThatIsNotAnInteger(String text) {
        assertThat(ColumnType.LONG.exported(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1.5", "+.5", "5.", "1e5", "1.5E-3", "1e+5", "123456789012345678901234567890.5"})
    void acceptsDecimals(String text) {
        assertThat(ColumnType.DOUBLE.exported(text)).isEqualTo(text);
        assertThat(ColumnType.DECIMAL.exported(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "-", "-.e1", "1e", "1e+", "1e5x", "NaN", "Infinity", "1d", "0x1p3", "1,5", " 1", "1 "})
    void rejectsTextThatIsNotADecimal(String text) {
        assertThat(ColumnType.DOUBLE.exported(text)).isNull();
        assertThat(ColumnType.DECIMAL.exported(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-29", "0001-01-01", "9999-12-31"})
    void acceptsDates(String text) {
        assertThat(ColumnType.DATE.exported(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2023-02-29",
                "2024-02-30",
                "2024-13-01",
                "2024-00-01",
                "2024-01-00",
                "24-01-01",
                "2024/01/01",
                "2024-01/01",
                "2024-1-1",
                "10000-01-01",
                "2024-01-01T00:00:00",
                "x024-01-01"
            })
    void rejectsTextThatIsNotADate(String text) {
        assertThat(ColumnType.DATE.exported(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29T23:59:59,2024-02-29 23:59:59",
        "2024-02-29 00:00:00,2024-02-29 00:00:00",
        "2024-02-29T00:00:00Z,2024-02-29 00:00:00",
        "2024-02-29 00:00:00.123,2024-02-29 00:00:00",
        "2024-02-29T12:30:45.5Z,2024-02-29 12:30:45",
        "2024-02-29T12:30:00+02:00,2024-02-29 10:30:00",
        "2024-02-29T12:30:00.25-02:00,2024-02-29 14:30:00"
    })
    void acceptsTimesAndExportsThemInUtc(String text, String exported) {
        assertThat(ColumnType.DATETIME.exported(text)).isEqualTo(exported);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2024-02-29",
                "2024-02-29T24:00:00",
                "2024-02-29T12:60:00",
                "2024-02-29T12:30:60",
                "2024-02-29T-1:30:00",
                "2024-02-29T12:x0:00",
                "2024-02-29T12:30:x0",
                "2024-02-29x12:30:00",
                "2024-02-29T12.30:00",
                "2024-02-29T12:30.00",
                "2024-02-30T12:30:00",
                "2024-02-29T12:30:00 UTC",
                "2024-02-29T12:30:00+2"
            })
    void rejectsTextThatIsNotATime(String text) {
        assertThat(ColumnType.DATETIME.exported(text)).isNull();
    }
}

package io.github.domojvm.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.domojvm.error.CsvException;
import io.github.domojvm.error.DomoIoException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CsvDialectTest {
    private static final CsvDialect GERMAN =
            CsvDialect.create().separator(';').charset(Charset.forName("windows-1252"));

    @Test
    void turnsSeparatorCharsetAndLineEndsIntoDomos() throws IOException {
        byte[] csv = "a;b,c\r\n\"ü;\";\"\"\r\n;€".getBytes(Charset.forName("windows-1252"));

        assertThat(converted(GERMAN, csv)).isEqualTo("a,\"b,c\"\nü;,\"\"\n,€\n");
    }

    @Test
    void turnsQuotesAndNullsIntoDomos() throws IOException {
        CsvDialect dialect = CsvDialect.create().separator('\t').quote('\'').nulls("", "NULL", "\\N");

        assertThat(converted(dialect, "'it''s'\tNULL\t'NULL'\n\\N\t\tx\"y\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("it's,,NULL\n,,\"x\"\"y\"\n");
    }

    @Test
    void takesEmptyFieldsForTextWhenToldSo() throws IOException {
        assertThat(converted(CsvDialect.create().nulls("NULL"), "a,,NULL\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("a,\"\",\n");
    }

    @Test
    void dropsAByteOrderMark() throws IOException {
        assertThat(converted(CsvDialect.create(), "\uFEFFa,b\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("a,b\n");
        assertThat(converted(
                        CsvDialect.create().charset(StandardCharsets.UTF_16),
                        "x,y\n".getBytes(StandardCharsets.UTF_16)))
                .isEqualTo("x,y\n");
    }

    static Object[] broken() {
        return new Object[] {
            Arguments.of("a,b\nc,d\"e\n", 2, 4, "quote inside"),
            Arguments.of("a,b\n\"x\ny\",2\n1,2,3\n", 4, 12, "3 fields where the first record has 2"),
            Arguments.of("a,b\r\n\r\nc,d\n", 2, 5, "1 fields"),
            Arguments.of("a,b\nc\rd,e\n", 2, 4, "carriage return"),
            Arguments.of("a,b\r", 1, 0, "carriage return"),
            Arguments.of("a,b\n\"c,d\n", 2, 4, "quoting"),
            Arguments.of("a,b\n\"c\"x,d\n", 2, 4, "quoting"),
        };
    }

    @ParameterizedTest
    @MethodSource("broken")
    void refusesBrokenCsvWithLineAndByte(String csv, long line, long position, String what) {
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> converted(CsvDialect.create(), csv.getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("line " + line + " (byte " + position + ")")
                .withMessageContaining(what)
                .satisfies(e -> assertThat(e.line()).isEqualTo(line));
    }

    @Test
    void refusesBytesThatTheCharsetDoesNotHave() {
        byte[] csv = "a\nü\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> converted(CsvDialect.create(), csv))
                .withMessageContaining("not UTF-8");
    }

    @Test
    void tellsAFailingSourceFromBrokenCsv() {
        CsvSource failing = CsvSource.of("the store", CsvDialectTest::failing);

        assertThatExceptionOfType(DomoIoException.class)
                .isThrownBy(() -> GERMAN.convert(failing).open().readAllBytes())
                .withMessageContaining("the store")
                .withMessageContaining("Stream closed");
    }

    @Test
    void keepsHeaderAndMarkAndKnowsNoSize(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "h;i\n1;2\n");
        CsvSource source = GERMAN.convert(CsvSource.file(file).withHeader());

        assertThat(source.hasHeader()).isTrue();
        assertThat(source.size()).isEmpty();
        assertThat(source.mark()).isEqualTo(CsvSource.file(file).mark()).isNotEqualTo("");
        assertThat(source.toString()).isEqualTo(file.toString());
        assertThat(source.withHeader().size()).isEmpty();
    }

    @Test
    void refusesCharactersThatCannotSeparate() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvDialect.create().separator('"'));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvDialect.create().separator('\n'));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvDialect.create().quote('\r'));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvDialect.create().quote(','));
    }

    private static String converted(CsvDialect dialect, byte[] csv) throws IOException {
        try (InputStream domo = dialect.convert(CsvSource.of("the bytes", () -> new ByteArrayInputStream(csv)))
                .open()) {
            return new String(domo.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream failing() throws IOException {
        InputStream closed = InputStream.nullInputStream();
        closed.close();
        return closed;
    }
}

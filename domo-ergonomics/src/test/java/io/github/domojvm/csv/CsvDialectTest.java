package io.github.domojvm.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.domojvm.error.CsvException;
import io.github.domojvm.error.DomoIoException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
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
import org.junit.jupiter.params.provider.ValueSource;

class CsvDialectTest {
    private static final CsvDialect GERMAN =
            CsvDialect.defaults().separator(';').charset(Charset.forName("windows-1252"));

    @Test
    void convertsSeparatorCharsetAndLineEndings() throws IOException {
        byte[] csv = "a;b,c\r\n\"ü;\";\"\"\r\n;€".getBytes(Charset.forName("windows-1252"));

        assertThat(converted(GERMAN, csv)).isEqualTo("a,\"b,c\"\nü;,\"\"\n,€\n");
    }

    @Test
    void convertsQuotesAndNulls() throws IOException {
        CsvDialect dialect = CsvDialect.defaults().separator('\t').quote('\'').nulls("", "NULL", "\\N");

        assertThat(converted(dialect, "'it''s'\tNULL\t'NULL'\n\\N\t\tx\"y\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("it's,,NULL\n,,\"x\"\"y\"\n");
    }

    @Test
    void readsEmptyFieldsAsTextWhenTheyAreNotListedAsNull() throws IOException {
        assertThat(converted(CsvDialect.defaults().nulls("NULL"), "a,,NULL\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("a,\"\",\n");
    }

    @Test
    void removesAByteOrderMark() throws IOException {
        assertThat(converted(CsvDialect.defaults(), "\uFEFFa,b\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("a,b\n");
        assertThat(converted(
                        CsvDialect.defaults().charset(StandardCharsets.UTF_16),
                        "x,y\n".getBytes(StandardCharsets.UTF_16)))
                .isEqualTo("x,y\n");
    }

    static Object[] invalidCsv() {
        return new Object[] {
            Arguments.of("a,b\nc,d\"e\n", 2, 4, "quote inside"),
            Arguments.of("a,b\n\"x\ny\",2\n1,2,3\n", 4, 12, "3 fields, but the first record has 2"),
            Arguments.of("a,b\r\n\r\nc,d\n", 2, 5, "a blank line before further records"),
            Arguments.of("a,b\nc\rd,e\n", 2, 4, "carriage return"),
            Arguments.of("a,b\r", 1, 0, "carriage return"),
            Arguments.of("a,b\n\"c,d\n", 2, 4, "the quote that opens field 1 is not closed"),
            Arguments.of("a,b\nc,\"d\nd\"\ne,\"f\nf", 4, 12, "the quote that opens field 2 is not closed"),
            Arguments.of("a,b\n\"c\"x,d\n", 2, 4, "text after the quote that closes field 1"),
            Arguments.of("a,b\n\"c\nc\",\"d\"x\n", 3, 7, "text after the quote that closes field 2"),
            Arguments.of("\"a\ra\",b\nc,d\"\n", 2, 8, "a quote inside field 2, which is not quoted"),
            Arguments.of("\"a\ra\",b\nc\n", 2, 8, "1 field, but the first record has 2"),
            Arguments.of("\"a\ra\",b\nc\r", 2, 8, "carriage return"),
            Arguments.of("a,b\nc\n" + "d,e\n".repeat(99) + "\r", 2, 4, "1 field, but the first record has 2"),
        };
    }

    @ParameterizedTest
    @MethodSource("invalidCsv")
    void rejectsInvalidCsvWithLineAndByte(String csv, long line, long position, String what) {
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> converted(CsvDialect.defaults(), csv.getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("line " + line + " (byte " + position + ")")
                .withMessageContaining(what)
                .satisfies(e -> assertThat(e.line()).isEqualTo(line));
    }

    @Test
    void rejectsBytesThatAreInvalidInTheCharset() {
        byte[] csv = "a\nü\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> converted(CsvDialect.defaults(), csv))
                .withMessageContaining("not valid UTF-8");
    }

    @Test
    void reportsLineAndByteOfAnInvalidByteInALongFile() throws IOException {
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        int position = 0;
        for (int i = 1; i <= 2000; i++) {
            if (i == 1500) {
                position = csv.size();
            }
            csv.writeBytes(("row" + i + ",").getBytes(StandardCharsets.UTF_8));
            if (i == 1500) {
                csv.write(0xFF);
            }
            csv.writeBytes("ä\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> converted(CsvDialect.defaults(), csv.toByteArray()))
                .withMessageContaining("line 1500 (byte " + position + ")")
                .withMessageContaining("not valid UTF-8")
                .satisfies(e -> assertThat(e.line()).isEqualTo(1500));
    }

    @Test
    void countsLinesByCharacterAndNotByByte() {
        CsvDialect utf16 = CsvDialect.defaults().charset(StandardCharsets.UTF_16LE);
        // U+010A and U+0D0A contain the byte of a line feed.
        byte[] csv = "a,\u010Ab\nc,\u0D0A\ne\n".getBytes(StandardCharsets.UTF_16LE);

        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> converted(utf16, csv))
                .withMessageContaining("at line 3: ")
                .withMessageContaining("1 field, but the first record has 2");
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.CsvSource({
        "UTF-8, ' (byte 20000)'",
        "windows-1252, ' (byte 20000)'",
        "Shift_JIS, ' (byte 20000)'",
        "UTF-16, ''",
        "UTF-32, ''",
        "IBM037, ''"
    })
    void reportsTheByteOnlyInCharsetsWithASingleByteLineFeed(String name, String place) {
        Charset charset = Charset.forName(name);
        String before = "a,b\n".repeat(5000);
        byte[] csv = (before + "c\n").getBytes(charset);

        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> converted(CsvDialect.defaults().charset(charset), csv))
                .withMessageContaining("line 5001" + place + ": 1 field");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\"x"})
    void rejectsAFieldOverTheLimit(String start) {
        byte[] csv = ("1," + start + "x".repeat(17_000_000) + "\n").getBytes(StandardCharsets.UTF_8);

        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> converted(CsvDialect.defaults(), csv))
                .withMessageContaining("line 1")
                .withMessageContaining("16 million characters");
    }

    @Test
    void acceptsAFieldJustUnderTheLimit() throws IOException {
        String field = "x".repeat(16_000_000);

        assertThat(converted(CsvDialect.defaults(), ("1," + field + "\n").getBytes(StandardCharsets.UTF_8)))
                .hasSize(field.length() + 3);
    }

    @Test
    void removesTrailingBlankLines() throws IOException {
        assertThat(converted(CsvDialect.defaults(), "a,b\nc,d\n\n\r\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("a,b\nc,d\n");
        assertThat(converted(
                        CsvDialect.defaults(),
                        ("a,b\n".repeat(3000) + "\n".repeat(20_000)).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("a,b\n".repeat(3000));
    }

    @Test
    void writesNullInASingleColumnAsBackslashN() throws IOException {
        assertThat(converted(
                        CsvDialect.defaults().nulls("", "NULL"),
                        "a\n\n\"\"\nNULL\n\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("a\n\\N\n\"\"\n\\N\n\\N\n");
    }

    @Test
    void preservesTextThatLooksLikeNullOrAByteOrderMark() throws IOException {
        assertThat(converted(CsvDialect.defaults(), "1,\"\\N\"\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("1,\"\\N\"\n");
        assertThat(converted(CsvDialect.defaults().nulls(""), "1,\\N\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("1,\"\\N\"\n");
        assertThat(converted(CsvDialect.defaults(), "\"\uFEFFa\",b\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("\"\uFEFFa\",b\n");
    }

    @Test
    void readsBackslashNAsNullByDefault() throws IOException {
        assertThat(converted(CsvDialect.defaults(), "1,\\N\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("1,\n");
    }

    @Test
    void toStringListsTheSettings() {
        assertThat(CsvDialect.defaults().separator('\t').nulls("NULL", "").toString())
                .isEqualTo("CSV with separator U+0009, quote \", charset UTF-8, nulls [, NULL]");
    }

    @Test
    void reportsAFailingSourceAsAnIoFailure() {
        CsvSource failing = CsvSource.of("the store", CsvDialectTest::failing);

        assertThatExceptionOfType(DomoIoException.class)
                .isThrownBy(() -> GERMAN.convert(failing).open().readAllBytes())
                .withMessageContaining("the store")
                .withMessageContaining("Stream closed");
    }

    @Test
    void convertedSourceHasHeaderAndMarkButNoSize(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "h;i\n1;2\n");
        CsvSource source = GERMAN.convert(CsvSource.fromFile(file).withHeader());

        assertThat(source.hasHeader()).isTrue();
        assertThat(source.size()).isEmpty();
        assertThat(source.mark()).isEqualTo(CsvSource.fromFile(file).mark()).isNotEqualTo("");
        assertThat(source.toString()).isEqualTo(file.toString());
        assertThat(source.withHeader().size()).isEmpty();
    }

    @Test
    void rejectsInvalidSeparatorsAndQuotes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvDialect.defaults().separator('"'));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvDialect.defaults().separator('\n'));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvDialect.defaults().quote('\r'));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvDialect.defaults().quote(','));
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

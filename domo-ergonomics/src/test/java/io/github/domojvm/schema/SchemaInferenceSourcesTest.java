package io.github.domojvm.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.domojvm.csv.CsvDialect;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.CsvException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.rest.model.Column;
import io.github.domojvm.rest.model.Schema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaInferenceSourcesTest {
    @TempDir
    Path folder;

    @Test
    void readsTheFirstRecordAsHeaderWithAndWithoutWithHeader() {
        CsvSource csv = CsvSource.fromText("a,b\n1,x\ny,2\n");

        assertThat(columns(SchemaInference.infer(csv))).containsExactly("a STRING", "b STRING");
        assertThat(columns(SchemaInference.infer(csv.withHeader()))).containsExactly("a STRING", "b STRING");
        assertThat(columns(SchemaInference.inferFromSample(csv, 1))).containsExactly("a LONG", "b STRING");
    }

    @Test
    void infersTheSchemaOfAConvertedDialect() {
        CsvSource german =
                CsvDialect.defaults().separator(';').convert(CsvSource.fromText("Stadt;Einwohner\nUlm;128928\n"));

        assertThat(columns(SchemaInference.infer(german))).containsExactly("Stadt STRING", "Einwohner LONG");
    }

    @Test
    void readsAndClosesAnInputStream() {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream bytes = new ByteArrayInputStream("a\n1\n".getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        assertThat(columns(SchemaInference.inferFromSample(CsvSource.fromStream(bytes), 1)))
                .containsExactly("a LONG");
        assertThat(closed).isTrue();
    }

    @Test
    void rejectsInvalidCsv() {
        assertThatThrownBy(() -> SchemaInference.infer(CsvSource.fromText("a\n\"x\n")))
                .isInstanceOf(CsvException.class);
    }

    @Test
    void rejectsBytesThatAreNotUtf8() {
        InputStream latin1 = new ByteArrayInputStream("a\nZürich\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> SchemaInference.infer(CsvSource.fromStream(latin1)))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void reportsTheLineOfAFaultInAConvertedDialect() {
        CsvSource ragged = CsvDialect.defaults().separator(';').convert(CsvSource.fromText("a;b\n1;2\n3\n"));

        assertThatThrownBy(() -> SchemaInference.infer(ragged))
                .isInstanceOfSatisfying(
                        CsvException.class, e -> assertThat(e.line()).isEqualTo(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", "|"})
    void rejectsASingleColumnWithASeparatorInItsName(String separator) {
        CsvSource csv = CsvSource.fromText(String.join(separator, "id", "price", "secret") + "\n1" + separator + "2\n");

        assertThatThrownBy(() -> SchemaInference.infer(csv))
                .isInstanceOfSatisfying(
                        CsvException.class, e -> assertThat(e.line()).isEqualTo(1))
                .hasMessageContaining("The schema of the given text cannot be inferred: its only column has")
                .hasMessageContaining("CsvDialect.defaults().separator('" + separator.replace("\t", "\\t") + "')")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;b,c", "a b", "a-b/c"})
    void acceptsOtherCharactersInNames(String header) {
        assertThat(SchemaInference.infer(CsvSource.fromText(header + "\n")).columns())
                .hasSize(header.split(",").length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b,a", "Day,day", "a,,b", "a,\"\"", ",a", "a, "})
    void rejectsNamesThatAreBlankOrUsedTwiceInAnyCase(String header) {
        CsvSource csv = CsvSource.fromText(header + "\n");

        assertThatIllegalArgumentException().isThrownBy(() -> SchemaInference.infer(csv));
    }

    @Test
    void acceptsALongNameAndDots() {
        String name = "n".repeat(1_000);

        assertThat(SchemaInference.infer(CsvSource.fromText(name + ",a.b\n")).columns())
                .extracting(Column::name)
                .containsExactly(name, "a.b");
    }

    @Test
    void reportsAMissingFile() {
        assertThatThrownBy(() -> SchemaInference.infer(CsvSource.fromFile(folder.resolve("absent.csv"))))
                .isInstanceOf(DomoIoException.class)
                .hasMessageContaining("absent.csv: the file does not exist; check the path.");
    }

    @Test
    void reportsAFileWithoutReadPermission() {
        CsvSource forbidden = CsvSource.of("secret.csv", () -> {
            throw new AccessDeniedException("secret.csv");
        });

        assertThatThrownBy(() -> SchemaInference.infer(forbidden))
                .isInstanceOf(DomoIoException.class)
                .hasMessageContaining("secret.csv: access is denied; check the permissions");
    }

    @Test
    void reportsTheMessageOfAnotherFailureToOpen() {
        CsvSource broken = CsvSource.of("store", () -> {
            throw new IOException("bucket is gone");
        });

        assertThatThrownBy(() -> SchemaInference.infer(broken))
                .isInstanceOf(DomoIoException.class)
                .hasMessageContaining("Cannot read store: bucket is gone");
    }

    private static List<String> columns(Schema schema) {
        return Objects.requireNonNull(schema.columns()).stream()
                .map(column -> column.name() + " " + column.type())
                .toList();
    }
}

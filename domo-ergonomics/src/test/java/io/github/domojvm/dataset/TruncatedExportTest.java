package io.github.domojvm.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.domojvm.error.DomoIoException;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Bodies that end too early, without a length that would give them away. */
class TruncatedExportTest {
    private static final String DATA_SET = ExportServer.dataSet(2, "id", "note");

    @ParameterizedTest
    @EnumSource
    void bodyCutInsideQuotesIsNoticed(ExportForm form) throws IOException {
        refuses(form, "id,note\n1,ok\n2,\"cut he");
    }

    @ParameterizedTest
    @EnumSource
    void bodyCutAtALineBreakInsideQuotesIsNoticed(ExportForm form) throws IOException {
        refuses(form, "id,note\n1,ok\n2,\"cut\n");
    }

    @ParameterizedTest
    @EnumSource
    void bodyCutInTheMiddleOfTheLastRowIsNoticed(ExportForm form) throws IOException {
        refuses(form, "id,note\n1,ok\n2");
    }

    @ParameterizedTest
    @EnumSource
    void bodyCutInTheLastFieldIsNoticed(ExportForm form) throws IOException {
        refuses(form, "id,note\n1,ok\n2,cut he");
        refuses(form, "id,note\n1,ok\n2,");
        refuses(form, "id,note\n1,ok\n2,\"cut\"");
    }

    @ParameterizedTest
    @EnumSource
    void rowThatIsTooNarrowIsNoticed(ExportForm form) throws IOException {
        refuses(form, "id,note\n1,ok\n2\n");
        refuses(form, "id,note\n1\n2,ok\n");
        refuses(form, "id,note\n1,ok\n\n2,ok\n");
    }

    @ParameterizedTest
    @EnumSource
    void rowThatIsTooWideIsNoticed(ExportForm form) throws IOException {
        refuses(form, "id,note\n1,ok\n2,ok,3\n");
    }

    @ParameterizedTest
    @EnumSource
    void emptyBodyIsNoticed(ExportForm form) throws IOException {
        refuses(form, "");
        refuses(form, "\uFEFF");
    }

    @ParameterizedTest
    @EnumSource
    void bodyCutInTheHeaderIsNoticed(ExportForm form) throws IOException {
        refuses(form, "id,no");
    }

    @ParameterizedTest
    @EnumSource
    void truncatedBodyOfKnownLengthIsNoticed(ExportForm form) throws IOException {
        try (ExportServer server = new ExportServer(DATA_SET, ExportServer.csv("id,note\n1,ok\n2,\"cut he"))) {
            assertThatThrownBy(() -> form.run(server.dataSets(), "d1")).isInstanceOf(DomoIoException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void endIsCheckedAfterManyRows(ExportForm form) throws IOException {
        refuses(form, "id,note\n" + "1,\"a\nb\"\n".repeat(50_000) + "2,\"cut he");
        refuses(form, "id,note\n" + "1,\"a\nb\"\n".repeat(50_000) + "2");
    }

    @ParameterizedTest
    @CsvSource({"FILE, 2", "STREAM, 2", "ROWS, 2"})
    void shortBodyThatIsTruncatedOnceIsRetried(ExportForm form, int exports) throws IOException {
        try (ExportServer server = new ExportServer(
                DATA_SET, ExportServer.unframed("id,note\n1,ok\n2"), ExportServer.unframed("id,note\n1,ok\n2,ok\n"))) {
            assertThat(form.run(server.dataSets(), "d1")).contains("1", "2");
            assertThat(server.exports()).isEqualTo(exports);
        }
    }

    private static void refuses(ExportForm form, String body) throws IOException {
        try (ExportServer server = new ExportServer(DATA_SET, ExportServer.unframed(body))) {
            assertThatThrownBy(() -> form.run(server.dataSets(), "d1"))
                    .as(body.substring(0, Math.min(body.length(), 40)))
                    .isInstanceOf(DomoIoException.class)
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("cut he"));
        }
    }
}

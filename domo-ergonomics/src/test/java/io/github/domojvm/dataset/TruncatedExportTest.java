package io.github.domojvm.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.domojvm.error.DomoIoException;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Truncated bodies, mostly without a {@code Content-Length} to compare with. */
class TruncatedExportTest {
    private static final String DATA_SET = ExportServer.dataSet(2, "id", "note");

    @ParameterizedTest
    @EnumSource
    void detectsABodyTruncatedInsideQuotes(ExportForm form) throws IOException {
        assertRejected(form, "id,note\n1,ok\n2,\"cut he");
    }

    @ParameterizedTest
    @EnumSource
    void detectsABodyTruncatedAtALineBreakInsideQuotes(ExportForm form) throws IOException {
        assertRejected(form, "id,note\n1,ok\n2,\"cut\n");
    }

    @ParameterizedTest
    @EnumSource
    void detectsABodyTruncatedInTheLastRow(ExportForm form) throws IOException {
        assertRejected(form, "id,note\n1,ok\n2");
    }

    @ParameterizedTest
    @EnumSource
    void detectsABodyTruncatedInTheLastField(ExportForm form) throws IOException {
        assertRejected(form, "id,note\n1,ok\n2,cut he");
        assertRejected(form, "id,note\n1,ok\n2,");
        assertRejected(form, "id,note\n1,ok\n2,\"cut\"");
    }

    @ParameterizedTest
    @EnumSource
    void detectsARowWithTooFewFields(ExportForm form) throws IOException {
        assertRejected(form, "id,note\n1,ok\n2\n");
        assertRejected(form, "id,note\n1\n2,ok\n");
        assertRejected(form, "id,note\n1,ok\n\n2,ok\n");
    }

    @ParameterizedTest
    @EnumSource
    void detectsARowWithTooManyFields(ExportForm form) throws IOException {
        assertRejected(form, "id,note\n1,ok\n2,ok,3\n");
    }

    @ParameterizedTest
    @EnumSource
    void detectsAnEmptyBody(ExportForm form) throws IOException {
        assertRejected(form, "");
        assertRejected(form, "\uFEFF");
    }

    @ParameterizedTest
    @EnumSource
    void detectsABodyTruncatedInTheHeader(ExportForm form) throws IOException {
        assertRejected(form, "id,no");
    }

    @ParameterizedTest
    @EnumSource
    void detectsATruncatedBodyOfKnownLength(ExportForm form) throws IOException {
        try (ExportServer server = new ExportServer(DATA_SET, ExportServer.csv("id,note\n1,ok\n2,\"cut he"))) {
            assertThatThrownBy(() -> form.run(server.dataSets(), "d1")).isInstanceOf(DomoIoException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void detectsATruncatedBodyAfterManyRows(ExportForm form) throws IOException {
        assertRejected(form, "id,note\n" + "1,\"a\nb\"\n".repeat(50_000) + "2,\"cut he");
        assertRejected(form, "id,note\n" + "1,\"a\nb\"\n".repeat(50_000) + "2");
    }

    @ParameterizedTest
    @CsvSource({"FILE, 2", "STREAM, 2", "ROWS, 2"})
    void retriesAfterASingleTruncatedBody(ExportForm form, int exports) throws IOException {
        try (ExportServer server = new ExportServer(
                DATA_SET, ExportServer.unframed("id,note\n1,ok\n2"), ExportServer.unframed("id,note\n1,ok\n2,ok\n"))) {
            assertThat(form.run(server.dataSets(), "d1")).contains("1", "2");
            assertThat(server.exports()).isEqualTo(exports);
        }
    }

    private static void assertRejected(ExportForm form, String body) throws IOException {
        try (ExportServer server = new ExportServer(DATA_SET, ExportServer.unframed(body))) {
            assertThatThrownBy(() -> form.run(server.dataSets(), "d1"))
                    .as(body.substring(0, Math.min(body.length(), 40)))
                    .isInstanceOf(DomoIoException.class)
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("cut he"));
        }
    }
}

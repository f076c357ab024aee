package io.github.domojvm.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.error.FailureReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import mockwebserver3.MockResponse;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports that are larger than their options accept. */
class ExportSizeTest {
    private static final String CSV = "a\n" + "x\n".repeat(200_000);
    private static final ExportOptions TOO_SMALL =
            ExportOptions.builder().maxBytes(CSV.length() - 1).build();

    @TempDir
    Path folder;

    @Test
    void leavesTheFileUnchanged() throws IOException {
        Path target = Files.writeString(folder.resolve("out.csv"), "old");

        try (ExportServer server = server(ExportServer.csv(CSV))) {
            assertThatExceptionOfType(DomoDataException.class)
                    .isThrownBy(() -> server.dataSets().export("d1", target, TOO_SMALL))
                    .withMessage("GET /v1/datasets/d1/data did not return the requested content: it is larger than"
                            + " 400001 bytes, the limit of this export. An existing file is unchanged. Export with a"
                            + " larger maxBytes, or without it.")
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(FailureReason.RESPONSE_TOO_LARGE));
            assertThat(server.exports()).as("not retried").isEqualTo(1);
        }
        assertThat(target).hasContent("old");
        assertThat(folder).isDirectoryNotContaining("glob:**partial");
    }

    @Test
    void writesAtMostTheLimitToAStream() throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();

        try (ExportServer server = server(ExportServer.csv(CSV))) {
            assertThatExceptionOfType(DomoDataException.class)
                    .isThrownBy(() -> server.dataSets().export("d1", written, TOO_SMALL))
                    .withMessageContaining("The export of the DataSet d1 was ended: it is larger than 400001 bytes")
                    .withMessageContaining("The written content is incomplete")
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(FailureReason.RESPONSE_TOO_LARGE));
        }
        assertThat(written.size()).isLessThan(CSV.length());
        assertThat(CSV).startsWith(written.toString(StandardCharsets.UTF_8));
    }

    @Test
    void limitsAnExportOfAFewBytes() throws IOException {
        Path target = folder.resolve("out.csv");

        try (ExportServer server = server(ExportServer.csv("a\nx\n"))) {
            assertThatExceptionOfType(DomoDataException.class)
                    .isThrownBy(() -> server.dataSets()
                            .export(
                                    "d1",
                                    target,
                                    ExportOptions.builder().maxBytes(3).build()));
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void countsDecompressedBytes() throws IOException {
        Buffer compressed = new Buffer();
        try (var gzip = Okio.buffer(new GzipSink(compressed))) {
            gzip.writeUtf8(CSV);
        }
        assertThat(compressed.size()).isLessThan(CSV.length() / 100);
        MockResponse response = ExportServer.csv("")
                .newBuilder()
                .addHeader("Content-Encoding", "gzip")
                .body(compressed)
                .build();

        try (ExportServer server = server(response)) {
            assertThatExceptionOfType(DomoDataException.class)
                    .isThrownBy(() -> server.dataSets().export("d1", folder.resolve("out.csv"), TOO_SMALL));
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void acceptsAnExportOfExactlyTheLimit() throws IOException {
        ExportOptions exact = ExportOptions.builder().maxBytes(CSV.length()).build();

        try (ExportServer server = server(ExportServer.csv(CSV))) {
            assertThat(server.dataSets()
                            .export("d1", folder.resolve("out.csv"), exact)
                            .bytes())
                    .isEqualTo(CSV.length());
        }
    }

    private static ExportServer server(MockResponse response) throws IOException {
        return new ExportServer(ExportServer.dataSet(200_000, "a"), response);
    }
}

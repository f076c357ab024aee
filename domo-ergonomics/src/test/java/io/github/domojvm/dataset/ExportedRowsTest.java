package io.github.domojvm.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.domojvm.error.DomoDataException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports compared with the number of rows that the DataSet reports. */
class ExportedRowsTest {
    private static final ExportOptions ALL_ROWS =
            ExportOptions.builder().requireAllRows().build();
    private static final String THREE_ROWS = ExportServer.dataSet(3, "id", "note");
    private static final String TRUNCATED = "id,note\n1,a\n2,b\n";

    @TempDir
    Path folder;

    @Test
    void resultReportsABodyTruncatedBetweenRows() throws IOException {
        try (ExportServer server = new ExportServer(THREE_ROWS, ExportServer.unframed(TRUNCATED))) {
            ExportResult file = server.dataSets().export("d1", folder.resolve("out.csv"));
            ExportResult stream = server.dataSets().export("d1", new ByteArrayOutputStream());

            assertThat(file).isEqualTo(new ExportResult(TRUNCATED.length(), 2, OptionalLong.of(3)));
            assertThat(stream).isEqualTo(file);
        }
    }

    @Test
    void rejectsABodyTruncatedBetweenRowsWhenAllRowsAreRequired() throws IOException {
        Path target = Files.writeString(folder.resolve("out.csv"), "old");
        try (ExportServer server = new ExportServer(THREE_ROWS, ExportServer.unframed(TRUNCATED))) {
            assertThatThrownBy(() -> server.dataSets().export("d1", target, ALL_ROWS))
                    .isInstanceOf(DomoDataException.class)
                    .hasMessageContaining("has 2 rows, but the DataSet reports 3")
                    .hasMessageContaining("An existing file is unchanged")
                    .hasMessageContaining("PDP");
            assertThat(server.exports()).isEqualTo(1);
        }
        assertThat(target).hasContent("old");
        assertThat(folder).isDirectoryNotContaining("glob:**partial");
    }

    @Test
    void reportsMissingRowsInAnOutputStreamWhenAllRowsAreRequired() throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try (ExportServer server = new ExportServer(THREE_ROWS, ExportServer.unframed(TRUNCATED))) {
            assertThatThrownBy(() -> server.dataSets().export("d1", target, ALL_ROWS))
                    .isInstanceOf(DomoDataException.class)
                    .hasMessageContaining("The written content may be incomplete");
        }
        assertThat(target.toString(StandardCharsets.UTF_8)).isEqualTo(TRUNCATED);
    }

    @Test
    void rejectsMoreRowsThanReportedWhenAllRowsAreRequired() throws IOException {
        try (ExportServer server = new ExportServer(THREE_ROWS, ExportServer.csv(TRUNCATED + "3,c\n4,d\n"))) {
            assertThatThrownBy(() -> server.dataSets().export("d1", folder.resolve("out.csv"), ALL_ROWS))
                    .isInstanceOf(DomoDataException.class)
                    .hasMessageContaining("has 4 rows");
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void acceptsACompleteExportWhenAllRowsAreRequired() throws IOException {
        try (ExportServer server = new ExportServer(THREE_ROWS, ExportServer.csv(TRUNCATED + "3,c\n"))) {
            assertThat(server.dataSets()
                            .export("d1", new ByteArrayOutputStream(), ALL_ROWS)
                            .rows())
                    .isEqualTo(3);
        }
    }

    @Test
    void requireAllRowsFailsWhenTheDataSetReportsNoRowCount() throws IOException {
        String unknown = THREE_ROWS.replace("\"rows\":3,", "");
        try (ExportServer server = new ExportServer(unknown, ExportServer.csv(TRUNCATED))) {
            assertThatThrownBy(() -> server.dataSets().export("d1", new ByteArrayOutputStream(), ALL_ROWS))
                    .isInstanceOf(DomoDataException.class)
                    .hasMessageContaining("reports no number of rows");
            assertThat(server.exports()).isZero();
            assertThat(server.dataSets()
                            .export("d1", new ByteArrayOutputStream())
                            .dataSetRows())
                    .isEmpty();
        }
    }

    @Test
    void requireAllRowsWorksWithoutAHeader() throws IOException {
        ExportOptions options =
                ExportOptions.builder().withoutHeader().requireAllRows().build();
        try (ExportServer server = new ExportServer(THREE_ROWS, ExportServer.csv("1,a\n2,b\n3,c\n"))) {
            assertThat(server.dataSets()
                            .export("d1", new ByteArrayOutputStream(), options)
                            .rows())
                    .isEqualTo(3);
        }
    }
}

package io.github.domojvm.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.schema.SchemaBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports to files and output streams. */
class ExportTest extends DataSetFixture {
    private static final Schema SCHEMA =
            SchemaBuilder.builder().stringColumn("name").longColumn("n").build();
    private static final ExportOptions HEADERLESS =
            ExportOptions.builder().withoutHeader().build();
    private static final String DATA_SET = ExportServer.dataSet(2, "name", "n");

    @TempDir
    Path folder;

    @Test
    void exportsWithAndWithoutHeaderAndCountsRows() throws IOException {
        String id = dataSets.create("Export", SCHEMA).id();
        dataSets.importCsv(id, CsvSource.fromText("\"a\nb\",1\n\"\",\n"), UpdateMethod.REPLACE);
        Path target = Files.writeString(folder.resolve("out.csv"), "old");

        ExportResult with = dataSets.export(id, target);
        assertThat(target).hasContent("name,n\n\"a\nb\",1\n\"\",\n");
        assertThat(with).isEqualTo(new ExportResult(Files.size(target), 2, OptionalLong.of(2)));
        ExportResult without = dataSets.export(id, target, HEADERLESS);
        assertThat(target).hasContent("\"a\nb\",1\n\"\",\n");
        assertThat(without.rows()).isEqualTo(2);
        assertThat(folder).isDirectoryNotContaining("glob:**partial");
    }

    @Test
    void exportLeavesTheOutputStreamOpen() {
        String id = dataSets.create("Export", SCHEMA).id();
        dataSets.importCsv(id, CsvSource.fromText("\"a\nb\",1\n\"\",\n"), UpdateMethod.REPLACE);
        AtomicBoolean closed = new AtomicBoolean();
        ByteArrayOutputStream target = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        ExportResult result = dataSets.export(id, target);

        assertThat(result).isEqualTo(new ExportResult(target.size(), 2, OptionalLong.of(2)));
        assertThat(target).hasToString("name,n\n\"a\nb\",1\n\"\",\n");
        assertThat(closed).isFalse();
    }

    @Test
    void truncatedExportToAnOutputStreamIsReported() throws IOException {
        try (ExportServer server =
                new ExportServer(DATA_SET, ExportServer.broken("name,n\n" + "a,1\n".repeat(50_000)))) {
            assertThatThrownBy(() -> server.dataSets().export("d1", OutputStream.nullOutputStream()))
                    .isInstanceOf(DomoIoException.class)
                    .hasMessageContaining("broke off after")
                    .hasMessageContaining("discard it and export again");
            assertThat(server.exports()).isEqualTo(1);
        }
    }

    @Test
    void failureToWriteToTheOutputStreamIsReported() {
        String id = dataSets.create("Export", SCHEMA).id();
        dataSets.importCsv(id, CsvSource.fromText("a,1\n"), UpdateMethod.REPLACE);
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left");
            }
        };

        assertThatThrownBy(() -> dataSets.export(id, full))
                .isInstanceOf(DomoIoException.class)
                .hasMessageContaining("could not be written to the stream: no space left");
    }

    @Test
    void failedExportLeavesTheExistingFileUnchanged() throws IOException {
        Path target = Files.writeString(folder.resolve("out.csv"), "old");

        assertThatThrownBy(() -> dataSets.export(UUID.randomUUID().toString(), target))
                .isInstanceOf(NotFoundException.class);
        assertThat(target).hasContent("old");
        assertThat(folder).isDirectoryNotContaining("glob:**partial");
    }

    @Test
    void exportToAFileIsRetriedFromTheStartWhenTheConnectionBreaks() throws IOException {
        try (ExportServer server = new ExportServer(
                DATA_SET,
                ExportServer.broken("name,n\n" + "a,1\n".repeat(50_000)),
                ExportServer.csv("name,n\na,1\nb,2\n"))) {
            Path target = folder.resolve("out.csv");

            ExportResult result = server.dataSets().export("d1", target);

            assertThat(result.rows()).isEqualTo(2);
            assertThat(target).hasContent("name,n\na,1\nb,2\n");
        }
    }

    @Test
    void exportThatFailsOnEveryAttemptLeavesNoFile() throws IOException {
        try (ExportServer server =
                new ExportServer(DATA_SET, ExportServer.broken("name,n\n" + "a,1\n".repeat(50_000)))) {
            Path target = folder.resolve("out.csv");

            assertThatThrownBy(() -> server.dataSets().export("d1", target))
                    .isInstanceOf(DomoIoException.class)
                    .hasMessageContaining("4 attempts");
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void rejectsAnUnwritableTargetBeforeAnyRequest() {
        int before = sandbox.requests().size();

        assertThatThrownBy(() -> dataSets.export("x", folder.resolve("absent/out.csv")))
                .isInstanceOf(DomoIoException.class)
                .hasMessageContaining("Nothing was exported");
        assertThatThrownBy(() -> dataSets.export("x", folder)).isInstanceOf(IllegalArgumentException.class);
        assertThat(sandbox.requests()).hasSize(before);
    }

    @Test
    void rejectsNullArgumentsBeforeAnyRequest() {
        int before = sandbox.requests().size();

        assertThatNullPointerException()
                .isThrownBy(() -> dataSets.export("x", (Path) null))
                .withMessage("target is null");
        assertThatNullPointerException()
                .isThrownBy(() -> dataSets.export("x", (OutputStream) null))
                .withMessage("target is null");
        assertThatNullPointerException()
                .isThrownBy(() -> dataSets.export("x", folder.resolve("out.csv"), null))
                .withMessage("options is null");
        assertThat(sandbox.requests()).hasSize(before);
    }

    @Test
    void exportPreservesFilePermissionsAndSymbolicLinks() throws IOException {
        String id = dataSets.create("Links", SCHEMA).id();
        dataSets.importCsv(id, CsvSource.fromText("a,1\n"), UpdateMethod.REPLACE);
        Path real = Files.writeString(folder.resolve("real.csv"), "old");
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-------"));
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), real);

        dataSets.export(id, link, HEADERLESS);

        assertThat(link).isSymbolicLink();
        assertThat(real).hasContent("a,1\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real)))
                .isEqualTo("rw-------");
    }
}

package io.github.domojvm.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.internal.FakeTiming;
import io.github.domojvm.internal.TestDomo;
import io.github.domojvm.rest.model.ImportMethod;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.schema.SchemaBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows into files and streams. */
class ExportTest {
    private static final Schema SCHEMA =
            SchemaBuilder.create().string("name").longs("n").build();

    private static DomoSandbox sandbox;
    private static TestDomo domo;
    private static DataSets dataSets;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        sandbox = DomoSandbox.start();
        domo = new TestDomo(sandbox, new FakeTiming());
        dataSets = new DataSets(domo.rest().dataSets(), domo.calls());
    }

    @AfterAll
    static void stop() {
        domo.close();
        sandbox.close();
    }

    @Test
    void exportsWithAndWithoutHeaderAndCountsRows() throws IOException {
        String id = dataSets.create("Export", SCHEMA).id();
        dataSets.importCsv(id, ImportMethod.REPLACE, CsvSource.text("\"a\nb\",1\n\"\",\n"));
        Path target = Files.writeString(folder.resolve("out.csv"), "old");

        ExportResult with = dataSets.export(id, target);
        assertThat(target).hasContent("name,n\n\"a\nb\",1\n\"\",\n");
        assertThat(with).isEqualTo(new ExportResult(target.toAbsolutePath(), Files.size(target), 2));
        ExportResult without = dataSets.export(id, target, false);
        assertThat(target).hasContent("\"a\nb\",1\n\"\",\n");
        assertThat(without.rows()).isEqualTo(2);
        assertThat(folder).isDirectoryNotContaining("glob:**partial");
    }

    @Test
    void exportsIntoAStreamThatStaysOpen() {
        String id = dataSets.create("Export", SCHEMA).id();
        dataSets.importCsv(id, ImportMethod.REPLACE, CsvSource.text("\"a\nb\",1\n\"\",\n"));
        AtomicBoolean closed = new AtomicBoolean();
        ByteArrayOutputStream target = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        assertThat(dataSets.export(id, target)).isEqualTo(2);

        assertThat(target).hasToString("name,n\n\"a\nb\",1\n\"\",\n");
        assertThat(closed).isFalse();
    }

    @Test
    void exportIntoAStreamThatBreaksOnTheWayIsTold() throws IOException {
        try (MockWebServer server = new MockWebServer();
                TestDomo mocked = mocked(server)) {
            server.enqueue(token());
            server.enqueue(csv("a,1\n".repeat(50_000))
                    .onResponseBody(new SocketEffect.CloseSocket())
                    .build());
            DataSets broken = new DataSets(mocked.rest().dataSets(), mocked.calls());

            assertThatThrownBy(() -> broken.export("d1", OutputStream.nullOutputStream()))
                    .isInstanceOf(DomoIoException.class)
                    .hasMessageContaining("broke off after")
                    .hasMessageContaining("drop it and export again");
        }
    }

    @Test
    void exportIntoAStreamThatIsFullIsTold() {
        String id = dataSets.create("Export", SCHEMA).id();
        dataSets.importCsv(id, ImportMethod.REPLACE, CsvSource.text("a,1\n"));
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left");
            }
        };

        assertThatThrownBy(() -> dataSets.export(id, full))
                .isInstanceOf(DomoIoException.class)
                .hasMessageContaining("could not be passed on: no space left");
    }

    @Test
    void failedExportLeavesTheFormerFileAndNoOther() throws IOException {
        Path target = Files.writeString(folder.resolve("out.csv"), "old");

        assertThatThrownBy(() -> dataSets.export(UUID.randomUUID().toString(), target))
                .isInstanceOf(NotFoundException.class);
        assertThat(target).hasContent("old");
        assertThat(folder).isDirectoryNotContaining("glob:**partial");
    }

    @Test
    void exportThatBreaksOnTheWayIsStartedAnew() throws IOException {
        try (MockWebServer server = new MockWebServer();
                TestDomo mocked = mocked(server)) {
            server.enqueue(token());
            server.enqueue(csv("a,1\n".repeat(50_000))
                    .onResponseBody(new SocketEffect.CloseSocket())
                    .build());
            server.enqueue(csv("a,1\nb,2\n").build());
            Path target = folder.resolve("out.csv");

            ExportResult result = new DataSets(mocked.rest().dataSets(), mocked.calls()).export("d1", target, false);

            assertThat(result.rows()).isEqualTo(2);
            assertThat(target).hasContent("a,1\nb,2\n");
        }
    }

    @Test
    void exportThatBreaksForEverLeavesNoHalfFile() throws IOException {
        try (MockWebServer server = new MockWebServer();
                TestDomo mocked = mocked(server)) {
            server.enqueue(token());
            for (int i = 0; i < 4; i++) {
                server.enqueue(csv("a,1\n".repeat(50_000))
                        .onResponseBody(new SocketEffect.CloseSocket())
                        .build());
            }
            Path target = folder.resolve("out.csv");
            DataSets broken = new DataSets(mocked.rest().dataSets(), mocked.calls());

            assertThatThrownBy(() -> broken.export("d1", target))
                    .isInstanceOf(DomoIoException.class)
                    .hasMessageContaining("4 attempts");
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void exportToWhereNothingCanBeWrittenIsRefusedBeforeTheCall() {
        int before = sandbox.requests().size();

        assertThatThrownBy(() -> dataSets.export("x", folder.resolve("absent/out.csv")))
                .isInstanceOf(DomoIoException.class)
                .hasMessageContaining("Nothing was exported");
        assertThatThrownBy(() -> dataSets.export("x", folder)).isInstanceOf(IllegalArgumentException.class);
        assertThat(sandbox.requests()).hasSize(before);
    }

    @Test
    void replacedFileKeepsItsRightsAndALinkStaysALink() throws IOException {
        String id = dataSets.create("Links", SCHEMA).id();
        dataSets.importCsv(id, ImportMethod.REPLACE, CsvSource.text("a,1\n"));
        Path real = Files.writeString(folder.resolve("real.csv"), "old");
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-------"));
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), real);

        dataSets.export(id, link, false);

        assertThat(link).isSymbolicLink();
        assertThat(real).hasContent("a,1\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real)))
                .isEqualTo("rw-------");
    }

    private static TestDomo mocked(MockWebServer server) throws IOException {
        server.start();
        return new TestDomo(server.url("/").uri(), "id", "secret", new FakeTiming());
    }

    private static MockResponse token() {
        return new MockResponse.Builder()
                .body("{\"access_token\":\"t\",\"expires_in\":3600}")
                .build();
    }

    private static MockResponse.Builder csv(String rows) {
        return new MockResponse.Builder().addHeader("Content-Type", "text/csv").body(rows);
    }
}

package io.github.domojvm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.DomoClient;
import io.github.domojvm.cli.Cli;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.schema.SchemaBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests which sources an upload accepts, and which it rejects before it creates or opens anything. */
@ParameterizedClass
@EnumSource
class UploadSourceTest {
    @TempDir
    Path folder;

    @AutoClose
    private final DomoSandbox sandbox;

    @AutoClose
    private final DomoClient domo;

    UploadSourceTest(InvalidRows invalidRows) {
        sandbox = invalidRows.sandbox().start();
        domo = Cli.client(sandbox);
    }

    @Test
    void rejectsAHeaderLineWithNoHeaderBeforeAnythingIsOpened() throws IOException {
        String stream = "" + stream();
        String rows = "\uFEFFname,\"amount\"\r\na,1\n";
        String[] upload = {"upload", csv(rows).toString(), "--stream", stream, "--mode", "replace", "--no-header"};
        String[] piped = {"upload", "-", "--stream", stream, "--mode", "replace", "--no-header"};

        Cli.Ending file = Cli.against(sandbox).run(upload);
        Cli.Ending pipe = Cli.against(sandbox).reading(rows).run(piped);

        for (Cli.Ending refused : List.of(file, pipe)) {
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err())
                    .contains("names of the DataSet's columns, [name, amount]", "--header is the default");
        }
        assertThat(domo.executions().list(Long.parseLong(stream))).isEmpty();
    }

    @Test
    void uploadsNothingWhenTheFileChangesAfterItsColumnsAreInferred() throws IOException {
        Path csv = csv("name,amount\na,1\n");
        Cli cli = Cli.against(sandbox).afterPrinting("Created Stream", () -> append(csv, "b,2\n"));

        Cli.Ending upload = cli.run("upload", csv.toString(), "--create", "Changing", "--mode", "replace");

        assertThat(upload.exitCode()).isNotZero();
        assertThat(upload.err())
                .contains(csv + ": it changed after it was first read", "The new Stream was not deleted");
        assertThat(sandbox.rowCount(
                        String.valueOf(domo.dataSets().list().iterator().next().id())))
                .isZero();
    }

    private static void append(Path file, String rows) {
        try {
            Files.writeString(file, rows, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void createsNoStreamFromAnInvalidFile() throws Exception {
        Path fifo = folder.resolve("fifo");
        assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor())
                .isZero();
        Path utf16 = Files.write(folder.resolve("utf16.csv"), "a,b\n1,2\n".getBytes(StandardCharsets.UTF_16));
        Path bare = Files.writeString(folder.resolve("bare.csv"), "a,b\n1,2\n3,x\"y\n");
        Path nameless = Files.writeString(folder.resolve("nameless.csv"), ",b\n1,2\n");
        Path rowless = Files.writeString(folder.resolve("rowless.csv"), "a,b\n");

        assertThat(refusedCreation(fifo)).contains("not a regular file", "--dataset");
        assertThat(refusedCreation(utf16)).contains("UTF-16", "convert the file to UTF-8");
        assertThat(refusedCreation(bare)).contains("Line 3 (byte 11)", "double the quotes");
        assertThat(refusedCreation(nameless)).contains("a column has no name");
        assertThat(refusedCreation(rowless)).contains("no rows after its header line", "--allow-empty");
        assertThat(refusedCreation(folder)).contains("Cannot read " + folder, "Is a directory");
        assertThat(refusedCreation(folder.resolve("none"))).contains("the file does not exist", "check the path");
        assertThat(domo.streams().list()).isEmpty();
    }

    @Test
    void createsAnEmptyDataSetWhenAllowed() throws IOException {
        Cli.Ending upload = Cli.against(sandbox)
                .run("upload", csv("a,b\n").toString(), "--create", "x", "--mode", "replace", "--allow-empty");

        assertThat(upload.exitCode()).as(upload.err()).isZero();
        assertThat(sandbox.rowCount(onlyDataSet())).isZero();
    }

    @Test
    void readsANamedPipe() throws Exception {
        Path fifo = folder.resolve("fifo");
        assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor())
                .isZero();
        Thread writer = new Thread(() -> write(fifo, "name,amount\na,1\n"));
        writer.start();

        Cli.Ending upload =
                Cli.against(sandbox).run("upload", fifo.toString(), "--stream", "" + stream(), "--mode", "replace");
        writer.join();

        assertThat(upload.exitCode()).as(upload.err()).isZero();
        assertThat(sandbox.rows(onlyDataSet())).containsExactly(List.of("a", "1"));
    }

    @Test
    void emptiesADataSetOnlyWhenAllowed() throws IOException {
        String stream = "" + stream();
        String none =
                Files.writeString(folder.resolve("none.csv"), "name,amount\n").toString();
        assertThat(Cli.against(sandbox)
                        .run("upload", csv("name,amount\na,1\n").toString(), "--stream", stream, "--mode", "replace")
                        .exitCode())
                .isZero();

        Cli.Ending refused = Cli.against(sandbox).run("upload", none, "--stream", stream, "--mode", "replace");
        long unchanged = sandbox.rowCount(onlyDataSet());
        Cli.Ending allowed =
                Cli.against(sandbox).run("upload", none, "--stream", stream, "--mode", "replace", "--allow-empty");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("There are no rows in", "specify --allow-empty");
        assertThat(unchanged).isEqualTo(1);
        assertThat(allowed.exitCode()).as(allowed.err()).isZero();
        assertThat(sandbox.rowCount(onlyDataSet())).isZero();
    }

    private long stream() {
        return Objects.requireNonNull(domo.streams()
                .create(
                        "Fruit",
                        SchemaBuilder.builder()
                                .stringColumn("name")
                                .longColumn("amount")
                                .build(),
                        UpdateMethod.REPLACE)
                .id());
    }

    private String refusedCreation(Path file) {
        Cli.Ending upload = Cli.against(sandbox).run("upload", file.toString(), "--create", "x", "--mode", "replace");
        assertThat(upload.exitCode()).isEqualTo(1);
        assertThat(upload.err()).startsWith("domo: ");
        return upload.err();
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String onlyDataSet() {
        return String.valueOf(domo.dataSets().list().iterator().next().id());
    }

    private Path csv(String content) throws IOException {
        return Files.writeString(folder.resolve("rows.csv"), content);
    }
}

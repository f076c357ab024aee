package io.github.domojvm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.cli.Cli;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
    @Test
    void reportsEachStepAndThatAllRowsMatch() {
        Cli.Ending demo = new Cli().run("demo");

        assertThat(demo.exitCode()).isZero();
        assertThat(demo.out())
                .endsWith("All 1,461 rows match." + System.lineSeparator())
                .containsSubsequence(
                        "local sandbox, http://127.0.0.1:",
                        "samples/seattle-weather.csv, 47.1 KiB",
                        "date DATE, precipitation DOUBLE",
                        "created with DataSet ",
                        "execution 1: 1,461 rows in 6 parts, REPLACE",
                        "47.0 KiB of CSV, sent as ",
                        "COMMITTED_VERIFIED: the DataSet has 1,461 rows, as expected",
                        "Export      1,461 rows",
                        "Timings",
                        "sending",
                        "comparing")
                .doesNotContain("\u001b");
        assertThat(demo.err()).isEmpty();
    }

    @Test
    void acceptsAnotherFile() {
        Cli.Ending demo = new Cli().run("demo", Samples.path("awkward.csv").toString());

        assertThat(demo.exitCode()).as(demo.err()).isZero();
        assertThat(demo.out()).contains("awkward.csv, 25.0 KiB").contains("All 212 rows match.");
    }

    @Test
    void uploadsNothingWhenTheFileChangesAfterItsColumnsAreInferred(@TempDir Path folder) throws IOException {
        Path csv = Files.writeString(folder.resolve("changing.csv"), "name,amount\na,1\n");
        Cli cli = new Cli().afterPrinting("created with DataSet", () -> {
            try {
                Files.writeString(csv, "b,2\n", StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });

        Cli.Ending demo = cli.run("demo", csv.toString());

        assertThat(demo.exitCode()).isNotZero();
        assertThat(demo.err()).contains("it changed after it was first read");
        assertThat(demo.out()).doesNotContain("Outcome");
    }

    @Test
    void usesTheServiceOfTheEnvironmentAndDoesNotDeleteTheDataSet() {
        try (DomoSandbox sandbox = DomoSandbox.start();
                var domo = Cli.client(sandbox)) {
            Cli.Ending demo = Cli.against(sandbox).run("demo");

            assertThat(demo.exitCode()).isZero();
            assertThat(demo.out()).contains("from the environment or --credentials", "The DataSet was not deleted");
            assertThat(domo.dataSets().list()).hasSize(1);
            assertThat(sandbox.rowCount(String.valueOf(
                            domo.dataSets().list().iterator().next().id())))
                    .isEqualTo(1461);
        }
    }

    @Test
    void usesALocalSandboxWhenTheOptionIsSet() {
        try (DomoSandbox sandbox = DomoSandbox.start()) {
            assertThat(Cli.against(sandbox).run("demo", "--sandbox").exitCode()).isZero();
            assertThat(sandbox.requests()).isEmpty();
        }
    }

    @Test
    void reportsTheRowsThatDiffer(@TempDir Path folder) throws IOException {
        Path csv = Files.writeString(folder.resolve("a.csv"), "n,text\n1,one\n2,two\n3,three\n");
        try (DomoSandbox sandbox = DomoSandbox.start()) {
            sandbox.faults()
                    .add(Fault.on("GET", "/v1/datasets/*/data")
                            .respond(200, "n,text\n3,three\n2,zwei\n1,one\n", "Content-Type", "text/csv"));

            Cli.Ending demo = Cli.against(sandbox).run("demo", csv.toString());

            assertThat(demo.exitCode()).isEqualTo(4);
            assertThat(demo.out())
                    .contains("missing from the export: [2, two]", "only in the export: [2, zwei]", "do NOT match")
                    .doesNotContain("one]", "three]");
        }
    }

    @Test
    void leavesNoTemporaryFiles() throws IOException {
        List<Path> before = temporary();

        assertThat(new Cli().run("demo", "missing.csv").exitCode()).isEqualTo(1);
        assertThat(new Cli().run("demo").exitCode()).isZero();

        assertThat(temporary()).containsExactlyInAnyOrderElementsOf(before);
    }

    private static List<Path> temporary() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("domo-demo-"))
                    .toList();
        }
    }
}

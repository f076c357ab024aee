package io.github.domojvm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.cli.Cli;
import io.github.domojvm.retry.RetryPolicy;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
    @TempDir
    Path folder;

    private DomoSandbox sandbox;
    private String dataSet;

    @BeforeEach
    void start() throws IOException {
        sandbox = DomoSandbox.start();
        Path csv = Files.writeString(folder.resolve("in.csv"), "name,amount\nfig,1\nplum,2\n");
        assertThat(Cli.against(sandbox)
                        .run("upload", csv.toString(), "--create", "Fruit", "--mode", "replace", "--quiet")
                        .exitCode())
                .isZero();
        try (var domo = Cli.client(sandbox)) {
            dataSet = String.valueOf(domo.dataSets().list().iterator().next().id());
        }
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void writesAHeaderLineAndAllRows() throws IOException {
        Path out = folder.resolve("out.csv");

        Cli.Ending export = Cli.against(sandbox).run("export", dataSet, out.toString());

        assertThat(export.exitCode()).as(export.err()).isZero();
        assertThat(export.out()).contains(out + ", 25 bytes", "2 rows and a header line");
        assertThat(out).hasContent("name,amount\nfig,1\nplum,2");
    }

    @Test
    void omitsTheHeaderLineWithNoHeader() {
        Path out = folder.resolve("out.csv");

        Cli.Ending export = Cli.against(sandbox).run("export", dataSet, out.toString(), "--no-header", "--quiet");

        assertThat(export).isEqualTo(new Cli.Ending(0, "", ""));
        assertThat(out).hasContent("fig,1\nplum,2");
    }

    @Test
    void overwritesAFileOnlyWithForce() throws IOException {
        Path out = Files.writeString(folder.resolve("out.csv"), "precious");

        Cli.Ending refused = Cli.against(sandbox).run("export", dataSet, out.toString());
        String unchanged = Files.readString(out);
        Cli.Ending forced = Cli.against(sandbox).run("export", dataSet, out.toString(), "--force");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("Cannot write " + out + ". It already exists", "--force");
        assertThat(unchanged).isEqualTo("precious");
        assertThat(forced.exitCode()).isZero();
        assertThat(out).content().startsWith("name,amount");
    }

    @Test
    void warnsWhenTheDataSetReportsADifferentNumberOfRows() {
        sandbox.faults().add(rowsAreMissing());
        Path out = folder.resolve("out.csv");

        Cli.Ending export = Cli.against(sandbox).run("export", dataSet, out.toString());

        assertThat(export.exitCode()).isZero();
        assertThat(export.err())
                .hasLineCount(1)
                .startsWith("Warning: The DataSet reports 2 rows, but the export contains 1. ");
        assertThat(out).hasContent("name,amount\nfig,1\n");
    }

    @Test
    void leavesTheFileUnchangedWhenRequiredRowsAreMissing() throws IOException {
        sandbox.faults().add(rowsAreMissing());
        Path out = Files.writeString(folder.resolve("out.csv"), "precious");

        Cli.Ending export =
                Cli.against(sandbox).run("export", dataSet, out.toString(), "--force", "--require-all-rows");

        assertThat(export.exitCode()).isEqualTo(1);
        assertThat(export.err())
                .contains("has 1 row, but the DataSet reports 2", "without --require-all-rows")
                .doesNotContain("requireAllRows()");
        assertThat(out).hasContent("precious");
    }

    @Test
    void leavesTheFileUnchangedWhenTheExportIsTooLarge() throws IOException {
        Path out = Files.writeString(folder.resolve("out.csv"), "precious");

        Cli.Ending exact = Cli.against(sandbox)
                .run("export", dataSet, folder.resolve("exact.csv").toString(), "--max-bytes", "25", "--quiet");
        Cli.Ending larger = Cli.against(sandbox).run("export", dataSet, out.toString(), "--force", "--max-bytes", "24");

        assertThat(exact).isEqualTo(new Cli.Ending(0, "", ""));
        assertThat(larger.exitCode()).isEqualTo(1);
        assertThat(larger.err())
                .contains("it is larger than 24 bytes", "set --max-bytes to a higher value")
                .doesNotContain("maxBytes");
        assertThat(out).hasContent("precious");
    }

    @Test
    void rejectsAnInvalidSize() {
        Path out = folder.resolve("out.csv");

        assertThat(Cli.against(sandbox)
                        .run("export", dataSet, out.toString(), "--max-bytes", "0")
                        .err())
                .contains("--max-bytes must be positive");
        assertThat(Cli.against(sandbox)
                        .run("export", dataSet, out.toString(), "--max-bytes", "1t")
                        .err())
                .contains("'1t' is not a valid size");
    }

    @Test
    void exportsWhenAllRequiredRowsArePresent() {
        Path out = folder.resolve("out.csv");

        Cli.Ending export = Cli.against(sandbox).run("export", dataSet, out.toString(), "--require-all-rows");

        assertThat(export.exitCode()).as(export.err()).isZero();
        assertThat(export.err()).isEmpty();
    }

    private static Fault rowsAreMissing() {
        return Fault.on("GET", "/v1/datasets/*/data")
                .always()
                .respond(200, "name,amount\nfig,1\n", "Content-Type", "text/csv");
    }

    @Test
    void reportsAnInterruption() throws Exception {
        Path out = Files.writeString(folder.resolve("out.csv"), "precious");
        Fault broken = Fault.on("GET", "/v1/datasets/*/data").always().dropConnection();
        for (String[] target : new String[][] {{out.toString(), " is unchanged"}, {out + ".new", " was not written"}}) {
            sandbox.faults().clear();
            sandbox.faults().add(broken);
            Cli cli = Cli.against(sandbox);
            // The client retries long enough for the interruption to arrive.
            cli.retries = RetryPolicy.defaults();
            CompletableFuture<Cli.Ending> export =
                    cli.runUntil(broken, sandbox, "export", dataSet, target[0], "--force");
            cli.interruption.arrive();
            Cli.Ending interrupted = export.get();

            assertThat(interrupted.exitCode()).isEqualTo(1);
            assertThat(interrupted.err())
                    .contains("The export of DataSet " + dataSet + " was interrupted. " + target[0] + target[1]);
        }
        assertThat(out).hasContent("precious");
    }

    @Test
    void reportsAMissingFolder() {
        Cli.Ending export = Cli.against(sandbox)
                .run("export", dataSet, folder.resolve("none/out.csv").toString());

        assertThat(export.exitCode()).isEqualTo(1);
        assertThat(export.err()).contains("Cannot write ", "Nothing was exported");
    }
}

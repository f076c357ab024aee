package io.github.domojvm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.DomoClient;
import io.github.domojvm.cli.Cli;
import io.github.domojvm.rest.model.DomoStream;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.schema.SchemaBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code domo upload --check}, to which the command refers after the service has rejected rows. */
@ParameterizedClass
@EnumSource
class LocalCheckTest {
    private static final String INVALID = "name,amount\n\"two\nlines\",1\nfig,many\nplum,2\n";

    @TempDir
    Path folder;

    @AutoClose
    private final DomoSandbox sandbox;

    @AutoClose
    private final DomoClient domo;

    private final DomoStream stream;

    LocalCheckTest(InvalidRows invalidRows) {
        sandbox = invalidRows.sandbox().start();
        domo = Cli.client(sandbox);
        stream = domo.streams()
                .create(
                        "Fruit",
                        SchemaBuilder.builder()
                                .stringColumn("name")
                                .longColumn("amount")
                                .build(),
                        UpdateMethod.REPLACE);
    }

    @Test
    void rejectedRowsAreReportedWithTheOptionThatFindsThem() throws IOException {
        Cli.Ending upload = upload(INVALID);

        assertThat(upload.exitCode()).isEqualTo(1);
        assertThat(upload.err())
                .contains("was not committed", "run the command again with --check")
                .doesNotContain("Rows.fromCsv");
        assertThat(sandbox.rowCount(stream.dataSet().id())).isZero();
    }

    @Test
    void reportsTheLineAndTheColumnButNotTheValueAndUploadsNothing() throws IOException {
        Cli.Ending check = upload(INVALID, "--check");

        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.err())
                .contains("Row 2", "line 4", "column 'amount'", "Nothing was uploaded")
                .doesNotContain("many");
        assertThat(domo.executions().list(stream.id())).isEmpty();
    }

    @Test
    void countsTheRowsThatFit() throws IOException {
        Cli.Ending check = upload("Name,Sum\nfig,1\nplum,\n", "--check", "--ignore-header-names");

        assertThat(check.exitCode()).as(check.err()).isZero();
        assertThat(check.out()).contains("2 rows");
        assertThat(domo.executions().list(stream.id())).isEmpty();
    }

    @Test
    void readsAFileWithoutAHeaderLine() throws IOException {
        assertThat(upload("fig,1\nplum,x\n", "--check", "--no-header").err()).contains("Row 2", "line 2");
        assertThat(upload("fig,1\n", "--check", "--no-header", "--quiet")).isEqualTo(new Cli.Ending(0, "", ""));
    }

    @Test
    void reportsAHeaderLineWithAnotherNumberOfColumns() throws IOException {
        assertThat(upload("name\nfig\n", "--check").err()).contains("has 1 columns, and the DataSet has 2");
        assertThat(upload("", "--check").err()).contains("has 0 columns");
    }

    @Test
    void reportsARecordWithAnotherNumberOfColumns() throws IOException {
        assertThat(upload("name,amount\nfig,1\nplum\n", "--check").err()).containsIgnoringCase("line 3");
    }

    @Test
    void requiresAFileAndAnExistingDataSet() throws IOException {
        Path file = Files.writeString(folder.resolve("rows.csv"), INVALID);

        for (List<String> arguments : List.of(
                List.of("-", "--dataset", stream.dataSet().id()), List.of(file.toString(), "--create", "New"))) {
            List<String> command = new ArrayList<>(List.of("upload", "--check", "--mode", "replace"));
            command.addAll(arguments);
            Cli.Ending check = Cli.against(sandbox).run(command.toArray(String[]::new));

            assertThat(check.exitCode()).isEqualTo(2);
            assertThat(check.err()).contains("--check requires a file and an existing DataSet");
        }
    }

    private Cli.Ending upload(String csv, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("rows.csv"), csv);
        List<String> command =
                new ArrayList<>(List.of("upload", file.toString(), "--stream", "" + stream.id(), "--mode", "replace"));
        command.addAll(List.of(options));
        return Cli.against(sandbox).run(command.toArray(String[]::new));
    }
}

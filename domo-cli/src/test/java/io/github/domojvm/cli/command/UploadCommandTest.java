package io.github.domojvm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.DomoClient;
import io.github.domojvm.cli.Cli;
import io.github.domojvm.cli.terminal.Style;
import io.github.domojvm.rest.model.CreateExecutionRequest;
import io.github.domojvm.rest.model.ExecutionState;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.schema.SchemaBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class UploadCommandTest {
    @TempDir
    Path folder;

    @AutoClose
    private final DomoSandbox sandbox;

    @AutoClose
    private final DomoClient domo;

    UploadCommandTest(InvalidRows invalidRows) {
        sandbox = invalidRows.sandbox().start();
        domo = Cli.client(sandbox);
    }

    @Test
    void createsAStreamAndADataSetFromAFile() throws IOException {
        Path csv = csv("n,text\n1,one\n2,two\n3,\n");

        Cli.Ending upload =
                Cli.against(sandbox).run("upload", csv.toString(), "--create", "Numbers", "--mode", "replace");

        assertThat(upload.exitCode()).as(upload.err()).isZero();
        assertThat(upload.out())
                .containsSubsequence(
                        "with DataSet 'Numbers'",
                        "n LONG, text STRING",
                        "Uploaded " + csv,
                        "execution 1",
                        "3 rows in 1 part, REPLACE",
                        "COMMITTED_VERIFIED: the DataSet has 3 rows, as expected");
        assertThat(sandbox.rows(onlyDataSet()))
                .isEqualTo(List.of(List.of("1", "one"), List.of("2", "two"), Arrays.asList("3", null)));
        assertThat(upload.err()).isEmpty();
    }

    @Test
    void createsAKeyForUpsertAndUpserts() throws IOException {
        Cli.Ending first = Cli.against(sandbox)
                .run(
                        "upload",
                        csv("id,v\na,1\nb,2\n").toString(),
                        "--create",
                        "Keyed",
                        "--mode",
                        "UPSERT",
                        "--key",
                        "id");
        Cli.Ending second = Cli.against(sandbox)
                .run("upload", csv("id,v\nb,3\nc,4\n").toString(), "--dataset", onlyDataSet(), "--mode", "Upsert");

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(second.out()).contains("COMMITTED_UNVERIFIED: Processed. With UPSERT");
        assertThat(sandbox.rows(onlyDataSet()))
                .containsExactlyInAnyOrder(List.of("a", "1"), List.of("b", "3"), List.of("c", "4"));
    }

    @Test
    void appendsToAStreamFromStandardInputWithoutAHeader() {
        long stream = stream();

        Cli.Ending upload = Cli.against(sandbox)
                .reading("a,1\nb,2\n")
                .run("upload", "-", "--stream", "" + stream, "--mode", "append", "--no-header");

        assertThat(upload.exitCode()).as(upload.err()).isZero();
        assertThat(upload.out()).contains("Uploaded standard input", "2 rows in 1 part, APPEND");
        assertThat(sandbox.rows(onlyDataSet())).containsExactly(List.of("a", "1"), List.of("b", "2"));
    }

    @Test
    void appliesTheTuningOptions() throws IOException {
        long stream = stream();
        StringBuilder rows = new StringBuilder("name,amount\n");
        for (int i = 0; i < 40; i++) {
            rows.append("row ").append(i).append(',').append(i).append('\n');
        }
        String file = csv(rows.toString()).toString();

        Cli.Ending byRows = Cli.against(sandbox)
                .run(
                        "upload",
                        file,
                        "--stream",
                        "" + stream,
                        "--mode",
                        "replace",
                        "--part-rows",
                        "10",
                        "--parallel",
                        "8",
                        "--memory",
                        "8m",
                        "--level",
                        "9");
        Cli.Ending byBytes = Cli.against(sandbox)
                .run("upload", file, "--stream", "" + stream, "--mode", "replace", "--part-bytes", "100", "--no-gzip");

        Cli.Ending adaptive = Cli.against(sandbox)
                .run("upload", file, "--stream", "" + stream, "--mode", "replace", "--adaptive-gzip");

        assertThat(adaptive.out()).as(adaptive.err()).contains("40 rows in 1 part");
        assertThat(byRows.out()).as(byRows.err()).contains("40 rows in 4 parts");
        assertThat(byBytes.out())
                .as(byBytes.err())
                .contains("40 rows in 4 parts", "380 bytes of CSV, sent as 380 bytes");
    }

    @Test
    void exitsAfterTheCommitWithNoWait() throws IOException {
        Cli.Ending upload = Cli.against(sandbox)
                .run(
                        "upload",
                        csv("name,amount\na,1\n").toString(),
                        "--stream",
                        "" + stream(),
                        "--mode",
                        "replace",
                        "--no-wait");

        assertThat(upload.exitCode()).isZero();
        assertThat(upload.out()).contains("COMMITTED_UNVERIFIED: The upload waited for the commit only");
    }

    @Test
    void printsNothingWhenQuiet() throws IOException {
        Cli cli = Cli.against(sandbox);
        cli.live = true;

        Cli.Ending upload =
                cli.run("upload", csv("name,amount\na,1\n").toString(), "--create", "x", "--mode", "replace", "-q");

        assertThat(upload).isEqualTo(new Cli.Ending(0, "", ""));
    }

    @Test
    void drawsProgressOnATerminalAndClearsIt() throws IOException {
        Cli cli = Cli.against(sandbox);
        cli.live = true;
        cli.style = new Style(true);

        Cli.Ending upload =
                cli.run("upload", csv("name,amount\na,1\n").toString(), "--create", "x", "--mode", "replace");

        assertThat(upload.err()).contains("Uploading").endsWith(" \r");
        assertThat(upload.out()).contains("\u001b[1mUploaded ");
    }

    @Test
    void rejectsAHeaderWithOtherNamesUnlessTheyAreIgnored() throws IOException {
        String file = csv("who,how much\na,1\n").toString();
        String stream = "" + stream();

        Cli.Ending refused = Cli.against(sandbox).run("upload", file, "--stream", stream, "--mode", "replace");
        Cli.Ending ignored = Cli.against(sandbox)
                .run("upload", file, "--stream", stream, "--mode", "replace", "--ignore-header-names");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("[who, how much]", "[name, amount]", "specify --ignore-header-names");
        assertThat(ignored.exitCode()).isZero();
    }

    @Test
    void abortsAnOpenExecutionOnlyWithTheOption() throws IOException {
        long stream = stream();
        String file = csv("name,amount\na,1\n").toString();
        open(stream);

        Cli.Ending refused = Cli.against(sandbox).run("upload", file, "--stream", "" + stream, "--mode", "replace");
        Cli.Ending aborting = Cli.against(sandbox)
                .run("upload", file, "--stream", "" + stream, "--mode", "replace", "--abort-open-execution");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .contains("open execution 1", "specify --abort-open-execution")
                .doesNotContain("abortOpenExecution()");
        assertThat(aborting.exitCode()).as(aborting.err()).isZero();
        assertThat(domo.executions().get(stream, 1).currentState()).isEqualTo(ExecutionState.ABORTED);
    }

    @Test
    void rejectsAKeyThatIsNotAColumnBeforeAnythingIsCreated() throws IOException {
        Cli.Ending upload = Cli.against(sandbox)
                .run("upload", csv("a,b\n1,2\n").toString(), "--create", "x", "--mode", "upsert", "--key", "c");

        assertThat(upload.exitCode()).isEqualTo(1);
        assertThat(upload.err()).contains("The key column 'c' is not in", "[a, b]");
        assertThat(domo.streams().list()).isEmpty();
    }

    @Test
    void reportsADataSetWithoutAStream() throws IOException {
        String id = Objects.requireNonNull(domo.dataSets()
                .create("lonely", SchemaBuilder.builder().stringColumn("a").build())
                .id());

        Cli.Ending upload =
                Cli.against(sandbox).run("upload", csv("a\n1\n").toString(), "--dataset", id, "--mode", "append");

        assertThat(upload.exitCode()).isEqualTo(1);
        assertThat(upload.err()).contains(id, "(lonely) has no Stream", "--create creates one");
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

    private void open(long stream) {
        var request = CreateExecutionRequest.builder()
                .updateMethod(UpdateMethod.REPLACE)
                .build();
        assertThat(domo.rest().execute(domo.rest().api().streams().createExecution(stream, request)))
                .isNotNull();
    }

    private String onlyDataSet() {
        return String.valueOf(domo.dataSets().list().iterator().next().id());
    }

    private Path csv(String content) throws IOException {
        return Files.writeString(folder.resolve("rows.csv"), content);
    }
}

package io.github.domojvm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.cli.Cli;
import io.github.domojvm.internal.journal.JournalFile;
import io.github.domojvm.internal.journal.JournalRecord;
import io.github.domojvm.rest.model.ExecutionState;
import io.github.domojvm.sandbox.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconcileCommandTest {
    @TempDir
    Path folder;

    @AutoClose
    private JournalFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = new JournalFixture(folder);
    }

    @Test
    void reportsThatNothingIsLeft() {
        Cli.Ending reconcile = fixture.reconcile();

        assertThat(reconcile.exitCode()).isZero();
        assertThat(reconcile.out()).contains("No upload is left to be settled.");
        assertThat(folder.resolve("state")).doesNotExist();
    }

    @Test
    void reportsAnInterruptedUploadAndAbortsItOnlyOnRequest() {
        Path journal = fixture.interrupt();

        Cli.Ending report = fixture.reconcile();
        Cli.Ending abort = fixture.reconcile("--abort");

        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(report.out())
                .containsSubsequence(
                        "Upload of " + fixture.csv,
                        "Stream      " + fixture.stream + ", execution 1",
                        "DataSet     " + fixture.dataSet,
                        "Rows        4 rows in 2 parts, APPEND",
                        "Outcome     NOT_COMMITTED: the commit was not sent, and execution 1 is open.",
                        "Next step   Run the upload again to continue it, or specify --abort to discard",
                        "Journal     " + journal);
        assertThat(report.out().lines().filter(line -> !line.contains(folder.toString())))
                .allMatch(line -> line.length() <= 80);
        assertThat(abort.exitCode()).as(abort.out()).isZero();
        assertThat(abort.out()).contains("Outcome     NOT_COMMITTED: Execution 1 ended as ABORTED");
        assertThat(fixture.states()).containsExactly(ExecutionState.ABORTED);
        assertThat(fixture.journals()).isEmpty();
    }

    @Test
    void determinesThatACommitSucceeded() {
        fixture.loseCommit(true);

        Cli.Ending reconcile = fixture.reconcile();

        assertThat(reconcile.exitCode()).isZero();
        assertThat(reconcile.out()).contains("COMMITTED_VERIFIED: the DataSet has 10 rows, as expected");
        assertThat(fixture.journals()).isEmpty();
    }

    @Test
    void preservesTheJournalOfAnUnknownOutcomeUnlessItIsAborted() {
        fixture.loseCommit(false);

        Cli.Ending unknown = fixture.reconcile();

        assertThat(unknown.exitCode()).isEqualTo(3);
        assertThat(unknown.out())
                .contains("UNKNOWN: the commit may have been sent", "--abort: rows that are not processed")
                .doesNotContain("PUT /v1");
        assertThat(fixture.journals()).hasSize(1);
        assertThat(fixture.reconcile("--abort").exitCode()).isZero();
        assertThat(fixture.journals()).isEmpty();
    }

    @Test
    void reportsAnAbortThatTheServiceDoesNotConfirm() {
        fixture.interrupt();
        fixture.sandbox
                .faults()
                .add(Fault.on("PUT", "/v1/streams/*/executions/*/abort")
                        .always()
                        .respond(503, ""));

        Cli.Ending abort = fixture.reconcile("--abort");

        assertThat(abort.exitCode()).isEqualTo(1);
        assertThat(abort.out()).contains("The service did not confirm the abort.");
        assertThat(fixture.journals()).hasSize(1);
    }

    @Test
    void examinesTheOthersIfOneJournalIsDamaged() throws IOException {
        Path journal = fixture.interrupt();
        Path damaged = journal.resolveSibling(
                journal.getFileName().toString().replaceFirst("-.*", "-0123456789abcdef.journal"));
        Files.writeString(damaged, "domo-upload-journal 1\n");

        Cli.Ending reconcile = fixture.reconcile("--abort");

        assertThat(reconcile.exitCode()).isEqualTo(1);
        assertThat(reconcile.out())
                .contains(
                        "Upload that could not be examined",
                        "Journal     " + damaged,
                        "Reason      Line 2 of the journal",
                        "Outcome     NOT_COMMITTED: Execution 1 ended as ABORTED");
        assertThat(fixture.journals()).containsExactly(damaged);
    }

    @Test
    void examinesOnlyTheSpecifiedJournals() throws IOException {
        Path journal = fixture.interrupt();
        Path moved = Files.move(journal, folder.resolve("my.journal"));
        Path missing = folder.resolve("missing.journal");

        assertThat(fixture.reconcile().out()).contains("No upload is left");
        Cli.Ending reconcile = fixture.reconcile("--abort", missing.toString(), moved.toString());

        assertThat(reconcile.exitCode()).isEqualTo(1);
        assertThat(reconcile.out()).contains("could not be examined", "NOT_COMMITTED");
        assertThat(moved).doesNotExist();
    }

    @Test
    void leavesTheJournalsOfOtherClientsAlone() throws IOException {
        Path journal = fixture.interrupt();
        String name = journal.getFileName().toString();
        Path other = journal.resolveSibling("00000000" + name.substring(8));
        Files.move(journal, other, StandardCopyOption.ATOMIC_MOVE);

        Cli.Ending reconcile = fixture.reconcile("--abort");

        assertThat(reconcile.exitCode()).isZero();
        assertThat(reconcile.out()).contains("1 journal of other clients or services not examined.");
        assertThat(other).exists();
    }

    @Test
    void reportsAWrongRowCountUntilItIsReconciled() throws IOException {
        Path journal = fixture.loseCommit(true);
        try (JournalFile file = JournalFile.open(journal)) {
            file.append(JournalRecord.of("ended")
                    .with("outcome", "COMMITTED_MISMATCH")
                    .with("foundRows", 7));
        }

        Cli.Ending upload = fixture.upload();
        long rows = fixture.rowCount();
        Cli.Ending reconcile = fixture.reconcile();

        assertThat(upload.exitCode()).as(upload.err()).isEqualTo(4);
        assertThat(upload.err()).contains("was committed, but the row count is wrong", "Journal " + journal);
        assertThat(rows).isEqualTo(10);
        assertThat(reconcile.exitCode()).isEqualTo(4);
        assertThat(reconcile.out()).contains("COMMITTED_MISMATCH: the DataSet has 7 rows");
        assertThat(fixture.journals()).isEmpty();
    }

    @Test
    void settlesTheNewestExecutionOfAStreamWithoutAJournal() {
        String stream = "" + fixture.stream;
        assertThat(fixture.reconcile("--stream", stream).out()).contains("Execution   none");
        fixture.planInterruption();
        assertThat(fixture.upload("--no-journal").exitCode()).isEqualTo(1);
        fixture.sandbox.faults().clear();

        Cli.Ending open = fixture.reconcile("--stream", stream);
        Cli.Ending abort = fixture.reconcile("--stream", stream, "--abort");

        assertThat(open.exitCode()).isEqualTo(3);
        assertThat(open.out()).contains("State       ACTIVE", "run the command with --abort");
        assertThat(abort.exitCode()).isZero();
        assertThat(abort.out()).contains("State       ABORTED");
        assertThat(fixture.states()).containsExactly(ExecutionState.ABORTED);
    }

    @Test
    void rejectsContradictoryArguments() {
        assertThat(fixture.reconcile("--stream", "1", "x.journal").exitCode()).isEqualTo(2);
        assertThat(fixture.reconcile("--stream", "0").err()).contains("--stream must be positive: 0");
    }
}

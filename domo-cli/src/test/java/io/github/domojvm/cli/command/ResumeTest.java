package io.github.domojvm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.cli.Cli;
import io.github.domojvm.rest.model.ExecutionState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same upload command again, after a run that was interrupted or has ended. */
class ResumeTest {
    private static final String RESUMING =
            "Resuming execution 1: 4 rows in 2 parts already acknowledged." + System.lineSeparator();

    @TempDir
    Path folder;

    @AutoClose
    private JournalFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = new JournalFixture(folder);
    }

    @Test
    void uploadsAgainAfterASuccessAndLeavesNoJournal() {
        Cli.Ending first = fixture.upload();
        Cli.Ending second = fixture.upload();

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(second.out()).as(second.err()).contains("Uploaded " + fixture.csv, "has 20 rows, as expected");
        assertThat(fixture.journals()).isEmpty();
    }

    @Test
    void leavesNoJournalAfterAFailureThatLeavesNothingOpen() throws IOException {
        Files.writeString(fixture.csv, "name,amount\nfig\n");

        assertThat(fixture.upload().exitCode()).isEqualTo(1);

        assertThat(fixture.journals()).isEmpty();
    }

    @Test
    void continuesAnInterruptedUploadAndReportsIt() {
        fixture.interrupt();
        long before = fixture.partRequests();

        Cli.Ending resumed = fixture.upload();

        assertThat(resumed.err()).isEqualTo(RESUMING);
        assertThat(resumed.exitCode()).isZero();
        assertThat(resumed.out()).contains("Uploaded " + fixture.csv, "10 rows in 5 parts", "as expected");
        assertThat(fixture.partRequests() - before).isEqualTo(3);
        assertThat(fixture.states()).containsExactly(ExecutionState.SUCCESS);
        assertThat(fixture.journals()).isEmpty();
    }

    @Test
    void namesTheJournalOfAnUploadThatCanBeContinued() {
        fixture.planInterruption();

        Cli.Ending failed = fixture.upload();

        assertThat(failed.err()).contains("could not be aborted", "      Journal " + fixture.journal());
    }

    @Test
    void continuesSilentlyWithQuiet() {
        fixture.interrupt();

        assertThat(fixture.upload("--quiet")).isEqualTo(new Cli.Ending(0, "", ""));
    }

    @Test
    void clearsTheProgressOfAContinuedUpload() {
        fixture.interrupt();
        Cli cli = fixture.cli();
        cli.live = true;

        Cli.Ending resumed = fixture.run(cli, fixture.csv.toString(), "--stream", "" + fixture.stream);

        assertThat(resumed.err()).contains(RESUMING).endsWith(" \r");
    }

    @Test
    void reportsAnEarlierUploadThatWasCommittedAndSendsNothing() {
        fixture.loseCommit(true);
        long before = fixture.partRequests();

        Cli.Ending settled = fixture.upload();
        long rows = fixture.rowCount();
        Cli.Ending next = fixture.upload();

        assertThat(settled.exitCode()).as(settled.err()).isZero();
        assertThat(settled.out())
                .startsWith("An earlier run has already uploaded " + fixture.csv + "; no rows were sent.")
                .contains("10 rows in 5 parts, APPEND", "COMMITTED_VERIFIED: the DataSet has 10 rows, as expected");
        assertThat(rows).isEqualTo(10);
        assertThat(fixture.partRequests() - before)
                .as("those of the next upload")
                .isEqualTo(5);
        assertThat(next.out()).contains("Uploaded " + fixture.csv, "has 20 rows");
    }

    @Test
    void preservesTheJournalOfAnUnknownOutcomeUntilItIsSettled() {
        Path journal = fixture.loseCommit(false);

        Cli.Ending unknown = fixture.upload("--processing-timeout", "0s");

        assertThat(unknown.exitCode()).isEqualTo(3);
        assertThat(unknown.err())
                .contains("execution 1 is still active", "run 'domo reconcile --abort'", "Journal " + journal);
        assertThat(fixture.reconcile("--abort").exitCode()).isZero();
        assertThat(fixture.upload().out()).contains("has 10 rows, as expected");
        assertThat(fixture.states()).containsExactly(ExecutionState.ABORTED, ExecutionState.SUCCESS);
    }

    @Test
    void againDiscardsTheJournalButNotTheOpenExecution() {
        fixture.interrupt();

        Cli.Ending refused = fixture.upload("--again");
        Cli.Ending aborting = fixture.upload("--again", "--abort-open-execution");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("has the open execution 1", "specify --abort-open-execution");
        assertThat(aborting.exitCode()).as(aborting.err()).isZero();
        assertThat(fixture.states()).containsExactly(ExecutionState.ABORTED, ExecutionState.SUCCESS);
        assertThat(fixture.rowCount()).isEqualTo(10);
    }

    @Test
    void againDiscardsADamagedJournal() throws IOException {
        Path journal = fixture.interrupt();
        Files.writeString(journal, "domo-upload-jour");
        fixture.domo.executions().abort(fixture.stream, 1);

        Cli.Ending again = fixture.upload("--again");

        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(fixture.rowCount()).isEqualTo(10);
    }

    @Test
    void againNeverDeletesAFileThatIsNoJournal() throws IOException {
        Path other = Files.writeString(folder.resolve("other.csv"), "valuable\n");

        Cli.Ending refused = fixture.upload("--again", "--journal", other.toString());

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .contains("Cannot discard the journal " + other + ": it is not a journal. Nothing was sent.");
        assertThat(other).hasContent("valuable\n");
    }

    @Test
    void resumeRequiresAnUnfinishedUpload() {
        Cli.Ending none = fixture.upload("--resume");
        fixture.interrupt();
        Cli.Ending resumed = fixture.upload("--resume");

        assertThat(none.exitCode()).isEqualTo(1);
        assertThat(none.err())
                .startsWith("domo: Cannot resume the upload of " + fixture.csv
                        + ". There is no unfinished one: the journal")
                .contains("does not exist. To upload, run the command without --resume.");
        assertThat(resumed.exitCode()).as(resumed.err()).isZero();
        assertThat(resumed.err()).isEqualTo(RESUMING);
    }

    @Test
    void resumeDoesNotUploadAgainWhatIsFinished() throws IOException {
        Path journal = fixture.interrupt();
        assertThat(fixture.domo.streams().abortAndReconcile(journal)).isNotNull();
        long before = fixture.partRequests();

        Cli.Ending refused = fixture.upload("--resume");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("the last upload ended as NOT_COMMITTED");
        assertThat(fixture.partRequests()).isEqualTo(before);
        assertThat(journal).exists();
    }

    @Test
    void continuesWithTheStreamThatTheInterruptedCommandCreated() {
        fixture.planInterruption();
        Cli.Ending failed = fixture.run(fixture.cli(), fixture.csv.toString(), "--create", "New");
        fixture.sandbox.faults().clear();

        Cli.Ending resumed = fixture.run(fixture.cli(), fixture.csv.toString(), "--create", "New");

        assertThat(failed.err()).contains("Journal ").doesNotContain("instead of --create");
        assertThat(resumed.exitCode()).as(resumed.err()).isZero();
        assertThat(resumed.err()).isEqualTo(RESUMING);
        assertThat(resumed.out()).doesNotContain("Created Stream");
        assertThat(fixture.domo.streams().list()).hasSize(2);
    }

    @Test
    void recordsNothingForStandardInputUnlessItIsCopied() {
        Cli.Ending upload = fixture.run(
                fixture.cli().reading("name,amount\n" + JournalFixture.rows(1, 3)),
                "-",
                "--stream",
                "" + fixture.stream);

        assertThat(upload.exitCode()).as(upload.err()).isZero();
        assertThat(folder.resolve("state")).doesNotExist();
    }

    @Test
    void continuesFromTheCopyOfStandardInput() {
        String rows = "name,amount\n" + JournalFixture.rows(1, 10);
        String stream = "" + fixture.stream;
        fixture.planInterruption();
        Cli.Ending failed = fixture.run(fixture.cli().reading(rows), "-", "--stream", stream, "--spool");
        fixture.sandbox.faults().clear();
        assertThat(fixture.journals()).as(failed.err()).hasSize(2);

        Cli.Ending resumed = fixture.run(fixture.cli(), "-", "--stream", stream, "--spool", "--resume");

        assertThat(resumed.err()).isEqualTo(RESUMING);
        assertThat(resumed.out()).contains("Uploaded standard input", "10 rows in 5 parts", "as expected");
        assertThat(fixture.states()).containsExactly(ExecutionState.SUCCESS);
        assertThat(fixture.journals()).isEmpty();
    }
}

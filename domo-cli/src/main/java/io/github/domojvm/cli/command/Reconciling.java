package io.github.domojvm.cli.command;

import io.github.domojvm.DomoClient;
import io.github.domojvm.cli.journal.JournalFiles;
import io.github.domojvm.cli.terminal.Report;
import io.github.domojvm.error.DomoException;
import io.github.domojvm.stream.JournalException;
import io.github.domojvm.stream.UploadJournal;
import io.github.domojvm.stream.UploadOutcome;
import io.github.domojvm.stream.UploadResult;
import java.io.IOException;
import java.nio.file.Path;

/** Determines the outcomes of journals one after another. A failure of one does not prevent the others. */
final class Reconciling {
    private final DomoClient domo;
    private final Report report;
    private final boolean abort;
    private boolean unknown;
    private boolean failed;
    private boolean mismatch;

    Reconciling(DomoClient domo, Report report, boolean abort) {
        this.domo = domo;
        this.report = report;
        this.abort = abort;
    }

    /** Reports the upload of a journal, and deletes the journal if nothing is left to be settled. */
    void examine(Path journal) throws IOException {
        try {
            if (JournalFiles.isInUse(journal)) {
                report.title("Upload in progress");
                report.text("Journal", journal.toString());
                report.text("Next step", "Another process is running this upload. Wait until it has ended.");
                unknown = true;
            } else {
                examineUnused(journal);
            }
        } catch (DomoException e) {
            failed = true;
            report.title("Upload that could not be examined");
            report.text("Journal", journal.toString());
            report.text("Reason", e instanceof JournalException ? e.problem() : e.getMessage());
            report.text("Next step", advice(e));
        }
        report.blank();
    }

    /** Returns the exit code for all journals together. */
    int exitCode() {
        if (unknown) {
            return ExitCode.UNKNOWN;
        }
        return failed ? ExitCode.FAILED : mismatch ? ExitCode.MISMATCH : ExitCode.DONE;
    }

    private void examineUnused(Path journal) throws IOException {
        UploadJournal before = UploadJournal.read(journal);
        UploadResult result = abort
                ? domo.streams().abortAndReconcile(journal)
                : domo.streams().reconcile(journal);
        boolean settled = UploadJournal.read(journal).isSettled();
        Outcome outcome = new Outcome(result);
        report.title("Upload of " + before.source());
        report.line("Stream", outcome.stream());
        if (!result.dataSetId().isEmpty()) {
            report.line("DataSet", result.dataSetId());
        }
        report.line("Rows", outcome.rows());
        report.text("Outcome", settled ? outcome.outcome() : open(result));
        if (settled) {
            mismatch |= result.outcome() == UploadOutcome.COMMITTED_MISMATCH;
            JournalFiles.deleteIf(journal, UploadJournal::isSettled);
            return;
        }
        report.text("Next step", next(result));
        report.text("Journal", journal.toString());
        unknown |= result.outcome() == UploadOutcome.UNKNOWN;
        failed |= result.outcome() != UploadOutcome.UNKNOWN;
    }

    /** Returns the outcome of an upload that is not settled. The library's text names requests of the API. */
    private String open(UploadResult result) {
        String execution = "execution " + result.executionId().orElse(0);
        return result.outcome()
                + (isCommitted(result)
                        ? ": the commit may have been sent, and " + execution + " has no final state."
                        : ": the commit was not sent, and " + execution + " is open.");
    }

    private String next(UploadResult result) {
        if (abort) {
            return "The service did not confirm the abort. Run the command again later.";
        }
        return isCommitted(result)
                ? "Run the command again later. To settle the upload now, specify --abort: rows that are not processed"
                        + " before the abort never will be."
                : "Run the upload again to continue it, or specify --abort to discard it.";
    }

    private static boolean isCommitted(UploadResult result) {
        return result.outcome() == UploadOutcome.UNKNOWN;
    }

    private static String advice(DomoException e) {
        return e instanceof JournalException
                ? "Check the executions of the Stream and the rows of the DataSet. Then delete the file, or upload with"
                        + " --again, which discards it."
                : "Run the command again when the service can be reached with the credentials of the upload.";
    }
}

package io.github.domojvm.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.FailureReason;
import io.github.domojvm.internal.journal.JournalRecord;
import io.github.domojvm.rest.model.ExecutionState;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Uploads that continue or settle what an interrupted run left, according to its journal. */
class JournalTest extends JournaledUploads {
    @Test
    void journalReportsAFinishedUploadAndContainsNoRows() throws IOException {
        Path nested = folder.resolve("a/b/upload.journal");
        UploadResult result = domo.upload(
                domo.request(UpdateMethod.REPLACE, CsvSource.fromFile(csv)).journal(nested));

        UploadJournal read = UploadJournal.read(nested);
        assertThat(read.isSettled()).isTrue();
        assertThat(read.streamId()).isEqualTo(domo.stream.id());
        assertThat(read.updateMethod()).isEqualTo(UpdateMethod.REPLACE);
        assertThat(read.source()).isEqualTo(csv.toString());
        assertThat(read.copiedRows()).isEmpty();
        assertThat(read.result().outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
        assertThat(read.result().executionId()).isEqualTo(result.executionId());
        assertThat(read.result().rows()).isEqualTo(35);
        assertThat(Files.readString(nested)).doesNotContain("r17");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(nested)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("a"))))
                .isEqualTo("rwx------");
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENED", "FIRST_PART", "LAST_PART"})
    void sendsOnlyTheMissingPartsOfAnInterruptedUpload(InterruptedUpload.Event event) {
        try (InterruptedUpload killed = interrupt(UpdateMethod.APPEND, event)) {
            assertThat(killed).isNotNull();
            long before = parts();
            List<String> events = new ArrayList<>();

            UploadResult result = domo.upload(request(UpdateMethod.APPEND).listener(new UploadListener() {
                @Override
                public void opened(long executionId) {
                    events.add("opened");
                }

                @Override
                public void resumed(long executionId) {
                    events.add("resumed " + executionId);
                }
            }));

            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertThat(result.rows()).isEqualTo(35);
            assertThat(result.uploadedEarlier()).isFalse();
            assertThat(domo.rowCount()).isEqualTo(35);
            assertThat(domo.executionStates()).containsExactly(ExecutionState.SUCCESS);
            assertThat(parts() - before)
                    .isEqualTo(
                            event == InterruptedUpload.Event.OPENED
                                    ? 4
                                    : event == InterruptedUpload.Event.FIRST_PART ? 3 : 0);
            assertThat(events).containsExactly("resumed 1");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = UpdateMethod.class,
            names = {"APPEND", "REPLACE"})
    void reportsAnInterruptedUploadThatWasCommittedAndSendsNothing(UpdateMethod method) throws IOException {
        try (InterruptedUpload killed =
                interrupt(method, InterruptedUpload.Event.COMMITTED).withoutLastRecord()) {
            assertThat(killed).isNotNull();
            long before = domo.requests("PUT", "");

            UploadResult result = domo.upload(request(method));

            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertThat(result.uploadedEarlier()).isTrue();
            assertThat(result.rows()).isEqualTo(35);
            assertThat(domo.rowCount()).isEqualTo(35);
            assertThat(domo.requests("PUT", "")).isEqualTo(before);
            assertThat(UploadJournal.read(journal).isSettled()).isTrue();
        }
    }

    @Test
    void returnsTheRecordedResultOfTheSameSource() {
        domo.upload(request(UpdateMethod.APPEND));
        long before = domo.sandbox.requests().size();

        UploadResult result = domo.upload(request(UpdateMethod.APPEND));

        assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
        assertThat(result.uploadedEarlier()).isTrue();
        assertThat(domo.sandbox.requests()).hasSize((int) before);
        assertThat(domo.rowCount()).isEqualTo(35);
    }

    @Test
    void finishedJournalIsReusedForAChangedSource() throws IOException {
        domo.upload(request(UpdateMethod.APPEND));
        Files.writeString(csv, UploadFixture.rows(35, 45));

        UploadResult result = domo.upload(request(UpdateMethod.APPEND));

        assertThat(result.uploadedEarlier()).isFalse();
        assertThat(domo.rowCount()).isEqualTo(45);
        assertThat(UploadJournal.read(journal).result().rows()).isEqualTo(10);
    }

    @Test
    void commitsAReplacementAgainWhenTheCommitDidNotArrive() throws IOException {
        try (InterruptedUpload killed = interrupt(UpdateMethod.REPLACE, InterruptedUpload.Event.LAST_PART)
                .with(committing())) {
            assertThat(killed).isNotNull();

            UploadResult result = domo.upload(request(UpdateMethod.REPLACE));

            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertThat(domo.rowCount()).isEqualTo(35);
            assertThat(domo.executionStates()).containsExactly(ExecutionState.SUCCESS);
        }
    }

    @Test
    void replacementIsNotCommittedAgainAfterItsColumnsChanged() throws IOException {
        try (InterruptedUpload killed = interrupt(UpdateMethod.REPLACE, InterruptedUpload.Event.LAST_PART)
                .with(committing())) {
            assertThat(killed).isNotNull();
            domo.swapColumns();

            UploadException e = domo.failure(request(UpdateMethod.REPLACE));

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.UNKNOWN);
            assertThat(e)
                    .hasMessageContaining(
                            "The columns of DataSet " + domo.stream.dataSet().id());
            assertThat(domo.requests("PUT", "/commit")).isZero();
        }
    }

    @Test
    void replacementIsVerifiedWhenTheResponseToItsRepeatedCommitIsLost() throws IOException {
        try (InterruptedUpload killed = interrupt(UpdateMethod.REPLACE, InterruptedUpload.Event.LAST_PART)
                .with(committing())) {
            assertThat(killed).isNotNull();
            domo.fault(Fault.on("PUT", "/v1/streams/*/executions/*/commit").performThenDropConnection());

            assertThat(domo.upload(request(UpdateMethod.REPLACE)).outcome())
                    .isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertThat(domo.rowCount()).isEqualTo(35);
            assertThat(domo.requests("PUT", "/commit")).isEqualTo(1);
        }
    }

    @Test
    void outcomeOfAnAppendIsUnknownWhenTheCommitDidNotArrive() throws IOException {
        try (InterruptedUpload killed = interrupt(UpdateMethod.APPEND, InterruptedUpload.Event.LAST_PART)
                .with(committing())) {
            assertThat(killed).isNotNull();

            UploadException e = domo.failure(request(UpdateMethod.APPEND));

            assertThat(e.reason()).isEqualTo(FailureReason.OUTCOME_UNKNOWN);
            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.UNKNOWN);
            assertThat(e).hasMessageContaining("execution 1 is still active").hasMessageContaining("abort");
            assertThat(domo.requests("PUT", "/commit")).isZero();
            assertThat(domo.executionStates()).containsExactly(ExecutionState.ACTIVE);

            UploadResult settled = domo.streams.abortAndReconcile(journal);
            assertThat(settled.outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
            assertThat(domo.upload(request(UpdateMethod.APPEND)).outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertThat(domo.rowCount()).isEqualTo(35);
        }
    }

    @Test
    void optionToAbortTheOpenExecutionSettlesAnAppendWhoseCommitDidNotArrive() throws IOException {
        try (InterruptedUpload killed = interrupt(UpdateMethod.APPEND, InterruptedUpload.Event.LAST_PART)
                .with(committing())) {
            assertThat(killed).isNotNull();

            UploadResult result = domo.upload(request(UpdateMethod.APPEND).abortOpenExecution());

            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertThat(domo.executionStates()).containsExactly(ExecutionState.ABORTED, ExecutionState.SUCCESS);
            assertThat(domo.rowCount()).isEqualTo(35);
        }
    }

    @Test
    void commitThatWasRefusedBeforeTheInterruptionIsSentAgain() throws IOException {
        try (InterruptedUpload killed = interrupt(UpdateMethod.APPEND, InterruptedUpload.Event.LAST_PART)
                .with(committing())
                .with(JournalRecord.of(UploadRecorder.REFUSED))) {
            assertThat(killed).isNotNull();

            UploadResult result = domo.upload(request(UpdateMethod.APPEND));

            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertThat(domo.rowCount()).isEqualTo(35);
        }
    }

    @Test
    void uploadsEverythingAgainWhenTheExecutionWasAborted() {
        try (InterruptedUpload killed = interrupt(UpdateMethod.APPEND, InterruptedUpload.Event.FIRST_PART)) {
            assertThat(killed).isNotNull();
            domo.executions.abort(domo.stream.id(), 1);

            UploadResult result = domo.upload(request(UpdateMethod.APPEND));

            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertThat(domo.executionStates()).containsExactly(ExecutionState.ABORTED, ExecutionState.SUCCESS);
            assertThat(domo.rowCount()).isEqualTo(35);
        }
    }

    @Test
    void namesTheExecutionWhoseIdWasNotRecorded() throws IOException {
        try (InterruptedUpload killed =
                interrupt(UpdateMethod.APPEND, InterruptedUpload.Event.OPENED).withoutLastRecord()) {
            assertThat(killed).isNotNull();

            UploadException e = domo.failure(request(UpdateMethod.APPEND));

            assertThat(e.reason()).isEqualTo(FailureReason.OPEN_EXECUTION);
            assertThat(e).hasMessageContaining("Execution 1 of Stream " + domo.stream.id() + " is open");
            assertThat(domo.executionStates()).containsExactly(ExecutionState.ACTIVE);

            assertThat(domo.streams.reconcile(journal).reason()).contains("Execution 1 is still active");
            assertThat(domo.streams.abortAndReconcile(journal).outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
            assertThat(domo.executionStates()).containsExactly(ExecutionState.ABORTED);
            assertThat(domo.upload(request(UpdateMethod.APPEND)).outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
        }
    }

    @Test
    void reconcileDeterminesTheOutcomeOfAnInterruptedUpload() throws IOException {
        try (InterruptedUpload killed = interrupt(UpdateMethod.APPEND, InterruptedUpload.Event.COMMITTED)
                .withoutLastRecord()) {
            assertThat(killed).isNotNull();
            assertThat(UploadJournal.read(journal).result().outcome()).isEqualTo(UploadOutcome.UNKNOWN);

            UploadResult result = domo.streams.reconcile(journal);

            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertThat(UploadJournal.read(journal).isSettled()).isTrue();
        }
    }

    @Test
    void journalRemainsUnsettledWhenTheFailedUploadCouldNotAbortItsExecution() {
        domo.fault(Fault.on("PUT", UploadFixture.part("2")).always().respond(500, ""));
        domo.fault(Fault.on("PUT", "/v1/streams/*/executions/*/abort").always().respond(503, ""));

        UploadException e = domo.failure(request(UpdateMethod.APPEND).parallelism(1));

        assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
        assertThat(UploadJournal.read(journal).isSettled()).isFalse();
        domo.sandbox.faults().clear();
        assertThat(domo.upload(request(UpdateMethod.APPEND)).rows()).isEqualTo(35);
        assertThat(domo.executionStates()).containsExactly(ExecutionState.SUCCESS);
    }

    @Test
    void failedUploadStartsFromTheBeginning() {
        domo.fault(Fault.on("PUT", UploadFixture.part("2")).always().respond(500, ""));
        assertThat(domo.failure(request(UpdateMethod.APPEND)).result().outcome())
                .isEqualTo(UploadOutcome.NOT_COMMITTED);
        domo.sandbox.faults().clear();

        assertThat(domo.upload(request(UpdateMethod.APPEND)).outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);

        assertThat(domo.executionStates()).containsExactly(ExecutionState.ABORTED, ExecutionState.SUCCESS);
        assertThat(domo.rowCount()).isEqualTo(35);
    }

    @Test
    void outcomeIsUnknownWhenTheExecutionOfAnInterruptedCommitCannotBeRead() throws IOException {
        try (InterruptedUpload killed = interrupt(UpdateMethod.APPEND, InterruptedUpload.Event.COMMITTED)
                .withoutLastRecord()) {
            assertThat(killed).isNotNull();
            domo.fault(Fault.on("GET", "/v1/streams/*/executions/*").always().respond(503, ""));

            UploadException e = domo.failure(request(UpdateMethod.APPEND));

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.UNKNOWN);
            domo.sandbox.faults().clear();
            assertThat(domo.upload(request(UpdateMethod.APPEND)).outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertThat(domo.rowCount()).isEqualTo(35);
        }
    }

    @Test
    void copiesASourceThatIsNotAFileAndContinuesFromTheCopy() throws IOException {
        String rows = UploadFixture.rows(0, 35);
        try (InterruptedUpload killed = new InterruptedUpload(
                domo, UpdateMethod.APPEND, stream(rows), journal, InterruptedUpload.Event.FIRST_PART)) {
            assertThat(killed).isNotNull();
            Path copy = folder.resolve("killed.journal.rows");
            assertThat(copy).hasContent(rows);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                    .isEqualTo("rw-------");
            Files.copy(copy, folder.resolve("upload.journal.rows"));
            CsvSource copied = UploadJournal.read(journal).copiedRows().orElseThrow();

            UploadResult result =
                    domo.upload(domo.request(UpdateMethod.APPEND, copied).journal(journal));

            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertThat(domo.executionStates()).containsExactly(ExecutionState.SUCCESS);
            assertThat(folder.resolve("upload.journal.rows")).doesNotExist();
        }
    }

    private static CsvSource stream(String rows) {
        return CsvSource.fromStream(new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)));
    }

    private static JournalRecord committing() {
        return JournalRecord.of(UploadRecorder.COMMITTING)
                .with("parts", 4)
                .with("rows", 35)
                .with("expectedRows", 35);
    }

    private long parts() {
        return domo.sandbox.requests().stream()
                .filter(request -> request.path().contains("/part/"))
                .count();
    }
}

package io.github.domojvm.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.dataset.DataSets;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.internal.call.Repeat;
import io.github.domojvm.rest.model.DataSet;
import io.github.domojvm.rest.model.ExecutionState;
import io.github.domojvm.rest.model.ImportMethod;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.Fault;
import io.github.domojvm.sandbox.Quirk;
import io.github.domojvm.schema.SchemaBuilder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commit and what follows: lost answers, refusals, counts that do not add up. */
class CommitTest {
    private static final String COMMIT = "/v1/streams/*/executions/*/commit";
    private static final String EXECUTION = "/v1/streams/*/executions/*";

    @ParameterizedTest
    @EnumSource(names = {"APPEND", "REPLACE"})
    void commitThatWasTakenButNotAnsweredIsFoundOut(UpdateMethod method) {
        try (UploadFixture domo = new UploadFixture()) {
            Fault lost = domo.fault(Fault.on("PUT", COMMIT).performThenDropConnection());

            UploadResult result = domo.upload(domo.request(method, UploadFixture.rows(0, 25)));

            assertThat(domo.fired(lost)).isEqualTo(1);
            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertThat(domo.rowCount()).isEqualTo(25);
            assertThat(domo.requests("PUT", "/commit")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"APPEND", "REPLACE"})
    void commitWhoseResponseIsLostMayTakeAsLongAsProcessingMay(UpdateMethod method) {
        try (UploadFixture domo = new UploadFixture(builder -> builder.commitDelay(Duration.ofMinutes(3)))) {
            domo.fault(Fault.on("PUT", COMMIT).performThenDropConnection());

            UploadResult result = domo.upload(domo.request(method, UploadFixture.rows(0, 25)));

            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertThat(domo.rowCount()).isEqualTo(25);
        }
    }

    @Test
    void lookupAfterALostCommitEndsWhenProcessingMayTakeNoLonger() {
        try (UploadFixture domo = new UploadFixture(builder -> builder.commitDelay(Duration.ofMinutes(3)))) {
            domo.fault(Fault.on("PUT", COMMIT).performThenDropConnection());

            UploadException e = domo.failure(domo.request(UpdateMethod.APPEND, UploadFixture.rows(0, 25))
                    .processingTimeout(Duration.ofMinutes(2)));

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.UNKNOWN);
        }
    }

    @Test
    void failedLookupDoesNotHideTheLostCommit() {
        try (UploadFixture domo = new UploadFixture()) {
            domo.fault(Fault.on("PUT", COMMIT).performThenDropConnection());
            domo.fault(Fault.on("GET", EXECUTION).always().respond(503, ""));

            UploadException e = domo.failure(domo.request(UpdateMethod.APPEND, UploadFixture.rows(0, 25))
                    .processingTimeout(Duration.ofMinutes(1)));

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.UNKNOWN);
            assertThat(e.getCause()).isInstanceOf(DomoIoException.class).hasMessageContaining("/commit");
            assertThat(e.getCause().getSuppressed())
                    .singleElement()
                    .satisfies(lookup -> assertThat(lookup).hasMessageContaining("was answered 503"));
            assertThat(e).hasMessageContaining("abort the execution with PUT /v1/streams/");
        }
    }

    @Test
    void columnsThatChangeBeforeTheCommitKeepItFromBeingSent() {
        try (UploadFixture domo = new UploadFixture()) {
            Schema swapped = SchemaBuilder.create().longs("n").string("name").build();
            UploadListener swaps = new UploadListener() {
                @Override
                public void partAcknowledged(UploadProgress progress) {
                    String id = domo.stream.dataSet().id();
                    DataSet change = DataSet.builder().schema(swapped).build();
                    domo.domo.calls().get(domo.domo.rest().dataSets().updateDataSet(id, change), Repeat.READ);
                }
            };

            UploadException e =
                    domo.failure(domo.request(UpdateMethod.REPLACE, "a,1\n").listener(swaps));

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
            assertThat(e)
                    .hasMessageContaining(
                            "changed during the upload, from [name STRING, n LONG] to [n LONG, name STRING]");
            assertThat(domo.requests("PUT", "/commit")).isZero();
            assertThat(domo.executionStates()).containsExactly(ExecutionState.ABORTED);
        }
    }

    @Test
    void rowsThatAnotherProgramImportsDuringAnAppendAreNoMismatch() {
        try (UploadFixture domo = new UploadFixture()) {
            UploadListener imports = new UploadListener() {
                @Override
                public void partAcknowledged(UploadProgress progress) {
                    new DataSets(domo.domo.rest().dataSets(), domo.domo.calls())
                            .importCsv(domo.stream.dataSet().id(), ImportMethod.APPEND, CsvSource.text("other,2\n"));
                }
            };

            UploadResult result =
                    domo.upload(domo.request(UpdateMethod.APPEND, "a,1\n").listener(imports));

            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertThat(domo.rowCount()).isEqualTo(2);
        }
    }

    @Test
    void lostReplaceIsCommittedAgain() {
        try (UploadFixture domo = new UploadFixture()) {
            Fault dropped = domo.fault(Fault.on("PUT", COMMIT).dropConnection());

            UploadResult result = domo.upload(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 25)));

            assertThat(domo.fired(dropped)).isEqualTo(1);
            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertThat(domo.requests("PUT", "/commit")).isEqualTo(2);
        }
    }

    @Test
    void lostReplaceIsNotCommittedAgainWithoutTimeToProcessIt() {
        try (UploadFixture domo = new UploadFixture()) {
            domo.fault(Fault.on("PUT", COMMIT).dropConnection());

            UploadException e = domo.failure(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 25))
                    .processingTimeout(Duration.ofSeconds(60)));

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.UNKNOWN);
            assertThat(domo.requests("PUT", "/commit")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 502})
    void lostReplaceIsCommittedAtMostThreeTimesAndEndsUnknown(int later) {
        try (UploadFixture domo = new UploadFixture()) {
            domo.fault(Fault.on("PUT", COMMIT).respond(502, ""));
            // A refusal of the second commit may only say that the first was taken: it proves nothing.
            domo.fault(Fault.on("PUT", COMMIT).always().respond(later, ""));

            UploadException e = domo.failure(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 25)));

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.UNKNOWN);
            assertThat(domo.requests("PUT", "/commit")).isEqualTo(3);
            assertThat(domo.requests("PUT", "/abort")).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 408, 500})
    void answerThatProvesNothingLeavesAnAppendUnknown(int status) {
        try (UploadFixture domo = new UploadFixture()) {
            domo.fault(Fault.on("PUT", COMMIT).respond(status, "<html>a proxy</html>", "Content-Type", "text/html"));

            UploadException e = domo.failure(domo.request(UpdateMethod.APPEND, UploadFixture.rows(0, 25)));

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.UNKNOWN);
            assertThat(domo.requests("PUT", "/commit")).isEqualTo(1);
        }
    }

    @Test
    void lostReplaceIsNotCommittedAgainAfterAnAbort() {
        try (UploadFixture domo = new UploadFixture()) {
            AtomicReference<Upload> upload = new AtomicReference<>();
            CountDownLatch started = new CountDownLatch(1);
            domo.fault(Fault.on("PUT", COMMIT).respond(502, ""));
            domo.timing.onSleep(() -> {
                started.await();
                upload.get().abort();
            });
            upload.set(domo.uploader.start(
                    domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 5)).build()));
            started.countDown();

            UploadException e = catchThrowableOfType(
                    UploadException.class, () -> upload.get().await());

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.UNKNOWN);
            assertThat(domo.requests("PUT", "/commit")).isEqualTo(1);
        }
    }

    @Test
    void lostAppendIsNeverCommittedAgainAndEndsUnknown() {
        try (UploadFixture domo = new UploadFixture()) {
            Fault broken = domo.fault(Fault.on("PUT", COMMIT).respond(502, ""));

            UploadException e = domo.failure(domo.request(UpdateMethod.APPEND, UploadFixture.rows(0, 25)));

            assertThat(domo.fired(broken)).isEqualTo(1);
            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.UNKNOWN);
            assertThat(e).hasMessageContaining("may or may not be committed").hasMessageContaining("reconcile later");
            assertThat(domo.requests("PUT", "/commit")).isEqualTo(1);
            assertThat(domo.requests("PUT", "/abort")).isZero();
            assertThat(domo.streams.reconcile(e.result()).outcome()).isEqualTo(UploadOutcome.UNKNOWN);
            assertThat(domo.streams.reconcile(e.result()).reason()).contains("still active");
        }
    }

    @Test
    void unknownEndIsReconciledWhenTheServiceHasProcessedIt() {
        try (UploadFixture domo = new UploadFixture()) {
            Fault lost = domo.fault(Fault.on("PUT", COMMIT).performThenDropConnection());
            Fault blind = domo.fault(Fault.on("GET", EXECUTION).always().respond(500, ""));
            UploadException e = domo.failure(domo.request(UpdateMethod.APPEND, UploadFixture.rows(0, 25)));
            assertThat(domo.fired(lost)).isEqualTo(1);
            assertThat(domo.fired(blind)).isPositive();
            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.UNKNOWN);

            domo.sandbox.faults().clear();
            UploadResult later = domo.streams.reconcile(e.result());

            assertThat(later.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertThat(later.foundRows()).hasValue(25);
            assertThat(domo.streams.reconcile(later)).isSameAs(later);
        }
    }

    @Test
    void unknownEndOfAnAbortedExecutionIsReconciledAsNotCommitted() {
        try (UploadFixture domo = new UploadFixture()) {
            domo.fault(Fault.on("PUT", COMMIT).respond(502, ""));
            UploadException e = domo.failure(domo.request(UpdateMethod.APPEND, UploadFixture.rows(0, 25)));
            domo.executions.abortCurrent(domo.stream.id());

            UploadResult later = domo.streams.reconcile(e.result());

            assertThat(later.outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
            assertThat(later.reason()).contains("ABORTED");
        }
    }

    @Test
    void commitThatSurelyDidNotArriveIsNotCommitted() {
        try (UploadFixture domo = new UploadFixture()) {
            UploadListener unplug = new UploadListener() {
                @Override
                public void partAcknowledged(UploadProgress progress) {
                    domo.sandbox.close();
                    domo.domo.dropConnections();
                }
            };

            UploadException e =
                    domo.failure(domo.request(UpdateMethod.APPEND, "a,1\n").listener(unplug));

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
            assertThat(e).hasMessageContaining("Nothing listens").hasMessageContaining("could not be aborted");
        }
    }

    @Test
    void commitWithoutATokenIsNotCommitted() {
        try (UploadFixture domo = new UploadFixture()) {
            domo.fault(Fault.on("PUT", COMMIT).respond(401, ""));
            domo.fault(Fault.on("POST", "/oauth/token").times(3).respond(500, ""));

            UploadException e = domo.failure(domo.request(UpdateMethod.APPEND, "a,1\n"));

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
            assertThat(e).hasMessageContaining("/oauth/token");
            assertThat(domo.rowCount()).isZero();
        }
    }

    @Test
    void throttledCommitThatIsAbortedIsNotSentAgain() {
        try (UploadFixture domo = new UploadFixture()) {
            AtomicReference<Upload> upload = new AtomicReference<>();
            CountDownLatch started = new CountDownLatch(1);
            domo.fault(Fault.on("PUT", COMMIT).respond(429, "", "Retry-After", "4"));
            domo.timing.onSleep(() -> {
                started.await();
                upload.get().abort();
            });
            upload.set(domo.uploader.start(
                    domo.request(UpdateMethod.APPEND, UploadFixture.rows(0, 5)).build()));
            started.countDown();

            UploadException e = catchThrowableOfType(
                    UploadException.class, () -> upload.get().await());

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
            assertThat(domo.requests("PUT", "/commit")).isEqualTo(1);
            assertThat(domo.executionStates()).containsExactly(ExecutionState.ABORTED);
            assertThat(domo.rowCount()).isZero();
        }
    }

    @Test
    void secondCommitWithinTheServicesIntervalIsOneClearError() {
        try (UploadFixture domo = new UploadFixture(builder -> builder.commitInterval(Duration.ofMinutes(15)))) {
            domo.upload(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 5)));

            UploadException e = domo.failure(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 5)));

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
            assertThat(e).hasMessageContaining("/commit was answered 400");
            assertThat(domo.rowCount()).isEqualTo(5);
        }
    }

    @Test
    void rowsThatTheServiceCannotProcessAreNotCommitted() {
        try (UploadFixture domo = new UploadFixture(builder -> builder.quirk(Quirk.ROW_ERRORS_FOUND_AT_COMMIT))) {
            UploadException e = domo.failure(domo.request(UpdateMethod.REPLACE, "a,x\n"));

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
            assertThat(e).hasMessageContaining("ended as INVALID");
            assertThat(domo.requests("PUT", "/abort")).isZero();
        }
    }

    @Test
    void partThatTheServiceForgetsShowsAsAMismatch() {
        try (UploadFixture domo = new UploadFixture(builder -> builder.quirk(Quirk.PART_GAPS_ALLOWED))) {
            Fault forgotten =
                    domo.fault(Fault.on("PUT", UploadFixture.part("2")).respond(200, ""));

            UploadException e = domo.failure(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 30)));

            assertThat(domo.fired(forgotten)).isEqualTo(1);
            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.COMMITTED_MISMATCH);
            assertThat(e.result().expectedRows()).hasValue(30);
            assertThat(e.result().foundRows()).hasValue(20);
            assertThat(e).hasMessageContaining("should have 30 rows and has 20");
        }
    }

    @Test
    void processingThatTakesTooLongEndsUnverifiedAndCanBeReconciled() {
        try (UploadFixture domo = new UploadFixture(builder -> builder.commitDelay(Duration.ofMinutes(30)))) {
            UploadResult result = domo.upload(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 5))
                    .processingTimeout(Duration.ofMinutes(10)));

            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_UNVERIFIED);
            assertThat(result.reason()).contains("still processing after PT10M");
            assertThat(domo.timing.slept()).contains(Duration.ofSeconds(5)).hasSizeLessThan(200);
            domo.timing.pass(Duration.ofMinutes(21));
            assertThat(domo.streams.reconcile(result).outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
        }
    }

    @Test
    void failuresWhileWaitingAreWaitedOut() {
        try (UploadFixture domo = new UploadFixture()) {
            Fault gone = domo.fault(Fault.on("GET", EXECUTION).respond(404, ""));
            Fault broken = domo.fault(Fault.on("GET", EXECUTION).times(4).respond(500, ""));

            UploadResult result = domo.upload(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 5)));

            assertThat(List.of(domo.fired(gone), domo.fired(broken))).containsExactly(1, 4);
            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
        }
    }

    @Test
    void stateThatCannotBeReadAfterAnAcknowledgedCommitEndsUnverified() {
        try (UploadFixture domo = new UploadFixture()) {
            domo.fault(Fault.on("GET", EXECUTION).always().respond(500, ""));

            UploadResult result = domo.upload(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 5))
                    .processingTimeout(Duration.ofMinutes(1)));

            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_UNVERIFIED);
            assertThat(result.reason()).contains("cannot be told");
        }
    }

    @Test
    void rowsThatCannotBeCountedEndUnverified() {
        try (UploadFixture domo = new UploadFixture()) {
            domo.fault(Fault.on("GET", "/v1/datasets/*").nth(3).times(10).respond(500, ""));

            UploadResult result = domo.upload(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 5)));

            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_UNVERIFIED);
            assertThat(result.reason()).contains("could not be counted");
        }
    }

    @Test
    void countThatFollowsLaterIsWaitedFor() {
        try (UploadFixture domo = new UploadFixture()) {
            String id = domo.stream.dataSet().id();
            Fault late = domo.fault(Fault.on("GET", "/v1/datasets/*")
                    .nth(3)
                    .times(3)
                    .respond(200, "{\"id\":\"" + id + "\",\"rows\":0}", "Content-Type", "application/json"));
            Fault silent = domo.fault(Fault.on("GET", "/v1/datasets/*")
                    .nth(3)
                    .respond(200, "{\"id\":\"" + id + "\"}", "Content-Type", "application/json"));

            UploadResult result = domo.upload(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 5)));

            assertThat(domo.fired(late) + domo.fired(silent)).isPositive();
            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
        }
    }

    @Test
    void serviceThatTellsNoRowsEndsUnverified() {
        try (UploadFixture domo = new UploadFixture()) {
            domo.fault(Fault.on("GET", "/v1/datasets/*")
                    .nth(3)
                    .times(1000)
                    .respond(200, "{\"id\":\"" + domo.stream.dataSet().id() + "\"}"));

            UploadResult result = domo.upload(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 5)));

            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_UNVERIFIED);
            assertThat(result.reason()).contains("does not tell how many rows");
        }
    }

    @Test
    void executionThatIsGoneCannotBeReconciled() {
        try (UploadFixture domo = new UploadFixture()) {
            UploadResult result = domo.upload(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 5))
                    .until(UploadStage.COMMIT_ACKNOWLEDGED));
            domo.fault(Fault.on("GET", EXECUTION).always().respond(404, ""));

            assertThat(domo.streams.reconcile(result).reason()).contains("does not exist any more");
        }
    }
}

package io.github.domojvm.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.FailureReason;
import io.github.domojvm.rest.model.ExecutionState;
import io.github.domojvm.sandbox.Fault;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** Uploads that wait or fail before they send anything, because their commit would be too early. */
class CommitBeforeSendingTest {
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    @Test
    void waitBeforeSendingWaitsForTheRestOfTheInterval() {
        try (EarlyCommits early = new EarlyCommits().after(FIVE_MINUTES)) {
            UploadResult result = early.domo.upload(waiting(early));

            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertThat(early.waits()).containsExactly(TEN_MINUTES);
            assertThat(early.events)
                    .startsWith("delayed PT10M", "opened 2")
                    .endsWith("committed", "COMMITTED_VERIFIED");
            CommitIntervalTest.assertCommittedOnce(early, 1);
            assertThat(result.timings().opening()).isEqualTo(TEN_MINUTES);
        }
    }

    @Test
    void noOptionWaitsAfterTheInterval() {
        try (EarlyCommits early = new EarlyCommits().after(EarlyCommits.INTERVAL)) {
            assertThat(early.domo.upload(waiting(early)).outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            early.domo.timing.pass(EarlyCommits.INTERVAL);
            assertThat(early.domo.upload(failing(early)).outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);

            assertThat(early.waits()).isEmpty();
        }
    }

    @Test
    void commitThatIsRejectedNeverthelessIsRetriedAfterWaitBeforeSending() {
        try (EarlyCommits early = new EarlyCommits().after(Duration.ofMinutes(12))) {
            UploadResult result = early.domo.upload(
                    early.request().commitInterval(CommitInterval.waitBeforeSending(Duration.ofMinutes(14))));

            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertThat(early.waits()).containsExactly(Duration.ofMinutes(2), Duration.ofMinutes(1));
            CommitIntervalTest.assertCommittedOnce(early, 2);
        }
    }

    @Test
    void failBeforeSendingStatesWhenTheNextCommitIsAllowed() {
        try (EarlyCommits early = new EarlyCommits().after(Duration.ofSeconds(200))) {
            UploadException e = early.domo.failure(failing(early));

            assertThat(e.reason()).isEqualTo(FailureReason.COMMIT_INTERVAL);
            assertThat(e)
                    .hasMessageContaining("was committed less than 15 min ago")
                    .hasMessageContaining("allowed in 11 min 40 s. Nothing was sent.");
            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
            assertThat(early.events).containsExactly("NOT_COMMITTED");
            assertThat(early.domo.executionStates()).containsExactly(ExecutionState.SUCCESS);
            assertThat(early.waits()).isEmpty();
        }
    }

    @Test
    void failBeforeSendingDoesNotWaitAfterARejection() {
        try (EarlyCommits early = new EarlyCommits().after(FIVE_MINUTES)) {
            UploadException e = early.domo.failure(
                    early.request().commitInterval(CommitInterval.failBeforeSending(Duration.ofMinutes(4))));

            assertThat(e.reason()).isEqualTo(FailureReason.BAD_REQUEST);
            assertThat(early.waits()).isEmpty();
            CommitIntervalTest.assertAborted(early, 1);
        }
    }

    @Test
    void uploadIsSentIfTheTimeOfThePreviousCommitIsUnknown() {
        try (EarlyCommits early = new EarlyCommits(builder -> {}).after(FIVE_MINUTES)) {
            early.domo.fault(Fault.on("GET", EarlyCommits.LIST)
                    .nth(3)
                    .respond(200, "[{\"id\":7,\"currentState\":\"SUCCESS\"}]"));
            early.domo.fault(
                    Fault.on("GET", "/v1/streams/*").nth(2).respond(200, "{\"id\":" + early.domo.stream.id() + "}"));

            assertThat(early.domo.upload(failing(early)).outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
        }
    }

    @Test
    void previousCommitIsFoundInTheStreamIfTheListLacksIt() {
        try (EarlyCommits early = new EarlyCommits().after(FIVE_MINUTES)) {
            early.domo.fault(Fault.on("GET", EarlyCommits.LIST).always().respond(200, "[]"));

            assertThat(early.domo.failure(failing(early)).reason()).isEqualTo(FailureReason.COMMIT_INTERVAL);
        }
    }

    @Test
    void executionThatAnotherProgramOpensDuringTheWaitIsNotAborted() {
        try (EarlyCommits early = new EarlyCommits().after(FIVE_MINUTES)) {
            early.duringWait(() -> early.domo.executions.create(early.domo.stream.id()));

            UploadException e = early.domo.failure(waiting(early));

            assertThat(e.reason()).isEqualTo(FailureReason.OPEN_EXECUTION);
            assertThat(early.domo.executionStates()).containsExactly(ExecutionState.SUCCESS, ExecutionState.ACTIVE);
        }
    }

    @Test
    void executionThatTheLookupOfTheCommitFindsIsNotReplaced() {
        try (EarlyCommits early = new EarlyCommits().after(Duration.ofMinutes(16))) {
            // The second list consists of the third and the fourth page.
            Fault opened =
                    early.domo.fault(Fault.on("GET", EarlyCommits.LIST).nth(3).openExecutionThenPerform());

            UploadException e = early.domo.failure(waiting(early));

            assertThat(early.domo.fired(opened)).isEqualTo(1);
            assertThat(e.reason()).isEqualTo(FailureReason.OPEN_EXECUTION);
            assertThat(early.domo.executionStates()).containsExactly(ExecutionState.SUCCESS, ExecutionState.ACTIVE);
        }
    }

    @Test
    void columnsThatChangeDuringTheWaitEndTheUpload() {
        try (EarlyCommits early = new EarlyCommits().after(FIVE_MINUTES)) {
            early.duringWait(early.domo::swapColumns);

            UploadException e = early.domo.failure(waiting(early));

            assertThat(e.reason()).isEqualTo(FailureReason.COLUMNS_CHANGED);
            assertThat(early.domo.executionStates()).containsExactly(ExecutionState.SUCCESS);
        }
    }

    @Test
    void commitOfAnotherProgramDuringTheWaitExtendsIt() {
        try (EarlyCommits early = new EarlyCommits(builder -> {}).after(FIVE_MINUTES)) {
            early.duringWait(() -> {
                if (early.waits().isEmpty()) {
                    long stream = early.domo.stream.id();
                    long other = early.domo.executions.create(stream).id();
                    early.domo.executions.uploadPart(stream, other, 1, CsvSource.fromText("other,1\n"));
                    early.domo.executions.commit(stream, other);
                    // The sandbox ends an execution when it is read.
                    assertThat(early.domo.executions.get(stream, other).endedAt())
                            .isNotNull();
                }
            });

            assertThat(early.domo.upload(waiting(early)).outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertThat(early.waits()).containsExactly(TEN_MINUTES, FIVE_MINUTES);
        }
    }

    @Test
    void numberOfWaitsBeforeSendingIsLimited() {
        try (EarlyCommits early = new EarlyCommits(builder -> {}).after(FIVE_MINUTES)) {
            early.domo.fault(
                    Fault.on("GET", EarlyCommits.LIST).always().respond(200, CommitIntervalTest.committedIn("2030")));

            early.domo.upload(waiting(early));

            assertThat(early.waits()).hasSize(3);
        }
    }

    @Test
    void stopDuringTheWaitSendsNothing() {
        try (EarlyCommits early = new EarlyCommits().after(FIVE_MINUTES)) {
            UploadRequest request = waiting(early).build();
            UploadSteps steps = early.domo.streams.steps(request);
            early.duringWait(steps::stop);

            assertStopped(early, early.session(steps, request));
        }
    }

    @Test
    void interruptDuringTheWaitSendsNothing() {
        try (EarlyCommits early = new EarlyCommits().after(FIVE_MINUTES)) {
            UploadRequest request = waiting(early).build();
            early.domo.timing.onSleep(() -> {
                throw new InterruptedException();
            });

            assertStopped(early, early.session(early.domo.streams.steps(request), request));
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void settingsWithTheSameTextAreEqual() {
        CommitInterval setting = CommitInterval.waitAfterRefusal(Duration.ofMinutes(15));

        assertThat(setting)
                .isEqualTo(CommitInterval.defaults())
                .hasSameHashCodeAs(CommitInterval.defaults())
                .hasToString("WAIT_AFTER_REFUSAL PT15M")
                .isNotEqualTo(CommitInterval.waitBeforeSending(Duration.ofMinutes(15)))
                .isNotEqualTo(CommitInterval.waitAfterRefusal(Duration.ofMinutes(16)))
                .isNotEqualTo(new CancellationException());
        assertThat(DurationText.of(Duration.ofMillis(5_400_001))).isEqualTo("1 h 30 min 1 s");
        assertThat(DurationText.of(Duration.ZERO)).isEqualTo("0 s");
    }

    private static void assertStopped(EarlyCommits early, UploadSession session) {
        UploadException e = catchThrowableOfType(UploadException.class, session::run);

        boolean interrupted = Thread.interrupted();
        assertThat(e.reason()).isEqualTo(FailureReason.STOPPED);
        assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
        assertThat(early.domo.executionStates()).containsExactly(ExecutionState.SUCCESS);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static UploadRequest.Builder waiting(EarlyCommits early) {
        return early.request().commitInterval(CommitInterval.waitBeforeSending(EarlyCommits.INTERVAL));
    }

    private static UploadRequest.Builder failing(EarlyCommits early) {
        return early.request().commitInterval(CommitInterval.failBeforeSending(EarlyCommits.INTERVAL));
    }
}

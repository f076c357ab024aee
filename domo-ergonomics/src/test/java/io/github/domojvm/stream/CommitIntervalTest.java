package io.github.domojvm.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.error.FailureReason;
import io.github.domojvm.rest.model.ExecutionState;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.Fault;
import io.github.domojvm.sandbox.Quirk;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commits that the service rejects because the previous commit of the Stream is too recent. */
class CommitIntervalTest {
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    @Test
    void rejectedCommitIsRetriedAfterTheRestOfTheInterval() {
        try (EarlyCommits early = new EarlyCommits().after(FIVE_MINUTES)) {
            UploadResult result = early.domo.upload(early.request());

            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertThat(early.waits()).containsExactly(TEN_MINUTES);
            assertCommittedOnce(early, 2);
            assertThat(early.events)
                    .containsExactly(
                            "opened 2", "part", "part", "part", "delayed PT10M", "committed", "COMMITTED_VERIFIED");
            assertThat(result.timings().committing()).isEqualTo(TEN_MINUTES);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 409, 429})
    void statusOfTheRejectionDoesNotMatter(int status) {
        try (EarlyCommits early = new EarlyCommits().after(FIVE_MINUTES)) {
            Fault rejected =
                    early.domo.fault(Fault.on("PUT", EarlyCommits.COMMIT).respond(status, "", "Retry-After", "600"));

            UploadResult result = early.domo.upload(early.request());

            assertThat(early.domo.fired(rejected)).isEqualTo(1);
            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertThat(early.waits()).containsExactly(TEN_MINUTES);
            assertCommittedOnce(early, 2);
        }
    }

    @Test
    void throttledCommitIsRetriedAfterTheRetriesOfTheCall() {
        try (EarlyCommits early = new EarlyCommits().after(FIVE_MINUTES)) {
            early.domo.fault(Fault.on("PUT", EarlyCommits.COMMIT).always().respond(429, ""));
            early.duringWait(() -> early.domo.sandbox.faults().clear());

            UploadResult result = early.domo.upload(early.request());

            assertThat(early.commits()).isGreaterThan(2);
            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertThat(early.waits()).hasSize(1);
            assertCommittedOnce(early, early.commits());
        }
    }

    @ParameterizedTest
    @CsvSource({"660, 660", "100000, 900"})
    void longerRetryAfterIsObservedUpToTheInterval(String retryAfter, long seconds) {
        try (EarlyCommits early = new EarlyCommits().after(FIVE_MINUTES)) {
            early.domo.fault(Fault.on("PUT", EarlyCommits.COMMIT).respond(429, "", "Retry-After", retryAfter));

            assertThat(early.domo.upload(early.request()).outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertThat(early.waits()).containsExactly(Duration.ofSeconds(seconds));
        }
    }

    @Test
    void waitLastsAtLeastUntilAnAcceptedCommitIsVisible() {
        try (EarlyCommits early =
                new EarlyCommits().after(Duration.ofMinutes(14).plusSeconds(50))) {
            assertThat(early.domo.upload(early.request()).outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertThat(early.waits()).containsExactly(Duration.ofMinutes(1));
        }
    }

    @Test
    void invalidExecutionIsAPreviousCommit() {
        try (EarlyCommits early = new EarlyCommits()) {
            early.domo.timing.pass(Duration.ofMinutes(20));
            assertThat(early.domo
                            .failure(early.domo.request(UpdateMethod.APPEND, "x,y\n"))
                            .reason())
                    .isEqualTo(FailureReason.ROWS_REFUSED);
            early.domo.timing.pass(FIVE_MINUTES);

            assertThat(early.domo.upload(early.request()).outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertThat(early.waits()).containsExactly(TEN_MINUTES);
        }
    }

    @Test
    void acceptedCommitDoesNotWait() {
        try (EarlyCommits early = new EarlyCommits(builder -> {}).after(FIVE_MINUTES)) {
            UploadResult result = early.domo.upload(early.request());

            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertThat(early.waits()).isEmpty();
            assertThat(early.events).noneMatch(event -> event.startsWith("delayed"));
        }
    }

    @Test
    void rejectionAfterTheIntervalIsSettledByAnAbort() {
        try (EarlyCommits early = new EarlyCommits().after(Duration.ofMinutes(16))) {
            early.domo.fault(Fault.on("PUT", EarlyCommits.COMMIT).respond(400, ""));

            UploadException e = early.domo.failure(early.request());

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
            assertThat(e.getMessage()).doesNotContain("unknown");
            assertThat(early.waits()).isEmpty();
            assertAborted(early, 1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404})
    void otherStatusesDoNotWait(int status) {
        try (EarlyCommits early = new EarlyCommits().after(FIVE_MINUTES)) {
            early.domo.fault(Fault.on("PUT", EarlyCommits.COMMIT).respond(status, ""));

            assertThat(early.domo.failure(early.request()).result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
            assertThat(early.waits()).isEmpty();
            assertAborted(early, 1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT4M"})
    void otherIntervalsCanBeSet(Duration interval) {
        try (EarlyCommits early = new EarlyCommits().after(FIVE_MINUTES)) {
            early.domo.failure(early.request().commitInterval(CommitInterval.waitAfterRefusal(interval)));

            assertThat(early.waits()).isEmpty();
            assertAborted(early, 1);
        }
    }

    @Test
    void secondRejectionWaitsAgainWhileThePreviousCommitIsRecent() {
        try (EarlyCommits early = new EarlyCommits().after(FIVE_MINUTES)) {
            early.domo.fault(Fault.on("PUT", EarlyCommits.COMMIT).times(2).respond(409, ""));

            assertThat(early.domo.upload(early.request()).outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertThat(early.waits()).containsExactly(TEN_MINUTES, Duration.ofMinutes(1));
            assertCommittedOnce(early, 3);
        }
    }

    @Test
    void numberOfWaitsIsLimited() {
        try (EarlyCommits early = new EarlyCommits().after(FIVE_MINUTES)) {
            early.domo.fault(Fault.on("GET", EarlyCommits.LIST).nth(3).always().respond(200, committedIn("2030")));
            early.domo.fault(Fault.on("PUT", EarlyCommits.COMMIT).always().respond(400, ""));

            UploadException e = early.domo.failure(early.request());

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
            assertThat(early.waits())
                    .containsExactly(EarlyCommits.INTERVAL, EarlyCommits.INTERVAL, EarlyCommits.INTERVAL);
            assertThat(e)
                    .hasMessageContaining(
                            "sent 4 times, and the Stream's previous commit is still more recent than 15 min");
            assertAborted(early, 4);
        }
    }

    @Test
    void neitherTheWaitNorTheEarlierCommitCountsAsProcessingTime() {
        try (EarlyCommits early = new EarlyCommits(
                        builder -> builder.commitDelay(Duration.ofMinutes(2)).commitInterval(EarlyCommits.INTERVAL))
                .after(FIVE_MINUTES)) {
            early.domo.fault(Fault.on("PUT", EarlyCommits.COMMIT).respond(400, ""));
            early.domo.fault(Fault.on("PUT", EarlyCommits.COMMIT).performThenDropConnection());

            UploadResult result = early.domo.upload(early.request().processingTimeout(Duration.ofMinutes(3)));

            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertCommittedOnce(early, 2);
        }
    }

    @Test
    void commitWhoseResponseIsLostAfterAWaitIsNotSentAgain() {
        try (EarlyCommits early = new EarlyCommits().after(FIVE_MINUTES)) {
            early.domo.fault(Fault.on("PUT", EarlyCommits.COMMIT).respond(400, ""));
            early.domo.fault(Fault.on("PUT", EarlyCommits.COMMIT).dropConnection());

            UploadException e = early.domo.failure(early.request());

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.UNKNOWN);
            assertThat(early.commits()).isEqualTo(2);
            assertThat(early.domo.requests("PUT", "/abort")).isZero();
        }
    }

    @Test
    void rejectionOfAnAcceptedCommitIsNotRetried() {
        try (EarlyCommits early = new EarlyCommits(
                        builder -> builder.commitDelay(FIVE_MINUTES).quirk(Quirk.SECOND_COMMIT_DUPLICATES_ROWS))
                .after(FIVE_MINUTES)) {
            early.domo.fault(Fault.on("PUT", EarlyCommits.COMMIT).performThenRespond(409, ""));

            assertThat(early.domo.upload(early.request()).outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertCommittedOnce(early, 1);
        }
    }

    @Test
    void executionThatAnotherProgramCommitsDuringTheWaitIsNotCommittedAgain() {
        try (EarlyCommits early = new EarlyCommits(builder -> {}).after(FIVE_MINUTES)) {
            early.domo.fault(Fault.on("PUT", EarlyCommits.COMMIT).respond(400, ""));
            early.duringWait(() -> early.domo.executions.commit(early.domo.stream.id(), 2));

            assertThat(early.domo.upload(early.request()).outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertCommittedOnce(early, 2);
        }
    }

    @Test
    void commitIsNotSentAgainWhenTheColumnsChangeDuringTheWait() {
        try (EarlyCommits early = new EarlyCommits().after(FIVE_MINUTES)) {
            early.duringWait(early.domo::swapColumns);

            UploadException e = early.domo.failure(early.request());

            assertThat(e.reason()).isEqualTo(FailureReason.COLUMNS_CHANGED);
            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
            assertThat(e.getCause().getSuppressed()).hasSize(1);
            assertAborted(early, 1);
        }
    }

    @Test
    void finalStateThatWasReadOnceAfterTheRejectionCounts() {
        try (EarlyCommits early = new EarlyCommits(builder -> {}).after(FIVE_MINUTES)) {
            early.domo.fault(Fault.on("PUT", EarlyCommits.COMMIT).performThenRespond(409, ""));
            early.domo.fault(Fault.on("GET", "/v1/streams/*/executions/2")
                    .nth(2)
                    .times(1_000)
                    .respond(503, ""));

            assertThat(early.domo.upload(early.request()).outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertCommittedOnce(early, 1);
        }
    }

    @Test
    void executionThatAnotherProgramAbortsDuringTheWaitIsNotCommitted() {
        try (EarlyCommits early = new EarlyCommits().after(FIVE_MINUTES)) {
            early.duringWait(() -> early.domo.executions.abort(early.domo.stream.id(), 2));

            UploadException e = early.domo.failure(early.request());

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
            assertThat(e).hasMessageContaining("Execution 2 ended as ABORTED");
            assertAborted(early, 1);
        }
    }

    @Test
    void unreadableStateAfterTheWaitIsSettledByAnAbort() {
        try (EarlyCommits early = new EarlyCommits().after(FIVE_MINUTES)) {
            Fault unreadable = Fault.on("GET", "/v1/streams/*/executions/2").respond(404, "");
            early.duringWait(() -> early.domo.fault(unreadable));

            assertThat(early.domo.failure(early.request()).result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
            assertThat(early.domo.fired(unreadable)).isEqualTo(1);
            assertAborted(early, 1);
        }
    }

    @Test
    void serviceThatRejectsTheTokenAfterTheWaitReceivesAnAbort() {
        try (EarlyCommits early = new EarlyCommits().after(FIVE_MINUTES)) {
            early.duringWait(() -> early.domo.fault(
                    Fault.on("PUT", EarlyCommits.COMMIT).times(2).respond(401, "")));

            UploadException e = early.domo.failure(early.request());

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
            assertThat(e.reason()).isEqualTo(FailureReason.NOT_AUTHENTICATED);
            assertAborted(early, 3);
        }
    }

    static void assertCommittedOnce(EarlyCommits early, long commits) {
        assertThat(early.storedRows())
                .containsExactlyElementsOf(
                        IntStream.range(0, 30).mapToObj(i -> "r" + i).toList());
        assertThat(early.domo.executionStates()).containsExactly(ExecutionState.SUCCESS, ExecutionState.SUCCESS);
        assertThat(early.domo.requests("PUT", "/abort")).isZero();
        assertThat(early.commits()).isEqualTo(commits);
    }

    static void assertAborted(EarlyCommits early, long commits) {
        early.domo.sandbox.faults().clear();
        assertThat(early.storedRows()).hasSize(5);
        assertThat(early.domo.executionStates()).containsExactly(ExecutionState.SUCCESS, ExecutionState.ABORTED);
        assertThat(early.commits()).isEqualTo(commits);
    }

    static String committedIn(String year) {
        return "[{\"id\":1,\"currentState\":\"SUCCESS\",\"endedAt\":\"" + year + "-01-01T00:00:00Z\"}]";
    }
}

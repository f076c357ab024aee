package io.github.domojvm.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.domojvm.error.FailureReason;
import io.github.domojvm.sandbox.Fault;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Waits for the commit interval that are stopped, and previous commits at an unknown time. */
class CommitWaitStopTest {
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    @Test
    void stopDuringTheWaitAbortsTheExecution() {
        try (EarlyCommits early = new EarlyCommits().after(FIVE_MINUTES)) {
            UploadRequest request = early.request().build();
            UploadSteps steps = early.domo.streams.steps(request);
            early.duringWait(steps::stop);

            UploadException e = failure(early.session(steps, request));

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
            assertThat(e.reason()).isEqualTo(FailureReason.STOPPED);
            assertThat(e)
                    .hasMessageContaining("It was stopped while it waited for the commit interval")
                    .hasMessageContaining("Execution 2 ended as ABORTED");
            assertThat(early.events).endsWith("delayed PT10M", "NOT_COMMITTED");
            CommitIntervalTest.assertAborted(early, 1);
        }
    }

    @Test
    void interruptDuringTheWaitAbortsTheExecution() {
        try (EarlyCommits early = new EarlyCommits().after(FIVE_MINUTES)) {
            UploadRequest request = early.request().build();
            early.duringWait(() -> early.domo.timing.onSleep(() -> {
                throw new InterruptedException();
            }));

            UploadException e = failure(early.session(early.domo.streams.steps(request), request));

            assertThat(Thread.interrupted()).isTrue();
            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
            assertThat(e.reason()).isEqualTo(FailureReason.STOPPED);
            CommitIntervalTest.assertAborted(early, 1);
        }
    }

    @Test
    void executionThatEndsDuringAStoppedWaitCounts() {
        try (EarlyCommits early = new EarlyCommits(builder -> {}).after(FIVE_MINUTES)) {
            early.domo.fault(Fault.on("PUT", EarlyCommits.COMMIT).respond(400, ""));
            UploadRequest request = early.request().build();
            UploadSteps steps = early.domo.streams.steps(request);
            early.duringWait(() -> {
                early.domo.executions.commit(early.domo.stream.id(), 2);
                steps.stop();
            });

            UploadResult result = early.session(steps, request).run();

            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_UNVERIFIED);
            CommitIntervalTest.assertCommittedOnce(early, 2);
        }
    }

    @Test
    void abortOfTheUploadEndsTheWait() {
        try (EarlyCommits early = new EarlyCommits().after(FIVE_MINUTES)) {
            AtomicReference<Upload> upload = new AtomicReference<>();
            early.domo.timing.onSleep(() -> {
                while (upload.get() == null) {
                    Thread.onSpinWait();
                }
                upload.get().abort();
            });
            upload.set(early.domo.streams.upload(early.request().build()));

            UploadException e = catchThrowableOfType(
                    UploadException.class, () -> upload.get().await());

            assertThat(e.reason()).isEqualTo(FailureReason.STOPPED);
            CommitIntervalTest.assertAborted(early, 1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"id\":1,\"currentState\":\"SUCCESS\"}]",
                "[{\"id\":1,\"currentState\":\"SUCCESS\",\"endedAt\":1767225600}]",
                "[{\"id\":1,\"currentState\":\"INVALID\",\"endedAt\":\"yesterday\",\"modifiedAt\":\"today\"}]",
                "<html>"
            })
    void commitIsNotRetriedIfTheTimeOfThePreviousCommitIsUnknown(String executions) {
        try (EarlyCommits early = new EarlyCommits().after(FIVE_MINUTES)) {
            early.domo.fault(Fault.on("GET", EarlyCommits.LIST).nth(3).always().respond(200, executions));

            assertUnknown(early);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "other id"})
    void commitIsNotRetriedIfTheTimeOfTheServiceIsUnknown(String id) {
        try (EarlyCommits early = new EarlyCommits().after(FIVE_MINUTES)) {
            long stream = early.domo.stream.id() + (id.equals("id") ? 0 : 1);
            early.domo.fault(Fault.on("GET", "/v1/streams/*")
                    .nth(2)
                    .always()
                    .respond(200, "{\"id\":" + stream + "}", "Date", "yesterday"));

            assertUnknown(early);
        }
    }

    @Test
    void streamWithoutAnotherCommitDoesNotMentionTheInterval() {
        try (EarlyCommits early = new EarlyCommits().after(FIVE_MINUTES)) {
            early.domo.fault(Fault.on("GET", EarlyCommits.LIST).nth(3).always().respond(200, "[]"));

            UploadException e = early.domo.failure(early.request());

            assertThat(e.getMessage()).doesNotContain("interval");
            CommitIntervalTest.assertAborted(early, 1);
        }
    }

    @Test
    void timeOfTheLastChangeReplacesAMissingEnd() {
        try (EarlyCommits early = new EarlyCommits().after(FIVE_MINUTES)) {
            early.domo.fault(Fault.on("GET", EarlyCommits.LIST)
                    .nth(3)
                    .respond(200, CommitIntervalTest.committedIn("2030").replace("endedAt", "modifiedAt")));

            assertThat(early.domo.upload(early.request()).outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertThat(early.waits()).containsExactly(EarlyCommits.INTERVAL);
        }
    }

    private static void assertUnknown(EarlyCommits early) {
        UploadException e = early.domo.failure(early.request());

        assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
        assertThat(e).hasMessageContaining("The time of the Stream's previous commit is unknown");
        assertThat(early.waits()).isEmpty();
        CommitIntervalTest.assertAborted(early, 1);
    }

    private static UploadException failure(UploadSession session) {
        return catchThrowableOfType(UploadException.class, session::run);
    }
}

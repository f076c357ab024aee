package io.github.domojvm.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.domojvm.rest.model.ExecutionState;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.DomoSandboxBuilder;
import io.github.domojvm.sandbox.Fault;
import io.github.domojvm.sandbox.SandboxSwitch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
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

    @ParameterizedTest
    @ValueSource(ints = {409, 502})
    void lostReplaceIsCommittedAtMostThreeTimesAndEndsUnknown(int later) {
        try (UploadFixture domo = new UploadFixture()) {
            domo.fault(Fault.on("PUT", COMMIT).answer(502, ""));
            // A refusal of the second commit may only say that the first was taken: it proves nothing.
            domo.fault(Fault.on("PUT", COMMIT).always().answer(later, ""));

            UploadException e = failure(domo, domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 25)));

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.UNKNOWN);
            assertThat(domo.requests("PUT", "/commit")).isEqualTo(3);
            assertThat(domo.requests("PUT", "/abort")).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 408, 500})
    void answerThatProvesNothingLeavesAnAppendUnknown(int status) {
        try (UploadFixture domo = new UploadFixture()) {
            domo.fault(Fault.on("PUT", COMMIT).answer(status, "<html>a proxy</html>", "Content-Type", "text/html"));

            UploadException e = failure(domo, domo.request(UpdateMethod.APPEND, UploadFixture.rows(0, 25)));

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.UNKNOWN);
            assertThat(domo.requests("PUT", "/commit")).isEqualTo(1);
        }
    }

    @Test
    void lostReplaceIsNotCommittedAgainAfterAnAbort() {
        try (UploadFixture domo = new UploadFixture()) {
            AtomicReference<Upload> upload = new AtomicReference<>();
            CountDownLatch started = new CountDownLatch(1);
            domo.fault(Fault.on("PUT", COMMIT).answer(502, ""));
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
            Fault broken = domo.fault(Fault.on("PUT", COMMIT).answer(502, ""));

            UploadException e = failure(domo, domo.request(UpdateMethod.APPEND, UploadFixture.rows(0, 25)));

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
            Fault blind = domo.fault(Fault.on("GET", EXECUTION).always().answer(500, ""));
            UploadException e = failure(domo, domo.request(UpdateMethod.APPEND, UploadFixture.rows(0, 25)));
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
            domo.fault(Fault.on("PUT", COMMIT).answer(502, ""));
            UploadException e = failure(domo, domo.request(UpdateMethod.APPEND, UploadFixture.rows(0, 25)));
            domo.executions.abortCurrent(domo.stream.id());

            UploadResult later = domo.streams.reconcile(e.result());

            assertThat(later.outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
            assertThat(later.reason()).contains("ABORTED");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 429})
    void refusedCommitIsNotRepeatedAndTheExecutionAborted(int status) {
        try (UploadFixture domo = new UploadFixture()) {
            domo.fault(Fault.on("PUT", COMMIT)
                    .always()
                    .answer(
                            status,
                            "{\"status\":" + status + ",\"message\":\"not now\",\"toe\":\"T1\"}",
                            "Retry-After",
                            "900"));

            UploadException e = failure(domo, domo.request(UpdateMethod.APPEND, UploadFixture.rows(0, 25)));

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
            assertThat(e).hasMessageContaining("not now").hasMessageContaining("T1");
            // After a 401 the token is renewed once and the commit, which was not accepted, sent again.
            assertThat(domo.requests("PUT", "/commit")).isEqualTo(status == 401 ? 2 : 1);
            assertThat(domo.executionStates()).containsExactly(ExecutionState.ABORTED);
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
                    failure(domo, domo.request(UpdateMethod.APPEND, "a,1\n").listener(unplug));

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
            assertThat(e).hasMessageContaining("Nothing listens").hasMessageContaining("could not be aborted");
        }
    }

    @Test
    void commitWithoutATokenIsNotCommitted() {
        try (UploadFixture domo = new UploadFixture()) {
            UploadListener expires = new UploadListener() {
                @Override
                public void partAcknowledged(UploadProgress progress) {
                    domo.sandbox.expireTokens();
                    domo.fault(Fault.on("POST", "/oauth/token").times(3).answer(500, ""));
                }
            };

            UploadException e =
                    failure(domo, domo.request(UpdateMethod.APPEND, "a,1\n").listener(expires));

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
            domo.fault(Fault.on("PUT", COMMIT).answer(429, "", "Retry-After", "4"));
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

            UploadException e = failure(domo, domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 5)));

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
            assertThat(e).hasMessageContaining("/commit was answered 400");
            assertThat(domo.rowCount()).isEqualTo(5);
        }
    }

    @Test
    void rowsThatTheServiceCannotProcessAreNotCommitted() {
        try (UploadFixture domo =
                new UploadFixture(builder -> builder.switches(SandboxSwitch.ROW_ERRORS_FOUND_AT_COMMIT))) {
            UploadException e = failure(domo, domo.request(UpdateMethod.REPLACE, "a,x\n"));

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
            assertThat(e).hasMessageContaining("ended as INVALID");
            assertThat(domo.requests("PUT", "/abort")).isZero();
        }
    }

    @Test
    void partThatTheServiceForgetsShowsAsAMismatch() {
        try (UploadFixture domo = new UploadFixture(builder -> builder.switches(SandboxSwitch.PART_GAPS_ALLOWED))) {
            Fault forgotten =
                    domo.fault(Fault.on("PUT", UploadFixture.part("2")).answer(200, "{}"));

            UploadException e = failure(domo, domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 30)));

            assertThat(domo.fired(forgotten)).isEqualTo(1);
            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.COMMITTED_MISMATCH);
            assertThat(e.result().expectedRows()).hasValue(30);
            assertThat(e.result().foundRows()).hasValue(20);
            assertThat(e).hasMessageContaining("should have 30 rows and has 20");
        }
    }

    @Test
    void processingThatTakesTooLongEndsUnverifiedAndCanBeReconciled() {
        SettableClock clock = new SettableClock();
        Consumer<DomoSandboxBuilder> slow = builder ->
                builder.commitDelay(Duration.ofMinutes(30)).clock(clock).tokenLifetime(Duration.ofHours(2));
        try (UploadFixture domo = new UploadFixture(slow)) {
            UploadResult result = domo.upload(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 5))
                    .processingTimeout(Duration.ofMinutes(10)));

            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_UNVERIFIED);
            assertThat(result.reason()).contains("still processing after PT10M");
            assertThat(domo.timing.slept()).contains(Duration.ofSeconds(5)).hasSizeLessThan(200);
            clock.pass(Duration.ofMinutes(31));
            assertThat(domo.streams.reconcile(result).outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
        }
    }

    @Test
    void failuresWhileWaitingAreWaitedOut() {
        try (UploadFixture domo = new UploadFixture()) {
            Fault gone = domo.fault(Fault.on("GET", EXECUTION).answer(404, ""));
            Fault broken = domo.fault(Fault.on("GET", EXECUTION).times(4).answer(500, ""));

            UploadResult result = domo.upload(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 5)));

            assertThat(List.of(domo.fired(gone), domo.fired(broken))).containsExactly(1, 4);
            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
        }
    }

    @Test
    void stateThatCannotBeReadAfterAnAcknowledgedCommitEndsUnverified() {
        try (UploadFixture domo = new UploadFixture()) {
            domo.fault(Fault.on("GET", EXECUTION).always().answer(500, ""));

            UploadResult result = domo.upload(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 5))
                    .processingTimeout(Duration.ofMinutes(1)));

            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_UNVERIFIED);
            assertThat(result.reason()).contains("cannot be told");
        }
    }

    @Test
    void rowsThatCannotBeCountedEndUnverified() {
        try (UploadFixture domo = new UploadFixture()) {
            domo.fault(Fault.on("GET", "/v1/datasets/*").nth(2).times(10).answer(500, ""));

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
                    .nth(2)
                    .times(3)
                    .answer(200, "{\"id\":\"" + id + "\",\"rows\":0}", "Content-Type", "application/json"));
            Fault silent = domo.fault(Fault.on("GET", "/v1/datasets/*")
                    .nth(2)
                    .answer(200, "{\"id\":\"" + id + "\"}", "Content-Type", "application/json"));

            UploadResult result = domo.upload(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 5)));

            assertThat(domo.fired(late) + domo.fired(silent)).isPositive();
            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
        }
    }

    @Test
    void serviceThatTellsNoRowsEndsUnverified() {
        try (UploadFixture domo = new UploadFixture()) {
            domo.fault(Fault.on("GET", "/v1/datasets/*")
                    .nth(2)
                    .times(1000)
                    .answer(200, "{\"id\":\"x\"}", "Content-Type", "application/json"));

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
            domo.fault(Fault.on("GET", EXECUTION).always().answer(404, ""));

            assertThat(domo.streams.reconcile(result).reason()).contains("is gone");
        }
    }

    private static UploadException failure(UploadFixture domo, UploadRequest.Builder request) {
        return catchThrowableOfType(UploadException.class, () -> domo.upload(request));
    }

    /** Stands until it is told to pass. */
    private static final class SettableClock extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        synchronized void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public synchronized Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}

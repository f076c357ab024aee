package io.github.domojvm.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.Fault;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commits whose response is lost or ambiguous: the client looks up the execution and never commits an append twice. */
@ParameterizedClass
@EnumSource
class LostCommitTest {
    private static final String COMMIT = "/v1/streams/*/executions/*/commit";
    private static final String EXECUTION = "/v1/streams/*/executions/*";

    @Parameter
    private InvalidRows invalidRows;

    @ParameterizedTest
    @EnumSource(names = {"APPEND", "REPLACE"})
    void verifiesAProcessedCommitWhoseResponseIsLost(UpdateMethod method) {
        try (UploadFixture domo = new UploadFixture(invalidRows)) {
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
    void waitsForProcessingWhenTheResponseToTheCommitIsLost(UpdateMethod method) {
        try (UploadFixture domo =
                new UploadFixture(invalidRows, builder -> builder.commitDelay(Duration.ofMinutes(3)))) {
            domo.fault(Fault.on("PUT", COMMIT).performThenDropConnection());

            UploadResult result = domo.upload(domo.request(method, UploadFixture.rows(0, 25)));

            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertThat(domo.rowCount()).isEqualTo(25);
        }
    }

    @Test
    void replacementIsNotCommittedAgainAfterItsColumnsChanged() {
        try (UploadFixture domo = new UploadFixture(invalidRows)) {
            Fault lost = domo.fault(Fault.on("PUT", COMMIT).dropConnection());
            domo.timing.onSleep(() -> {
                if (domo.fired(lost) == 1) {
                    domo.swapColumns();
                }
            });

            UploadException e = domo.failure(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 25)));

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.UNKNOWN);
            assertThat(e).hasMessageContaining("is not sent again. The columns of DataSet");
            assertThat(domo.requests("PUT", "/commit")).isEqualTo(1);
        }
    }

    @Test
    void outcomeIsUnknownWhenProcessingOutlastsTheTimeoutAfterALostResponse() {
        try (UploadFixture domo =
                new UploadFixture(invalidRows, builder -> builder.commitDelay(Duration.ofMinutes(3)))) {
            domo.fault(Fault.on("PUT", COMMIT).performThenDropConnection());

            UploadException e = domo.failure(domo.request(UpdateMethod.APPEND, UploadFixture.rows(0, 25))
                    .processingTimeout(Duration.ofMinutes(2)));

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.UNKNOWN);
        }
    }

    @Test
    void failedLookupIsASuppressedExceptionOfTheLostCommit() {
        try (UploadFixture domo = new UploadFixture(invalidRows)) {
            domo.fault(Fault.on("PUT", COMMIT).performThenDropConnection());
            domo.fault(Fault.on("GET", EXECUTION).always().respond(503, ""));

            UploadException e = domo.failure(domo.request(UpdateMethod.APPEND, UploadFixture.rows(0, 25))
                    .processingTimeout(Duration.ofMinutes(1)));

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.UNKNOWN);
            assertThat(e.getCause()).isInstanceOf(DomoIoException.class).hasMessageContaining("/commit");
            assertThat(e.getCause().getSuppressed())
                    .singleElement()
                    .satisfies(lookup -> assertThat(lookup).hasMessageContaining("failed with status 503"));
            assertThat(e).hasMessageContaining("abort the execution with PUT /v1/streams/");
        }
    }

    @Test
    void commitsALostReplaceAgain() {
        try (UploadFixture domo = new UploadFixture(invalidRows)) {
            Fault dropped = domo.fault(Fault.on("PUT", COMMIT).dropConnection());

            UploadResult result = domo.upload(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 25)));

            assertThat(domo.fired(dropped)).isEqualTo(1);
            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertThat(domo.requests("PUT", "/commit")).isEqualTo(2);
        }
    }

    @Test
    void doesNotCommitALostReplaceAgainWithoutTimeToProcessIt() {
        try (UploadFixture domo = new UploadFixture(invalidRows)) {
            domo.fault(Fault.on("PUT", COMMIT).dropConnection());

            UploadException e = domo.failure(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 25))
                    .processingTimeout(Duration.ofSeconds(60)));

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.UNKNOWN);
            assertThat(domo.requests("PUT", "/commit")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 502})
    void commitsALostReplaceAtMostThreeTimes(int later) {
        try (UploadFixture domo = new UploadFixture(invalidRows)) {
            domo.fault(Fault.on("PUT", COMMIT).respond(502, ""));
            // An error status of the second commit can mean that the first was accepted, so it is ambiguous.
            domo.fault(Fault.on("PUT", COMMIT).always().respond(later, ""));

            UploadException e = domo.failure(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 25)));

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.UNKNOWN);
            assertThat(domo.requests("PUT", "/commit")).isEqualTo(3);
            assertThat(domo.requests("PUT", "/abort")).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 408, 500})
    void outcomeOfAnAppendIsUnknownAfterAnAmbiguousResponse(int status) {
        try (UploadFixture domo = new UploadFixture(invalidRows)) {
            domo.fault(Fault.on("PUT", COMMIT).respond(status, "<html>a proxy</html>", "Content-Type", "text/html"));

            UploadException e = domo.failure(domo.request(UpdateMethod.APPEND, UploadFixture.rows(0, 25)));

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.UNKNOWN);
            assertThat(domo.requests("PUT", "/commit")).isEqualTo(1);
        }
    }

    @Test
    void doesNotCommitALostReplaceAgainAfterAnAbort() {
        try (UploadFixture domo = new UploadFixture(invalidRows)) {
            AtomicReference<Upload> upload = new AtomicReference<>();
            CountDownLatch started = new CountDownLatch(1);
            domo.fault(Fault.on("PUT", COMMIT).respond(502, ""));
            domo.timing.onSleep(() -> {
                started.await();
                upload.get().abort();
            });
            upload.set(domo.streams.upload(
                    domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 5)).build()));
            started.countDown();

            UploadException e = catchThrowableOfType(
                    UploadException.class, () -> upload.get().await());

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.UNKNOWN);
            assertThat(domo.requests("PUT", "/commit")).isEqualTo(1);
        }
    }

    @Test
    void doesNotCommitALostAppendAgain() {
        try (UploadFixture domo = new UploadFixture(invalidRows)) {
            Fault broken = domo.fault(Fault.on("PUT", COMMIT).respond(502, ""));

            UploadException e = domo.failure(domo.request(UpdateMethod.APPEND, UploadFixture.rows(0, 25)));

            assertThat(domo.fired(broken)).isEqualTo(1);
            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.UNKNOWN);
            assertThat(e)
                    .hasMessageContaining("may or may not be committed")
                    .hasMessageContaining("Call Streams.reconcile later");
            assertThat(domo.requests("PUT", "/commit")).isEqualTo(1);
            assertThat(domo.requests("PUT", "/abort")).isZero();
            assertThat(domo.streams.reconcile(e.result()).outcome()).isEqualTo(UploadOutcome.UNKNOWN);
            assertThat(domo.streams.reconcile(e.result()).reason()).contains("still active");
        }
    }

    @Test
    void reconcilesAnUnknownOutcomeAfterProcessing() {
        try (UploadFixture domo = new UploadFixture(invalidRows)) {
            Fault lost = domo.fault(Fault.on("PUT", COMMIT).performThenDropConnection());
            Fault unreadable = domo.fault(Fault.on("GET", EXECUTION).always().respond(500, ""));
            UploadException e = domo.failure(domo.request(UpdateMethod.APPEND, UploadFixture.rows(0, 25)));
            assertThat(domo.fired(lost)).isEqualTo(1);
            assertThat(domo.fired(unreadable)).isPositive();
            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.UNKNOWN);

            domo.sandbox.faults().clear();
            UploadResult later = domo.streams.reconcile(e.result());

            assertThat(later.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertThat(later.foundRows()).hasValue(25);
            assertThat(domo.streams.reconcile(later)).isSameAs(later);
        }
    }

    @Test
    void reconcilesAnAbortedExecutionAsNotCommitted() {
        try (UploadFixture domo = new UploadFixture(invalidRows)) {
            domo.fault(Fault.on("PUT", COMMIT).respond(502, ""));
            UploadException e = domo.failure(domo.request(UpdateMethod.APPEND, UploadFixture.rows(0, 25)));
            domo.executions.abortCurrent(domo.stream.id());

            UploadResult later = domo.streams.reconcile(e.result());

            assertThat(later.outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
            assertThat(later.reason()).contains("ABORTED");
        }
    }
}

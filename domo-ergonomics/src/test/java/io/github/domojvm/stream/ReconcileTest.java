package io.github.domojvm.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.rest.model.ExecutionState;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.Fault;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Reconciles uploads with an unknown outcome. */
@ParameterizedClass
@EnumSource
class ReconcileTest {
    private static final String COMMIT = "/v1/streams/*/executions/*/commit";
    private static final String ABORT = "/v1/streams/*/executions/*/abort";

    @Parameter
    private InvalidRows invalidRows;

    @Test
    void abortSettlesAnAppendWhoseCommitNeverArrived() {
        try (UploadFixture domo = new UploadFixture(invalidRows)) {
            UploadException e = lostAppend(domo, Fault.on("PUT", COMMIT).dropConnection());
            assertThat(domo.streams.reconcile(e.result()).reason()).contains("still active", "abort it with PUT");

            UploadResult settled = domo.streams.abortAndReconcile(e.result());

            assertThat(settled.outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
            assertThat(domo.executionStates()).containsExactly(ExecutionState.ABORTED);
            assertThat(domo.rowCount()).isZero();
        }
    }

    @Test
    void findsTheRowsWhenTheExecutionWasProcessedBeforeTheAbort() {
        try (UploadFixture domo =
                new UploadFixture(invalidRows, builder -> builder.commitDelay(Duration.ofMinutes(90)))) {
            UploadException e = lostAppend(domo, Fault.on("PUT", COMMIT).performThenDropConnection());
            domo.timing.pass(Duration.ofHours(2));

            UploadResult settled = domo.streams.abortAndReconcile(e.result());

            assertThat(settled.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertThat(domo.requests("PUT", "/abort")).isZero();
        }
    }

    @Test
    void findsTheRowsWhenTheAbortIsRejected() {
        try (UploadFixture domo = new UploadFixture(invalidRows)) {
            UploadException e = lostAppend(domo, Fault.on("PUT", COMMIT).dropConnection());
            domo.executions.commit(domo.stream.id(), 1);
            domo.fault(Fault.on("GET", "/v1/streams/*/executions/*")
                    .respond(200, "{\"id\":1,\"currentState\":\"ACTIVE\"}"));

            UploadResult settled = domo.streams.abortAndReconcile(e.result());

            assertThat(domo.requests("PUT", "/abort")).isEqualTo(1);
            assertThat(settled.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
        }
    }

    @Test
    void failedAbortLeavesTheOutcomeUnknown() {
        try (UploadFixture domo = new UploadFixture(invalidRows)) {
            UploadException e = lostAppend(domo, Fault.on("PUT", COMMIT).dropConnection());
            domo.fault(Fault.on("PUT", ABORT).times(3).respond(500, ""));

            UploadResult later = domo.streams.abortAndReconcile(e.result());

            assertThat(later.outcome()).isEqualTo(UploadOutcome.UNKNOWN);
            assertThat(later.reason()).contains("may still be open");
        }
    }

    @Test
    void reconcilesAnUploadReportedAsNotCommitted() {
        try (UploadFixture domo = new UploadFixture(invalidRows)) {
            domo.fault(Fault.on("PUT", UploadFixture.part("2")).respond(403, "{\"message\":\"no\"}"));
            domo.fault(Fault.on("PUT", ABORT).times(3).respond(500, ""));
            UploadException e = domo.failure(
                    domo.request(UpdateMethod.APPEND, UploadFixture.rows(0, 15)).parallelism(1));
            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
            domo.executions.commit(domo.stream.id(), 1);

            UploadResult later = domo.streams.reconcile(e.result());

            assertThat(later.outcome()).isEqualTo(UploadOutcome.COMMITTED_UNVERIFIED);
            assertThat(domo.rowCount()).isEqualTo(10);
        }
    }

    @Test
    void returnsAVerifiedUploadUnchanged() {
        try (UploadFixture domo = new UploadFixture(invalidRows)) {
            UploadResult result = domo.upload(domo.request(UpdateMethod.APPEND, "a,1\n"));

            assertThat(domo.streams.abortAndReconcile(result)).isSameAs(result);
            assertThat(domo.requests("PUT", "/abort")).isZero();
        }
    }

    private static UploadException lostAppend(UploadFixture domo, Fault lost) {
        Fault planned = domo.fault(lost);
        UploadException e = domo.failure(domo.request(UpdateMethod.APPEND, UploadFixture.rows(0, 25)));
        assertThat(domo.fired(planned)).isEqualTo(1);
        assertThat(e.result().outcome()).isEqualTo(UploadOutcome.UNKNOWN);
        assertThat(e).hasMessageContaining("may or may not be committed").hasMessageContaining("To settle it, abort");
        return e;
    }
}

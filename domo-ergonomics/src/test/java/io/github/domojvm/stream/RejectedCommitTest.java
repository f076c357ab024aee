package io.github.domojvm.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.rest.model.ExecutionState;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.Fault;
import io.github.domojvm.sandbox.RecordedRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Error statuses of a commit, none of which proves that the commit was not processed. */
@ParameterizedClass
@EnumSource
class RejectedCommitTest {
    private static final String COMMIT = "/v1/streams/*/executions/*/commit";
    private static final String ABORT = "/v1/streams/*/executions/*/abort";
    private static final String EXECUTION = "/v1/streams/*/executions/*";
    private static final String REJECTION = "{\"status\":400,\"message\":\"has ended as SUCCESS\"}";

    @Parameter
    private InvalidRows invalidRows;

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 429})
    void rejectedCommitIsNotRetriedAndTheExecutionIsAborted(int status) {
        try (UploadFixture domo = new UploadFixture(invalidRows)) {
            domo.fault(Fault.on("PUT", COMMIT)
                    .always()
                    .respond(
                            status,
                            "{\"status\":" + status + ",\"message\":\"not now\",\"toe\":\"T1\"}",
                            "Retry-After",
                            "900"));

            UploadException e = domo.failure(domo.request(UpdateMethod.APPEND, UploadFixture.rows(0, 25)));

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
            assertThat(e).hasMessageContaining("not now").hasMessageContaining("T1");
            // After status 401 the token is renewed, and the commit, which was not accepted, is retried once.
            assertThat(domo.requests("PUT", "/commit")).isEqualTo(status == 401 ? 2 : 1);
            assertThat(domo.executionStates()).containsExactly(ExecutionState.ABORTED);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {303, 400, 403, 404, 409, 429})
    void errorStatusOfAProcessedCommitIsVerified(int status) {
        try (UploadFixture domo = new UploadFixture(invalidRows)) {
            Fault rejected =
                    domo.fault(Fault.on("PUT", COMMIT).performThenRespond(status, REJECTION, "Retry-After", "900"));

            UploadResult result = domo.upload(domo.request(UpdateMethod.APPEND, UploadFixture.rows(0, 25)));

            assertThat(domo.fired(rejected)).isEqualTo(1);
            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertThat(domo.rowCount()).isEqualTo(25);
            assertThat(domo.requests("PUT", "/abort")).isZero();
        }
    }

    @Test
    void errorStatusOfACommitInProgressWaitsForTheEnd() {
        try (UploadFixture domo =
                new UploadFixture(invalidRows, builder -> builder.commitDelay(Duration.ofSeconds(50)))) {
            domo.fault(Fault.on("PUT", COMMIT).performThenRespond(409, REJECTION));

            UploadResult result = domo.upload(domo.request(UpdateMethod.APPEND, UploadFixture.rows(0, 25)));

            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertThat(domo.requests("PUT", "/abort")).isZero();
        }
    }

    @Test
    void rejectedCommitOfAnActiveExecutionIsAborted() {
        try (UploadFixture domo =
                new UploadFixture(invalidRows, builder -> builder.commitDelay(Duration.ofMinutes(30)))) {
            domo.fault(Fault.on("PUT", COMMIT).performThenRespond(409, REJECTION));

            UploadException e = domo.failure(domo.request(UpdateMethod.APPEND, UploadFixture.rows(0, 25)));

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
            assertThat(e).hasMessageContaining("failed with status 409").hasMessageContaining("ended as ABORTED");
            domo.timing.pass(Duration.ofHours(1));
            assertThat(domo.executionStates()).containsExactly(ExecutionState.ABORTED);
            assertThat(domo.rowCount()).isZero();
        }
    }

    @Test
    void stateThatIsReadAfterAFailedAbortSettlesARejectedCommit() {
        try (UploadFixture domo = new UploadFixture(invalidRows)) {
            domo.fault(Fault.on("PUT", COMMIT).respond(400, REJECTION));
            domo.fault(Fault.on("PUT", ABORT).performThenRespond(400, ""));

            UploadException e = domo.failure(domo.request(UpdateMethod.APPEND, UploadFixture.rows(0, 25)));

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
            assertThat(e).hasMessageContaining("ended as ABORTED");
            List<String> methods = domo.sandbox.requests().stream()
                    .map(RecordedRequest::method)
                    .toList();
            assertThat(methods.subList(methods.lastIndexOf("PUT") + 1, methods.size()))
                    .containsExactly("GET");
        }
    }

    @Test
    void outcomeIsUnknownWhenTheExecutionOfARejectedCommitCannotBeAborted() {
        try (UploadFixture domo = new UploadFixture(invalidRows)) {
            domo.fault(Fault.on("PUT", COMMIT).respond(409, REJECTION));
            domo.fault(Fault.on("PUT", ABORT).times(3).respond(500, ""));

            UploadException e = domo.failure(domo.request(UpdateMethod.APPEND, UploadFixture.rows(0, 25)));

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.UNKNOWN);
            assertThat(e)
                    .hasMessageContaining("failed with status 409")
                    .hasMessageContaining("abort the execution with PUT /v1/streams/");
            assertThat(domo.streams.abortAndReconcile(e.result()).outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ERROR", "FAILED"})
    void abortsAnExecutionInAnUndocumentedState(String state) {
        try (UploadFixture domo = new UploadFixture(invalidRows)) {
            domo.fault(Fault.on("PUT", COMMIT).respond(409, REJECTION));
            Fault failed = domo.fault(Fault.on("GET", EXECUTION).respond(200, execution(state)));

            UploadException e = domo.failure(domo.request(UpdateMethod.APPEND, UploadFixture.rows(0, 25)));

            assertThat(domo.fired(failed)).isEqualTo(1);
            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
            assertThat(domo.executionStates()).containsExactly(ExecutionState.ABORTED);
        }
    }

    @Test
    void outcomeIsUnknownWhenTheStateRemainsErrorAfterAnAbort() {
        try (UploadFixture domo = new UploadFixture(invalidRows)) {
            domo.fault(Fault.on("PUT", COMMIT).respond(409, REJECTION));
            domo.fault(Fault.on("GET", EXECUTION).always().respond(200, execution("ERROR")));

            UploadException e = domo.failure(domo.request(UpdateMethod.APPEND, UploadFixture.rows(0, 25)));

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.UNKNOWN);
            assertThat(e).hasMessageContaining("neither ABORTED nor INVALID nor SUCCESS");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"APPEND", "REPLACE"})
    void abortsAnAcknowledgedCommitInTheStateError(UpdateMethod method) {
        try (UploadFixture domo =
                new UploadFixture(invalidRows, builder -> builder.commitDelay(Duration.ofMinutes(30)))) {
            domo.fault(Fault.on("GET", EXECUTION).respond(200, execution("ERROR")));

            UploadException e = domo.failure(domo.request(method, UploadFixture.rows(0, 25)));

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
            assertThat(domo.executionStates()).containsExactly(ExecutionState.ABORTED);
        }
    }

    @Test
    void outcomeIsUnknownWhenTheStateAfterARejectedCommitCannotBeRead() {
        try (UploadFixture domo = new UploadFixture(invalidRows)) {
            domo.fault(Fault.on("PUT", COMMIT).respond(404, ""));
            domo.fault(Fault.on("GET", EXECUTION).always().respond(404, ""));

            UploadException e = domo.failure(domo.request(UpdateMethod.APPEND, UploadFixture.rows(0, 25)));

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.UNKNOWN);
            assertThat(domo.requests("PUT", "/abort")).isZero();
        }
    }

    private static String execution(String state) {
        return "{\"id\":1,\"currentState\":\"" + state + "\"}";
    }
}

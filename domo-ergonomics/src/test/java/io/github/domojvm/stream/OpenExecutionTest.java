package io.github.domojvm.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.error.FailureReason;
import io.github.domojvm.rest.model.ExecutionState;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.Fault;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Opening an execution: lost responses, rejections, and executions of other clients. */
@ParameterizedClass
@EnumSource
class OpenExecutionTest {
    private static final String EXECUTIONS = "/v1/streams/*/executions";

    @AutoClose
    private UploadFixture domo;

    private final InvalidRows invalidRows;

    OpenExecutionTest(InvalidRows invalidRows) {
        this.invalidRows = invalidRows;
        domo = new UploadFixture(invalidRows);
    }

    @Test
    void doesNotReplaceTheExecutionOfAnotherClient() {
        domo.close();
        domo = new UploadFixture(invalidRows, builder -> builder.commitDelay(Duration.ofHours(1)));
        domo.upload(domo.request(UpdateMethod.REPLACE, "a,1\n").until(UploadStage.COMMIT_ACKNOWLEDGED));

        UploadException e = failure(domo.request(UpdateMethod.REPLACE, "b,2\n"));

        assertThat(e).hasMessageContaining("open execution 1").hasMessageContaining("abortOpenExecution()");
        assertThat(domo.executionStates()).containsExactly(ExecutionState.ACTIVE);
    }

    @Test
    void anOlderActiveExecutionDoesNotPreventAnUpload() {
        domo.fault(Fault.on("GET", EXECUTIONS)
                .respond(200, "[" + execution(2, "SUCCESS") + "," + execution(1, "ACTIVE") + "]"));

        UploadResult result = domo.upload(domo.request(UpdateMethod.REPLACE, "a,1\n"));

        assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
    }

    @Test
    void aNewestActiveExecutionPreventsAnUploadWhereverItIsInTheList() {
        domo.fault(Fault.on("GET", EXECUTIONS)
                .respond(200, "[" + execution(2, "ACTIVE") + "," + execution(1, "SUCCESS") + "]"));
        domo.fault(Fault.on("GET", EXECUTIONS).respond(200, "[]"));
        domo.fault(Fault.on("GET", EXECUTIONS).respond(200, "[" + execution(1, "SUCCESS") + "]"));
        domo.fault(Fault.on("GET", EXECUTIONS).respond(200, "[" + execution(2, "ACTIVE") + "]"));

        assertThat(failure(domo.request(UpdateMethod.REPLACE, "a,1\n"))).hasMessageContaining("open execution 2");
        assertThat(failure(domo.request(UpdateMethod.REPLACE, "a,1\n"))).hasMessageContaining("open execution 2");
        assertThat(domo.requests("POST", "/executions")).isZero();
    }

    @Test
    void refusesWhenTheListOfExecutionsDoesNotEnd() {
        respondWithPages(101);

        UploadException e = failure(domo.request(UpdateMethod.REPLACE, "a,1\n"));

        assertThat(e.reason()).isEqualTo(FailureReason.OPEN_EXECUTION);
        assertThat(e).hasMessageContaining("did not end after 100 pages").hasMessageContaining("abortOpenExecution()");
        assertThat(domo.requests("GET", "/executions")).isEqualTo(100);
        assertThat(domo.requests("POST", "/executions")).isZero();
    }

    @Test
    void abortOpenExecutionUploadsAlthoughTheListOfExecutionsDoesNotEnd() {
        respondWithPages(100);

        UploadResult result =
                domo.upload(domo.request(UpdateMethod.REPLACE, "a,1\n").abortOpenExecution());

        assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
        assertThat(domo.requests("GET", "/executions")).isEqualTo(100);
    }

    @Test
    void anEndlessListAfterALostOpeningDoesNotProveThatNoneIsOpen() {
        domo.fault(Fault.on("GET", EXECUTIONS).respond(200, "[]"));
        respondWithPages(101);
        domo.fault(Fault.on("POST", EXECUTIONS).performThenDropConnection());

        UploadException e = failure(domo.request(UpdateMethod.REPLACE, "a,1\n"));

        assertThat(e).hasMessageContaining("cannot all be listed, since the list does not end");
        assertThat(e.getCause()).isInstanceOf(DomoIoException.class).hasMessageContaining("POST ");
        assertThat(domo.requests("POST", "/executions")).isEqualTo(1);
    }

    @Test
    void aStatus404AfterALostOpeningDoesNotProveThatNoneIsOpen() {
        domo.fault(Fault.on("POST", EXECUTIONS).performThenDropConnection());
        domo.fault(Fault.on("GET", EXECUTIONS).nth(2).respond(404, "{\"message\":\"Not found\"}"));

        UploadException e = failure(domo.request(UpdateMethod.REPLACE, "a,1\n"));

        assertThat(e.reason()).isEqualTo(FailureReason.OPEN_EXECUTION);
        assertThat(e).hasMessageContaining("may be open, and the Stream's executions cannot be listed");
        assertThat(domo.executionStates()).containsExactly(ExecutionState.ACTIVE);
    }

    @Test
    void sendsNoPartWhenTheResponseToTheOpeningIsLost() {
        Fault lost = domo.fault(Fault.on("POST", EXECUTIONS).performThenDropConnection());

        UploadException e = failure(domo.request(UpdateMethod.REPLACE, "a,1\n"));

        assertThat(domo.fired(lost)).isEqualTo(1);
        assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
        assertThat(e)
                .hasMessageContaining("Execution 1 of Stream " + domo.stream.id() + " is open")
                .hasMessageContaining("PUT /v1/streams/" + domo.stream.id() + "/executions/1/abort")
                .hasMessageContaining("abortOpenExecution()");
        assertThat(e.getCause()).isInstanceOf(DomoIoException.class).hasMessageContaining("POST ");
        assertThat(domo.requests("PUT", "/part/1")).isZero();
        assertThat(domo.executionStates()).containsExactly(ExecutionState.ACTIVE);
    }

    @Test
    void abortOpenExecutionOpensAnotherExecutionWhenTheResponseIsLost() {
        domo.fault(Fault.on("POST", EXECUTIONS).performThenDropConnection());

        UploadResult result =
                domo.upload(domo.request(UpdateMethod.REPLACE, "a,1\n").abortOpenExecution());

        assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
        assertThat(result.executionId()).hasValue(2);
        assertThat(domo.executionStates()).containsExactly(ExecutionState.ABORTED, ExecutionState.SUCCESS);
    }

    @Test
    void aRetryThatIsNotSentDoesNotHideALostOpening() {
        domo.fault(Fault.on("POST", EXECUTIONS).performThenDropConnection());
        domo.fault(Fault.on("POST", EXECUTIONS).times(2).respond(401, ""));

        UploadException e = failure(domo.request(UpdateMethod.REPLACE, "a,1\n").abortOpenExecution());

        assertThat(e.reason()).isEqualTo(FailureReason.OPEN_EXECUTION);
        assertThat(e).hasMessageContaining("Execution 1 of Stream " + domo.stream.id() + " is open");
        assertThat(e.getCause()).isInstanceOf(DomoIoException.class).hasMessageContaining("POST ");
        assertThat(e.getCause().getSuppressed())
                .singleElement()
                .satisfies(retry -> assertThat(retry).hasMessageContaining("failed with status 401"));
    }

    @Test
    void reportsAnExecutionThatARejectedRequestOpened() {
        domo.fault(Fault.on("POST", EXECUTIONS).performThenRespond(409, "{\"message\":\"busy\"}"));

        UploadException e = failure(domo.request(UpdateMethod.REPLACE, "a,1\n").abortOpenExecution());

        assertThat(e)
                .hasMessageContaining("failed with status 409")
                .hasMessageContaining("Execution 1 of Stream " + domo.stream.id() + " is open");
        assertThat(domo.requests("POST", "/executions")).isEqualTo(1);
    }

    @Test
    void failedLookupIsASuppressedExceptionOfTheLostOpening() {
        domo.fault(Fault.on("POST", EXECUTIONS).performThenDropConnection());
        domo.fault(Fault.on("GET", EXECUTIONS).nth(2).times(4).respond(503, ""));

        UploadException e = failure(domo.request(UpdateMethod.REPLACE, "a,1\n"));

        assertThat(e)
                .hasMessageContaining("may be open, and the Stream's executions cannot be listed")
                .hasMessageContaining("PUT /v1/streams/" + domo.stream.id() + "/executions/{id}/abort");
        assertThat(e.getCause()).isInstanceOf(DomoIoException.class).hasMessageContaining("POST ");
        assertThat(e.getCause().getSuppressed())
                .singleElement()
                .satisfies(lookup -> assertThat(lookup).hasMessageContaining("failed with status 503"));
    }

    @Test
    void doesNotLookUpAnExecutionThatWasNotRequestedForLackOfAToken() {
        domo.fault(Fault.on("POST", EXECUTIONS).always().respond(401, ""));

        UploadException e = failure(domo.request(UpdateMethod.REPLACE, "a,1\n"));

        assertThat(e).hasMessageContaining("failed with status 401");
        assertThat(domo.requests("GET", "/executions")).isEqualTo(1);
    }

    @Test
    void retriesTheOpeningWhenNoExecutionWasOpened() {
        Fault dropped = domo.fault(Fault.on("POST", EXECUTIONS).dropConnection());
        Fault broken = domo.fault(Fault.on("POST", EXECUTIONS).respond(500, ""));

        UploadResult result = domo.upload(domo.request(UpdateMethod.REPLACE, "a,1\n"));

        assertThat(domo.fired(dropped) + domo.fired(broken)).isEqualTo(2);
        assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
    }

    @Test
    void retriesTheOpeningThatWasTooEarlyWithoutALookup() {
        Fault tooEarly = domo.fault(Fault.on("POST", EXECUTIONS).respond(425, ""));

        UploadResult result = domo.upload(domo.request(UpdateMethod.REPLACE, "a,1\n"));

        assertThat(domo.fired(tooEarly)).isEqualTo(1);
        assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
        assertThat(domo.requests("GET", "/executions")).isEqualTo(1);
    }

    @Test
    void retriesTheOpeningThatTimedOutAfterALookup() {
        Fault timedOut = domo.fault(Fault.on("POST", EXECUTIONS).respond(408, ""));

        UploadResult result = domo.upload(domo.request(UpdateMethod.REPLACE, "a,1\n"));

        assertThat(domo.fired(timedOut)).isEqualTo(1);
        assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
        assertThat(domo.requests("GET", "/executions")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425})
    void sendsTheOpeningThreeTimesAtMost(int status) {
        domo.fault(Fault.on("POST", EXECUTIONS).always().respond(status, ""));

        assertThat(failure(domo.request(UpdateMethod.REPLACE, "a,1\n")))
                .hasMessageContaining("failed with status " + status);
        assertThat(domo.requests("POST", "/executions")).isEqualTo(3);
    }

    @Test
    void reportsAnExecutionThatCannotBeOpened() {
        domo.fault(Fault.on("POST", EXECUTIONS).always().respond(500, ""));

        assertThat(failure(domo.request(UpdateMethod.REPLACE, "a,1\n"))).hasMessageContaining("failed with status 500");
        assertThat(domo.requests("POST", "/executions")).isEqualTo(3);
    }

    @Test
    void doesNotRetryARejectedOpening() {
        domo.fault(Fault.on("POST", EXECUTIONS).always().respond(409, ""));

        assertThat(failure(domo.request(UpdateMethod.REPLACE, "a,1\n"))).hasMessageContaining("409");
        assertThat(domo.requests("POST", "/executions")).isEqualTo(1);
    }

    /** Responds with pages of one execution each, which has ended. */
    private void respondWithPages(int pages) {
        for (int id = 1; id <= pages; id++) {
            domo.fault(Fault.on("GET", EXECUTIONS).respond(200, "[" + execution(id, "SUCCESS") + "]"));
        }
    }

    private static String execution(int id, String state) {
        return "{\"id\":" + id + ",\"currentState\":\"" + state + "\",\"createdAt\":\"2026-01-01T00:00:00Z\"}";
    }

    private UploadException failure(UploadRequest.Builder request) {
        return domo.failure(request);
    }
}

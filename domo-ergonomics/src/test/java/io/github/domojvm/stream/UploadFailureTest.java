package io.github.domojvm.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.DomoApiException;
import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.rest.model.ExecutionState;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures before the commit: nothing is committed, the execution is aborted, and the message says what to do. */
@ParameterizedClass
@EnumSource
class UploadFailureTest {
    @AutoClose
    private final UploadFixture domo;

    UploadFailureTest(InvalidRows invalidRows) {
        domo = new UploadFixture(invalidRows);
    }

    @Test
    void reportsAnUnknownStream() {
        assertThatThrownBy(() -> domo.streams
                        .upload(UploadRequest.builder(999, CsvSource.fromText("a\n"), UpdateMethod.REPLACE)
                                .build())
                        .await())
                .isInstanceOf(UploadException.class)
                .hasMessageContaining("GET /v1/streams/999 failed with status 404");
    }

    @Test
    void failsWhenTheDataSetOfTheStreamIsDeleted() {
        domo.domo
                .calls()
                .run(domo.domo
                        .rest()
                        .dataSets()
                        .deleteDataSet(domo.stream.dataSet().id()));

        assertThat(domo.failure(domo.request(UpdateMethod.REPLACE, "a,1\n"))
                        .result()
                        .outcome())
                .isEqualTo(UploadOutcome.NOT_COMMITTED);
    }

    @Test
    void abortsTheExecutionWhenAPartFailsOnEveryAttempt() {
        Fault broken =
                domo.fault(Fault.on("PUT", UploadFixture.part("3")).always().respond(500, ""));

        UploadException e = domo.failure(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 1000)));

        assertThat(domo.fired(broken)).isEqualTo(6);
        assertThat(e).hasMessageContaining("part/3 failed with status 500").hasMessageContaining("6 attempts");
        assertThat(domo.executionStates()).containsExactly(ExecutionState.ABORTED);
        assertThat(domo.requests("PUT", "/abort")).isEqualTo(1);
    }

    @Test
    void reportsAnExecutionThatAnotherClientAborted() {
        UploadListener aborts = new UploadListener() {
            @Override
            public void opened(long executionId) {
                domo.executions.abort(domo.stream.id(), executionId);
            }
        };

        UploadException e =
                domo.failure(domo.request(UpdateMethod.REPLACE, "a,1\n").listener(aborts));

        assertThat(e)
                .hasMessageContaining("has ended as ABORTED")
                .hasMessageContaining("Make sure that only one program at a time uploads to this Stream")
                .hasMessageNotContaining("Fix the rows");
    }

    @Test
    void suggestsSmallerPartsAfterStatus413() {
        domo.fault(Fault.on("PUT", UploadFixture.part("1")).respond(413, ""));

        UploadException e = domo.failure(domo.request(UpdateMethod.REPLACE, "a,1\n"));

        assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
        assertThat(e)
                .hasMessageContaining("failed with status 413")
                .hasMessageContaining("set a lower partRows or partBytes");
        assertThat(e.getCause())
                .isInstanceOfSatisfying(
                        DomoApiException.class, api -> assertThat(api.status()).isEqualTo(413));
    }

    @Test
    void reportsARejectedPartWhenTheStateCannotBeRead() {
        domo.fault(Fault.on("PUT", UploadFixture.part("1")).respond(400, "{\"message\":\"no\"}"));
        domo.fault(Fault.on("GET", "/v1/streams/*/executions/*").times(4).respond(503, ""));

        UploadException e = domo.failure(domo.request(UpdateMethod.REPLACE, "a,1\n"));

        assertThat(e).hasMessageContaining("failed with status 400").hasMessageContaining("Fix the rows");
        assertThat(e.getCause().getSuppressed()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"portal\":{\"message\":\"sign in\"}}",
                "{\"id\":2,\"currentState\":\"ACTIVE\"}",
                "[]",
                "stored",
            })
    void responseWithoutTheExecutionDoesNotAcknowledgeAPart(String body) {
        domo.fault(Fault.on("PUT", UploadFixture.part("2")).always().respond(200, body));

        UploadException e = domo.failure(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 30)));

        assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
        assertThat(e.getCause()).isInstanceOf(DomoDataException.class);
        assertThat(domo.requests("PUT", "/commit")).isZero();
        assertThat(domo.executionStates()).containsExactly(ExecutionState.ABORTED);
    }

    @Test
    void outcomeIsUnknownWhenANonDomoServerRespondsToEveryRequest() {
        for (String call : List.of("/commit", "/abort", "")) {
            domo.fault(Fault.on(call.isEmpty() ? "GET" : "PUT", "/v1/streams/*/executions/*" + call)
                    .always()
                    .respond(200, "{\"portal\":\"sign in\"}"));
        }

        UploadException e =
                domo.failure(domo.request(UpdateMethod.APPEND, "a,1\n").processingTimeout(Duration.ofMinutes(1)));

        assertThat(e.result().outcome()).isEqualTo(UploadOutcome.UNKNOWN);
        assertThat(domo.rowCount()).isZero();
    }

    @Test
    void reportsTheStateOfAnExecutionThatEndedBeforeTheAbort() {
        domo.fault(Fault.on("PUT", UploadFixture.part("1")).respond(403, "{\"message\":\"no\"}"));
        domo.fault(Fault.on("PUT", "/v1/streams/*/executions/*/abort").performThenRespond(400, ""));

        UploadException e = domo.failure(domo.request(UpdateMethod.REPLACE, "a,1\n"));

        assertThat(e).hasMessageContaining("Execution 1 ended as ABORTED").hasMessageNotContaining("may still be open");
    }

    @Test
    void outcomeIsUnknownWhenAnotherClientCommittedTheExecution() {
        UploadListener commits = new UploadListener() {
            @Override
            public void partAcknowledged(UploadProgress progress) {
                domo.executions.commit(domo.stream.id(), 1);
            }
        };
        domo.fault(Fault.on("PUT", UploadFixture.part("2")).always().respond(403, "{\"message\":\"no\"}"));

        UploadException e = domo.failure(domo.request(UpdateMethod.APPEND, UploadFixture.rows(0, 20))
                .parallelism(1)
                .listener(commits));

        assertThat(domo.rowCount()).isEqualTo(10);
        assertThat(e.result().outcome()).isEqualTo(UploadOutcome.UNKNOWN);
        assertThat(e).hasMessageContaining("Although this upload sent no commit, execution 1 ended as SUCCESS");
    }

    @Test
    void failedAbortIsReportedWithTheCallThatEndsTheExecution() {
        domo.fault(Fault.on("PUT", UploadFixture.part("1")).always().respond(400, "{\"message\":\"no\"}"));
        domo.fault(Fault.on("PUT", "/v1/streams/*/executions/*/abort").always().respond(500, ""));

        UploadException e = domo.failure(domo.request(UpdateMethod.REPLACE, "a,1\n"));

        assertThat(e)
                .hasMessageContaining(
                        "may still be open. End it with PUT /v1/streams/" + domo.stream.id() + "/executions/1/abort");
        assertThat(e.getSuppressed()).hasSize(1);
    }

    @Test
    void oneStatus404AfterAFailedAbortDoesNotProveThatTheExecutionIsGone() {
        domo.fault(Fault.on("PUT", UploadFixture.part("1")).respond(403, "{\"message\":\"no\"}"));
        domo.fault(Fault.on("PUT", "/v1/streams/*/executions/*/abort").always().respond(500, ""));
        domo.fault(Fault.on("GET", "/v1/streams/*/executions/*").respond(404, "{\"message\":\"no\"}"));

        UploadException e = domo.failure(domo.request(UpdateMethod.REPLACE, "a,1\n"));

        assertThat(e).hasMessageContaining("Execution 1 could not be aborted and may still be open");
        assertThat(domo.executionStates()).containsExactly(ExecutionState.ACTIVE);
    }

    @Test
    void failuresOfTheSameTokenRequestAreReportedOnce() {
        UploadListener expiring = new UploadListener() {
            @Override
            public void partAcknowledged(UploadProgress progress) {
                domo.sandbox.expireTokens();
                domo.fault(Fault.on("POST", "/oauth/token").always().respond(401, "{\"message\":\"no\"}"));
            }
        };

        UploadException e =
                domo.failure(domo.request(UpdateMethod.REPLACE, "a,1\n").listener(expiring));

        assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
        assertThat(e).hasMessageContaining("Execution 1 could not be aborted and may still be open");
    }

    @Test
    void phoneNumberInAMessageIsNotReadAsStatus403() {
        domo.fault(Fault.on("PUT", UploadFixture.part("1"))
                .always()
                .respond(
                        400, "{\"status\":400,\"message\":\"Failed to parse row 1: '(403) 555-0100'\",\"toe\":\"T\"}"));

        assertThat(domo.failure(domo.request(UpdateMethod.REPLACE, "a,1\n"))).hasMessageContaining("begins on line 1");
    }

    @Test
    void rejectsInvalidSettings() {
        UploadRequest.Builder request = domo.request(UpdateMethod.REPLACE, "a,1\n");

        assertThatThrownBy(() -> request.parallelism(0)).hasMessageContaining("parallelism must be 1 to 64: 0");
        assertThatThrownBy(() -> request.parallelism(65)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> request.partRows(0)).hasMessageContaining("partRows");
        assertThatThrownBy(() -> request.partBytes(0)).hasMessageContaining("partBytes");
        assertThatThrownBy(() -> request.gzipLevel(10)).hasMessageContaining("gzipLevel");
        assertThatThrownBy(() -> request.processingTimeout(Duration.ofSeconds(-1)))
                .hasMessageContaining("processingTimeout");
        assertThatThrownBy(() ->
                        request.parallelism(4).memoryBudgetBytes((4 << 20) - 1).build())
                .hasMessageContaining("memoryBudgetBytes");
        assertThatThrownBy(() -> domo.request(UpdateMethod.UNKNOWN, "a,1\n")).hasMessageContaining("UNKNOWN");
    }
}

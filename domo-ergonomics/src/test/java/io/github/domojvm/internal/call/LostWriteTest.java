package io.github.domojvm.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.domojvm.error.BadRequestException;
import io.github.domojvm.error.DomoApiException;
import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.rest.DomoRest;
import io.github.domojvm.rest.model.CreateDataSetRequest;
import io.github.domojvm.rest.model.CreateExecutionRequest;
import io.github.domojvm.rest.model.DataSet;
import io.github.domojvm.rest.model.ImportMethod;
import io.github.domojvm.rest.model.QueryRequest;
import io.github.domojvm.rest.model.Schema;
import java.util.function.Function;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;

/** Messages about requests that may have been processed, and their conclusions from a status. */
class LostWriteTest extends CallFixture {
    private static final RequestBody ROWS = RequestBody.create("1\n", MediaType.get("text/csv"));

    static Stream<Arguments> writes() {
        return Stream.of(
                write(LostWriteTest::create, "look for it in the list before creating it again"),
                write(
                        api -> api.streams()
                                .createExecution(
                                        1L, CreateExecutionRequest.builder().build()),
                        "check the executions of the Stream before creating another one"),
                write(
                        api -> api.dataSets().importData("d1", ROWS, ImportMethod.APPEND),
                        "check the DataSet's row count before importing again"),
                write(
                        api -> api.streams().commitExecution(1L, 2L),
                        "read the execution's state before committing it again"),
                write(
                        api -> api.streams().abortCurrentExecution(1L),
                        "check the executions of the Stream before retrying it"),
                write(api -> api.dataSets().importData("d1", ROWS, ImportMethod.REPLACE), "retrying it is safe"),
                write(LostWriteTest::update, "retrying it is safe"),
                write(api -> api.dataSets().deleteDataSet("d1"), "retrying it is safe"));
    }

    private static Arguments write(Function<DomoRest, Call<?>> call, String advice) {
        return Arguments.of(call, advice);
    }

    @ParameterizedTest
    @MethodSource("writes")
    void lostResponseToAWriteReportsWhatToCheckBeforeRetrying(Function<DomoRest, Call<?>> call, String advice) {
        for (int i = 0; i < 4; i++) {
            enqueueLostResponse();
        }

        assertThat(failure(() -> calls.run(call.apply(rest))))
                .hasMessageContaining("got no response")
                .hasMessageContaining("may have been processed: " + advice);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 408, 500, 503})
    void ambiguousStatusOfACreateReportsThatItMayHaveBeenProcessed(int status) {
        enqueue(status, "");

        assertThat(failure(() -> calls.run(create(rest))))
                .hasMessageContaining("may have been processed: look for it in the list before creating it again")
                .hasMessageNotContaining("ry later");
    }

    @Test
    void htmlPageWithASuccessStatusReportsThatTheCreateMayHaveBeenProcessed() {
        server.enqueue(htmlPage());

        assertThat(failure(() -> calls.run(create(rest))))
                .hasMessageContaining("may have been processed: look for it in the list before creating it again");
    }

    @Test
    void failedReadsAndQueriesDoNotMentionProcessing() {
        for (int i = 0; i < 4; i++) {
            enqueueLostResponse();
        }
        assertThat(failure(() -> calls.run(get()))).hasMessageNotContaining("processed");
        for (int i = 0; i < 4; i++) {
            enqueue(503, "");
        }

        assertThat(failure(() -> calls.run(rest.dataSets()
                        .queryDataSet(
                                "d1", QueryRequest.builder().sql("SELECT 1").build()))))
                .hasMessageNotContaining("processed");
    }

    @Test
    void rejectionAfterALostResponseMentionsTheEarlierAttempt() {
        enqueueLostResponse();
        enqueue(400, "{\"status\":400,\"message\":\"no\"}");

        assertThat(failure(() -> calls.run(update(rest))))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("An earlier attempt may have been processed: retrying it is safe");
    }

    @Test
    void rejectionOfTheFirstAttemptMentionsNoEarlierAttempt() {
        enqueue(400, "{\"status\":400,\"message\":\"no\"}");

        assertThat(failure(() -> calls.run(update(rest)))).hasMessageNotContaining("processed");
    }

    @Test
    void rejectedRetryOfADeleteMentionsTheEarlierAttempt() {
        enqueueLostResponse();
        enqueue(403, "{\"status\":403,\"message\":\"no\"}");

        assertThat(failure(() -> calls.delete(rest.dataSets().deleteDataSet("d1"))))
                .hasMessageContaining("An earlier attempt may have been processed");
    }

    @Test
    void retriesACreateAfterStatus425() {
        enqueue(425, "");
        enqueue(200, "{\"id\":7}");

        assertThat(calls.get(post()).id()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html><h1>413 Request Entity Too Large</h1></html>"})
    void status413SuggestsSendingLess(String body) {
        enqueue(413, body);

        assertThat(failure(() -> calls.run(part())))
                .hasMessageContaining("smaller parts")
                .hasMessageContaining("fewer rows")
                .hasMessageNotContaining("ry later");
    }

    @Test
    void htmlPageWithStatus404FailsFindAndDelete() {
        for (int i = 0; i < 2; i++) {
            enqueue(404, "<html><title>No such host here</title></html>");
        }

        assertNonDomoResponse(failure(() -> calls.find(get(), ResponseCheck.none())), 404);
        assertNonDomoResponse(failure(() -> calls.delete(rest.dataSets().deleteDataSet("d1"))), 404);
    }

    @Test
    void status404WithoutABodyMeansNotFound() {
        enqueue(404, "");
        enqueue(404, "");

        assertThat(calls.find(get(), ResponseCheck.none())).isEmpty();
        assertThat(calls.delete(rest.dataSets().deleteDataSet("d1"))).isFalse();
    }

    @Test
    void htmlPageWithStatus404DoesNotConfirmALostDelete() {
        enqueueLostResponse();
        enqueue(404, "<html></html>");

        assertThat(failure(() -> calls.delete(rest.dataSets().deleteDataSet("d1"))))
                .hasMessageContaining("may have been processed");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 405, 409, 422})
    void htmlPageWithAnErrorStatusIsNotTreatedAsARejectionByTheService(int status) {
        enqueue(status, "<html><h1>Blocked</h1></html>");

        DomoException e = failure(() -> calls.run(get()));

        assertNonDomoResponse(e, status);
        assertThat(e).hasMessageContaining("Blocked").hasMessageNotContaining("lacks the permission");
    }

    private static void assertNonDomoResponse(DomoException e, int status) {
        assertThat(e)
                .isExactlyInstanceOf(DomoApiException.class)
                .isNotInstanceOf(NotFoundException.class)
                .hasMessageContaining(String.valueOf(status))
                .hasMessageContaining("HTML page")
                .hasMessageContaining("proxy");
    }

    private static Call<DataSet> create(DomoRest api) {
        return api.dataSets()
                .createDataSet(CreateDataSetRequest.builder()
                        .name("x")
                        .schema(Schema.builder().build())
                        .build());
    }

    private static Call<DataSet> update(DomoRest api) {
        return api.dataSets().updateDataSet("d1", DataSet.builder().name("x").build());
    }

    private void enqueueLostResponse() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
    }

    private static DomoException failure(ThrowingCallable call) {
        DomoException e = catchThrowableOfType(DomoException.class, call);
        assertThat(e).isNotNull();
        return e;
    }
}

package io.github.domojvm.stream;

import io.github.domojvm.internal.call.CallExecutor;
import io.github.domojvm.internal.call.CallSettings;
import io.github.domojvm.internal.call.Cancellation;
import io.github.domojvm.internal.call.ResponseCheck;
import io.github.domojvm.internal.call.Timing;
import io.github.domojvm.internal.parts.Part;
import io.github.domojvm.internal.source.PartBody;
import io.github.domojvm.rest.DomoRest;
import io.github.domojvm.rest.api.DataSetsApi;
import io.github.domojvm.rest.api.StreamsApi;
import io.github.domojvm.rest.model.CreateExecutionRequest;
import io.github.domojvm.rest.model.DataSet;
import io.github.domojvm.rest.model.DomoStream;
import io.github.domojvm.rest.model.Execution;
import io.github.domojvm.rest.model.UpdateMethod;
import java.time.Duration;
import java.util.List;

/** The requests of an upload to one Stream. */
final class StreamCalls {
    private final StreamsApi streams;
    private final DataSetsApi dataSets;
    private final Timing timing;
    private final StopSignal stop;
    /** Cancelled when the client is closed. */
    private final Cancellation closing;

    private final CallExecutor calls;
    private final CallExecutor cleanup;
    private final long streamId;

    StreamCalls(DomoRest api, CallExecutor calls, long streamId, Timing timing) {
        this.streams = api.streams();
        this.dataSets = api.dataSets();
        this.timing = timing;
        this.stop = new StopSignal(timing);
        this.closing = calls.cancellation();
        this.calls = calls.with(stop.calls());
        this.cleanup = calls.with(calls.settings().with(CallSettings.Purpose.CLEANUP));
        this.streamId = streamId;
    }

    StopSignal stop() {
        return stop;
    }

    /** Performs a step, and ends its requests if the client is closed meanwhile. */
    <T, X extends Exception> T step(Step<T, X> step) throws X {
        Cancellation.Registration registration = closing.whenAborted(stop::stop);
        try {
            return step.perform();
        } finally {
            registration.close();
        }
    }

    /**
     * A step of an upload.
     *
     * @param <T> the result
     * @param <X> the checked exception; {@link RuntimeException} if there is none
     */
    @FunctionalInterface
    interface Step<T, X extends Exception> {
        T perform() throws X;
    }

    DomoStream stream() {
        return calls.get(streams.getStream(streamId, "all"), ResponseCheck.hasId(DomoStream::id, streamId));
    }

    /** Returns the Stream with the time of the response. A response for another Stream has neither. */
    Dated<DomoStream> datedStream() {
        return calls.executeWithResponse(streams.getStream(streamId, "all"), response -> {
            DomoStream stream = response.body();
            return ResponseCheck.hasId(DomoStream::id, streamId).accepts(stream)
                    ? Dated.of(stream, response.headers().get("Date"))
                    : Dated.of(null, null);
        });
    }

    DataSet dataSet(String id) {
        return calls.get(dataSets.getDataSet(id), ResponseCheck.hasId(DataSet::id, id));
    }

    /** Reads the executions, until the list ends or the reading is cancelled between two pages. */
    ExecutionList executions(Cancellation cancellation) {
        return ExecutionList.read(
                (limit, offset) -> {
                    List<Execution> page = calls.run(streams.listExecutions(streamId, limit, offset));
                    return page == null ? List.of() : page;
                },
                cancellation);
    }

    Execution createExecution(UpdateMethod method) {
        CreateExecutionRequest request =
                CreateExecutionRequest.builder().updateMethod(method).build();
        return calls.get(streams.createExecution(streamId, request), ResponseCheck.hasId(Execution::id));
    }

    Execution execution(long executionId) {
        CallExecutor reads = stop.calls().isCancelled() ? calls.with(stop.cleanup()) : calls;
        return reads.get(streams.getExecution(streamId, executionId), addressed(executionId));
    }

    void sendPart(long executionId, Part part) {
        calls.with(stop.parts())
                .send(
                        streams.uploadPart(
                                streamId,
                                executionId,
                                (long) part.number(),
                                new PartBody(part.contentLength(), part::writeTo),
                                part.gzip() ? "gzip" : null),
                        addressed(executionId));
    }

    void sendEmptyPart(long executionId) {
        calls.send(streams.uploadPart(streamId, executionId, 1L, PartBody.EMPTY, null), addressed(executionId));
    }

    void commit(long executionId) {
        calls.with(stop.commit()).send(streams.commitExecution(streamId, executionId), addressed(executionId));
    }

    void abort(long executionId) {
        cleanup.with(stop.cleanup()).send(streams.abortExecution(streamId, executionId), addressed(executionId));
    }

    /** Waits before another attempt to clean up. Returns false if there is no time left for it. */
    boolean waitToCleanUp(Duration wait) {
        try {
            timing.sleep(wait, stop.cleanup());
            return !stop.cleanup().isCancelled();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Returns the request that aborts an execution, for messages. */
    String abortCall(Object executionId) {
        return "PUT /v1/streams/" + streamId + "/executions/" + executionId + "/abort";
    }

    /** An acknowledgment has an empty body or contains the requested execution. */
    private static ResponseCheck<Execution> addressed(long executionId) {
        return ResponseCheck.hasId(Execution::id, executionId);
    }
}

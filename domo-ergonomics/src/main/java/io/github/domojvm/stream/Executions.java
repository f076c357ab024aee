package io.github.domojvm.stream;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.internal.Args;
import io.github.domojvm.internal.Members;
import io.github.domojvm.internal.call.CallExecutor;
import io.github.domojvm.internal.call.PagedCalls;
import io.github.domojvm.internal.call.ResponseCheck;
import io.github.domojvm.internal.client.ClientContext;
import io.github.domojvm.internal.client.FacadeFactory;
import io.github.domojvm.internal.source.SinglePart;
import io.github.domojvm.paging.PagedIterable;
import io.github.domojvm.rest.api.DataSetsApi;
import io.github.domojvm.rest.api.StreamsApi;
import io.github.domojvm.rest.model.CreateExecutionRequest;
import io.github.domojvm.rest.model.Execution;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.rest.model.StreamDataSet;
import io.github.domojvm.rest.model.UpdateMethod;
import java.util.Optional;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * Executions: the single uploads into a Stream. {@link Streams#upload(io.github.domojvm.stream.UploadRequest)} does all
 * of this in one call, with the parts cut, numbered, sent in parallel, counted and committed once; here it is step by
 * step, for programs that have their parts already.
 *
 * <p>All methods block on the network unless they say otherwise, and throw a {@link DomoException} when the service or
 * the network fails. Safe for use by several threads. Scope: {@code data}.
 */
public final class Executions {
    static {
        FacadeFactory.register(Executions.class, Executions::new);
    }

    /** Domo docs, Stream API. */
    private static final int MAX_PAGE = 500;

    private final StreamsApi api;
    private final DataSetsApi dataSets;
    private final CallExecutor calls;

    Executions(ClientContext client) {
        this.api = client.api().streams();
        this.calls = client.calls();
        this.dataSets = client.api().dataSets();
    }

    /**
     * Lists the executions of a Stream. Sends nothing before the first item is asked for.
     *
     * @param streamId the Stream's id
     * @return the executions
     */
    public PagedIterable<Execution> list(long streamId) {
        Args.positive("streamId", streamId);
        return new PagedCalls<>(MAX_PAGE, (limit, offset) -> calls.page(api.listExecutions(streamId, limit, offset)));
    }

    /**
     * Gets an execution.
     *
     * @param streamId the Stream's id
     * @param id the execution's id, a number within the Stream
     * @return the execution
     * @throws NotFoundException when there is none of that id
     */
    public Execution get(long streamId, long id) {
        return calls.get(api.getExecution(Args.positive("streamId", streamId), Args.positive("id", id)), addressed(id));
    }

    /**
     * Looks for an execution.
     *
     * @param streamId the Stream's id
     * @param id the execution's id, a number within the Stream
     * @return the execution, empty when there is none of that id
     */
    public Optional<Execution> find(long streamId, long id) {
        return calls.find(
                api.getExecution(Args.positive("streamId", streamId), Args.positive("id", id)), addressed(id));
    }

    /**
     * Begins an execution with the update method of the Stream. One that is open already is aborted by the service,
     * whoever began it. It is not sent again when the answer is lost.
     *
     * @param streamId the Stream's id
     * @return the execution, which takes parts now
     */
    public Execution create(long streamId) {
        return create(streamId, CreateExecutionRequest.builder().build());
    }

    /**
     * Begins an execution with an update method of its own, as {@link #create(long)} does otherwise.
     *
     * @param streamId the Stream's id
     * @param updateMethod how the rows meet those that are there
     * @return the execution, which takes parts now
     */
    public Execution create(long streamId, UpdateMethod updateMethod) {
        return create(
                streamId,
                CreateExecutionRequest.builder()
                        .updateMethod(Args.known("updateMethod", updateMethod))
                        .build());
    }

    /**
     * Sends a part, compressed and held in memory. The CSV is checked first. A part that is sent again under its number
     * replaces itself, so parts may be sent in any order, by several threads, and again.
     *
     * <p>Each call reads the Stream and its DataSet, two requests, to compare the columns: a first row that holds their
     * names is refused, since the service can look for a header line in every part and drop it.
     *
     * @param streamId the Stream's id
     * @param id the execution's id
     * @param part the part's number; the first is 1, and none may be left out
     * @param csv the rows, columns in the order of the schema; when it has a header line, that is compared with the
     *     DataSet's columns and not sent
     * @return how many rows were sent
     * @throws io.github.domojvm.error.CsvException when the CSV is not what Domo accepts, its header names other
     *     columns, or its first row holds the columns' names; nothing was sent
     * @throws io.github.domojvm.error.DomoIoException when the source cannot be read or changed while it was read;
     *     nothing was sent
     * @throws IllegalArgumentException when the number is below 1, or there are no rows
     */
    public long uploadPart(long streamId, long id, long part, CsvSource csv) {
        Args.positive("streamId", streamId);
        Args.positive("id", id);
        Args.positive("part", part);
        SinglePart rows = SinglePart.compressed(Args.notNull("csv", csv));
        RequestBody body = rows.checkedBody(schema(streamId));
        calls.send(api.uploadPart(streamId, id, part, body, "gzip"), addressed(id));
        return rows.records();
    }

    /**
     * Hands the parts over for processing, which goes on after this call: {@link #get} tells how far it is. It is not
     * sent again when the answer is lost, since nobody documents what a second commit does: it could double the rows.
     * Look with {@link #get} then.
     *
     * @param streamId the Stream's id
     * @param id the execution's id
     */
    public void commit(long streamId, long id) {
        calls.send(api.commitExecution(Args.positive("streamId", streamId), Args.positive("id", id)), addressed(id));
    }

    /**
     * Aborts an execution and drops its parts.
     *
     * @param streamId the Stream's id
     * @param id the execution's id
     */
    public void abort(long streamId, long id) {
        calls.send(api.abortExecution(Args.positive("streamId", streamId), Args.positive("id", id)), addressed(id));
    }

    /**
     * Aborts whichever execution is open and drops its parts. It may be another program's.
     *
     * @param streamId the Stream's id
     */
    public void abortCurrent(long streamId) {
        calls.send(api.abortCurrentExecution(Args.positive("streamId", streamId)));
    }

    private Execution create(long streamId, CreateExecutionRequest request) {
        return calls.get(
                api.createExecution(Args.positive("streamId", streamId), request), ResponseCheck.hasId(Execution::id));
    }

    private static ResponseCheck<Execution> addressed(long id) {
        return ResponseCheck.hasId(Execution::id, id);
    }

    private @Nullable Schema schema(long streamId) {
        String id = Members.orNull(calls.get(api.getStream(streamId, "all")).dataSet(), StreamDataSet::id);
        return id == null ? null : calls.get(dataSets.getDataSet(id)).schema();
    }
}

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
import io.github.domojvm.internal.source.PartBody;
import io.github.domojvm.internal.source.SinglePart;
import io.github.domojvm.paging.PagedIterable;
import io.github.domojvm.rest.api.DataSetsApi;
import io.github.domojvm.rest.api.StreamsApi;
import io.github.domojvm.rest.model.CreateExecutionRequest;
import io.github.domojvm.rest.model.Execution;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.rest.model.StreamDataSet;
import io.github.domojvm.rest.model.UpdateMethod;
import java.io.InputStream;
import java.util.Optional;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * Manages the executions of a Stream step by step, for programs that already have their rows in parts. An execution is
 * one upload into a Stream. {@link Streams#upload(io.github.domojvm.stream.UploadRequest)} performs all steps in one
 * call: it cuts and numbers the parts, sends them in parallel, checks that all are acknowledged, and commits once.
 *
 * <p>Methods block until the response is processed unless stated otherwise, and throw a {@link DomoException} if the
 * service or the network fails. Thread-safe. Requires scope {@code data}.
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
     * Lists the executions of a Stream. No request is sent before the first item is requested.
     *
     * @param streamId the Stream's id
     * @return the executions
     */
    public PagedIterable<Execution> list(long streamId) {
        Args.positive("streamId", streamId);
        // The state of an execution can change between two pages.
        return new PagedCalls<>(
                MAX_PAGE,
                (limit, offset) -> calls.page(api.listExecutions(streamId, limit, offset)),
                execution -> Members.orNull(execution, Execution::id));
    }

    /**
     * Returns an execution.
     *
     * @param streamId the Stream's id
     * @param id the execution's id, a number within the Stream
     * @return the execution
     * @throws NotFoundException if no execution has this id
     */
    public Execution get(long streamId, long id) {
        return calls.get(api.getExecution(Args.positive("streamId", streamId), Args.positive("id", id)), addressed(id));
    }

    /**
     * Returns an execution if it exists.
     *
     * @param streamId the Stream's id
     * @param id the execution's id, a number within the Stream
     * @return the execution; empty if no execution has this id
     */
    public Optional<Execution> find(long streamId, long id) {
        return calls.find(
                api.getExecution(Args.positive("streamId", streamId), Args.positive("id", id)), addressed(id));
    }

    /**
     * Creates an execution with the update method of the Stream. The service aborts an execution that is already open,
     * no matter which program created it. The request is not retried if its response is lost.
     *
     * @param streamId the Stream's id
     * @return the execution, ready for parts
     */
    public Execution create(long streamId) {
        return create(streamId, CreateExecutionRequest.builder().build());
    }

    /**
     * Creates an execution with a separate update method, which applies to this execution only. Otherwise like
     * {@link #create(long)}.
     *
     * @param streamId the Stream's id
     * @param updateMethod how the rows are merged with existing rows
     * @return the execution, ready for parts
     */
    public Execution create(long streamId, UpdateMethod updateMethod) {
        return create(
                streamId,
                CreateExecutionRequest.builder()
                        .updateMethod(Args.known("updateMethod", updateMethod))
                        .build());
    }

    /**
     * Uploads a part, which is compressed in memory. The CSV is checked first. A part replaces an earlier part with the
     * same number, so parts may be uploaded in any order, concurrently and repeatedly.
     *
     * <p>Each call also reads the Stream and its DataSet, with two requests, to compare the columns. A first row that
     * contains the column names is rejected, since the service can treat the first row of any part as a header line and
     * drop it.
     *
     * @param streamId the Stream's id
     * @param id the execution's id
     * @param part the part's number; the first is 1, and the numbers must have no gaps
     * @param csv the rows, with the columns in the order of the schema; a header line is compared with the DataSet's
     *     columns and not sent
     * @return the number of rows sent
     * @throws io.github.domojvm.error.CsvException if the CSV is not valid for Domo, its header line has other columns,
     *     or its first row contains the column names; nothing was sent
     * @throws io.github.domojvm.error.DomoIoException if the source cannot be read or changes while it is read; nothing
     *     was sent
     * @throws IllegalArgumentException if the number is below 1, or the source has no rows
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
     * Uploads a part of an upload whose steps another process may perform, see {@link UploadSteps}. The content is not
     * checked. A part replaces an earlier part with the same number, so it may be uploaded repeatedly.
     *
     * @param streamId the Stream's id
     * @param id the execution's id
     * @param part the description of the part
     * @param content opens the content, compressed if the description says so; called for each attempt
     */
    public void uploadPart(long streamId, long id, UploadPart part, CsvSource.Opener content) {
        Args.positive("streamId", streamId);
        Args.positive("id", id);
        Args.notNull("part", part);
        Args.notNull("content", content);
        RequestBody body = new PartBody(part.sentBytes(), out -> {
            try (InputStream in = content.open()) {
                in.transferTo(out);
            }
        });
        calls.send(
                api.uploadPart(streamId, id, (long) part.number(), body, part.gzip() ? "gzip" : null), addressed(id));
    }

    /**
     * Commits an execution. The service processes its parts after this method returns; {@link #get} returns the state.
     * The request is not retried if its response is lost: the effect of a second commit is not documented, and it could
     * duplicate the rows. Read the state with {@link #get} instead.
     *
     * @param streamId the Stream's id
     * @param id the execution's id
     */
    public void commit(long streamId, long id) {
        calls.send(api.commitExecution(Args.positive("streamId", streamId), Args.positive("id", id)), addressed(id));
    }

    /**
     * Aborts an execution and discards its parts.
     *
     * @param streamId the Stream's id
     * @param id the execution's id
     */
    public void abort(long streamId, long id) {
        calls.send(api.abortExecution(Args.positive("streamId", streamId), Args.positive("id", id)), addressed(id));
    }

    /**
     * Aborts the open execution of a Stream and discards its parts. The execution may belong to another program.
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

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
import io.github.domojvm.paging.PagedIterable;
import io.github.domojvm.rest.api.DataSetsApi;
import io.github.domojvm.rest.api.StreamsApi;
import io.github.domojvm.rest.model.CreateDataSetRequest;
import io.github.domojvm.rest.model.CreateStreamRequest;
import io.github.domojvm.rest.model.DomoStream;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.rest.model.StreamDataSet;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.rest.model.UpdateStreamRequest;
import java.util.List;
import java.util.Optional;

/**
 * Streams: DataSets that are filled in parts, and the uploads into them.
 *
 * <p>All methods block on the network unless they say otherwise, and throw a {@link DomoException} when the service or
 * the network fails. Safe for use by several threads. Scope: {@code data}.
 */
public final class Streams {
    static {
        FacadeFactory.register(Streams.class, Streams::new);
    }

    /** Domo docs, Stream API. */
    private static final int MAX_PAGE = 500;

    private static final String ALL_FIELDS = "all";

    private final StreamsApi api;
    private final DataSetsApi dataSets;
    private final CallExecutor calls;
    private final Uploader uploader;

    Streams(ClientContext client) {
        this.api = client.api().streams();
        this.calls = client.calls();
        this.dataSets = client.api().dataSets();
        this.uploader = new Uploader(client.uploads());
    }

    /**
     * Starts an upload and returns at once; the work is done on other threads. See {@link UploadRequest} for what can
     * be set, and {@link Upload} for what can be waited for.
     *
     * @param request what to upload, where to, and how
     * @return the running upload
     */
    public Upload upload(UploadRequest request) {
        return uploader.start(Args.notNull("request", request));
    }

    /**
     * Starts an upload with everything as it is by default, and returns at once. {@link Upload#await} waits for the
     * end.
     *
     * <pre>{@code
     * domo.streams().upload(id, CsvSource.fromFile(csv).withHeader(), UpdateMethod.REPLACE).await()
     * }</pre>
     *
     * @param id the Stream's id
     * @param source the rows, columns in the order of the schema
     * @param updateMethod how they meet the rows that are there
     * @return the running upload
     */
    public Upload upload(long id, CsvSource source, UpdateMethod updateMethod) {
        Args.positive("id", id);
        return upload(UploadRequest.builder(id, source, updateMethod).build());
    }

    /**
     * Reads the execution of an upload again, to find out how the upload ended. It changes nothing.
     *
     * <p>An upload that ended as {@link UploadOutcome#UNKNOWN}, {@link UploadOutcome#COMMITTED_UNVERIFIED} or
     * {@link UploadOutcome#NOT_COMMITTED} is examined; any other result is returned as it is. While the execution is
     * still active, the outcome stays as it was: reconcile later, or settle it with {@link #abortAndReconcile}.
     *
     * @param result the result of the upload
     * @return the outcome as it is known now
     */
    public UploadResult reconcile(UploadResult result) {
        return uploader.reconcile(Args.notNull("result", result), false);
    }

    /**
     * Aborts the execution of an upload unless it has ended, and returns how the upload ended. This settles an upload
     * that stays {@link UploadOutcome#UNKNOWN}: rows that were not processed by then never will be. An upload whose
     * commit was accepted and is still being processed is given up by it.
     *
     * @param result the result of the upload
     * @return the outcome; {@code UNKNOWN} only if the service neither confirmed the abort nor processed the rows
     */
    public UploadResult abortAndReconcile(UploadResult result) {
        return uploader.reconcile(Args.notNull("result", result), true);
    }

    /**
     * Lists the Streams that the client may see. Sends nothing before the first item is asked for.
     *
     * @return the Streams, each with its DataSet
     */
    public PagedIterable<DomoStream> list() {
        return new PagedCalls<>(MAX_PAGE, (limit, offset) -> calls.page(api.listStreams(limit, offset, ALL_FIELDS)));
    }

    /**
     * Gets a Stream.
     *
     * @param id its id
     * @return the Stream with its DataSet, without the schema
     * @throws NotFoundException when there is none of that id
     */
    public DomoStream get(long id) {
        return calls.get(api.getStream(Args.positive("id", id), ALL_FIELDS), ResponseCheck.hasId(DomoStream::id, id));
    }

    /**
     * Looks for a Stream.
     *
     * @param id its id
     * @return the Stream, empty when there is none of that id
     */
    public Optional<DomoStream> find(long id) {
        return calls.find(api.getStream(Args.positive("id", id), ALL_FIELDS), ResponseCheck.hasId(DomoStream::id, id));
    }

    /**
     * Searches Streams by one qualifier, {@code dataSource.id:} with the id of a DataSet or
     * {@code dataSource.owner.id:} with the id of a user (Domo docs, Stream API).
     *
     * @param qualifier the qualifier, such as {@code dataSource.owner.id:730114}
     * @return the Streams found, each with its DataSet
     */
    public List<DomoStream> search(String qualifier) {
        return calls.page(api.searchStreams(Args.notBlank("qualifier", qualifier), ALL_FIELDS));
    }

    /**
     * Looks for the Stream that fills a DataSet.
     *
     * @param dataSetId the DataSet's id, a UUID
     * @return the Stream; empty when there is none, as for each DataSet that was not created together with a Stream
     */
    public Optional<DomoStream> findByDataSet(String dataSetId) {
        Args.notBlank("dataSetId", dataSetId);
        // Rows must never go anywhere else than asked, so a hit is not taken on trust.
        return search("dataSource.id:" + dataSetId).stream()
                .filter(stream -> dataSetId.equalsIgnoreCase(Members.orNull(stream.dataSet(), StreamDataSet::id)))
                .findFirst();
    }

    /**
     * Creates a Stream together with its DataSet. It cannot be attached to a DataSet that exists. It is not sent again
     * when the answer is lost, since that could make two.
     *
     * @param name the DataSet's name
     * @param schema the DataSet's columns
     * @param updateMethod how uploads meet the rows that are there, unless an upload says otherwise
     * @return the Stream with its DataSet
     */
    public DomoStream create(String name, Schema schema, UpdateMethod updateMethod) {
        return create(CreateStreamRequest.builder()
                .dataSet(CreateDataSetRequest.builder()
                        .name(Args.notBlank("name", name))
                        .schema(Args.notNull("schema", schema))
                        .build())
                .updateMethod(Args.known("updateMethod", updateMethod))
                .build());
    }

    /**
     * Creates a Stream together with its DataSet. For {@link UpdateMethod#UPSERT} name the key columns in the request.
     * It is not sent again when the answer is lost, since that could make two.
     *
     * @param request the DataSet, the update method, the key columns
     * @return the Stream with its DataSet
     */
    public DomoStream create(CreateStreamRequest request) {
        return calls.get(api.createStream(Args.notNull("request", request)), ResponseCheck.hasId(DomoStream::id));
    }

    /**
     * Changes the update method, which is all that can be changed; name and columns belong to the DataSet. An execution
     * that is open keeps the method it began with.
     *
     * @param id the Stream's id
     * @param updateMethod the new method
     * @return the Stream as it is now
     */
    public DomoStream update(long id, UpdateMethod updateMethod) {
        Args.positive("id", id);
        Args.known("updateMethod", updateMethod);
        UpdateStreamRequest request =
                UpdateStreamRequest.builder().updateMethod(updateMethod).build();
        return calls.get(api.updateStream(id, request), ResponseCheck.hasId(DomoStream::id, id));
    }

    /**
     * Deletes a Stream. Its DataSet stays, with its rows (Domo docs, Stream API; an older manual says otherwise);
     * {@link #deleteWithDataSet} deletes both.
     *
     * @param id the Stream's id
     * @return whether it was deleted; false when there was none of that id
     */
    public boolean delete(long id) {
        return calls.delete(api.deleteStream(Args.positive("id", id)));
    }

    /**
     * Deletes a Stream and the DataSet that it fills, with its rows, for good. When it fails in between, the Stream is
     * still there and leads to the DataSet: repeat.
     *
     * @param id the Stream's id
     * @return whether the Stream was deleted; false when there was none of that id
     */
    public boolean deleteWithDataSet(long id) {
        Optional<String> dataSet = find(id).map(stream -> Members.orNull(stream.dataSet(), StreamDataSet::id));
        if (dataSet.isPresent()) {
            calls.delete(dataSets.deleteDataSet(dataSet.get()));
        }
        return delete(id);
    }
}

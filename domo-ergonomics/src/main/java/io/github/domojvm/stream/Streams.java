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
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Manages Streams and uploads rows into their DataSets.
 *
 * <pre>{@code
 * DomoStream stream = domo.streams().create("Sales", schema, UpdateMethod.REPLACE);
 * CsvSource source = CsvSource.fromFile(Path.of("sales.csv")).withHeader();
 * UploadResult result = domo.streams().upload(stream.id(), source, UpdateMethod.REPLACE).await();
 * }</pre>
 *
 * <p>Thread-safe. Methods block until the response is processed, including retries, with two exceptions: {@code upload}
 * returns immediately, and {@link #list()} sends its requests while the result is iterated. Requires scope
 * {@code data}.
 *
 * <p>An upload runs in this order:
 *
 * <ol>
 *   <li>It reads the Stream, its DataSet and its executions, compares the header line with the columns, and cuts the
 *       first part. Most mistakes are found here, before anything is changed.
 *   <li>It creates an execution, and sends the parts concurrently with retries.
 *   <li>It commits once, after all parts are acknowledged and the columns are unchanged.
 *   <li>It waits until the service has processed the rows, and compares the row count where it can be predicted.
 * </ol>
 *
 * <p>A failure before the commit aborts the execution, so that nothing of the upload reaches the DataSet. A failure
 * after the commit changes nothing; the {@link UploadOutcome} reports what is known.
 *
 * <p>Do not upload to one Stream from several programs at the same time: the service aborts an open execution when
 * another one is created. Do not upload again after {@link UploadOutcome#UNKNOWN}: call
 * {@link #reconcile(UploadResult)} first.
 *
 * <p>All methods throw a {@link DomoException} if the service or the network fails; {@link NotFoundException} means
 * that no Stream has the id. A failed upload throws {@link UploadException} from {@link Upload#await()}.
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
     * Uploads rows in the background and returns immediately. Use {@link Upload#await()} to wait for the outcome.
     *
     * @param request the Stream, the rows and the settings
     * @return the running upload
     * @throws IllegalStateException if the client is closed
     */
    public Upload upload(UploadRequest request) {
        return uploader.start(Args.notNull("request", request));
    }

    /**
     * Uploads rows in the background with the default settings of {@link UploadRequest}, and returns immediately.
     *
     * <pre>{@code
     * domo.streams().upload(id, CsvSource.fromFile(csv).withHeader(), UpdateMethod.REPLACE).await()
     * }</pre>
     *
     * @param id the Stream's id
     * @param source the rows, with the columns in the order of the schema
     * @param updateMethod how the rows are merged with existing rows
     * @return the running upload
     * @throws IllegalStateException if the client is closed
     */
    public Upload upload(long id, CsvSource source, UpdateMethod updateMethod) {
        Args.positive("id", id);
        return upload(UploadRequest.builder(id, source, updateMethod).build());
    }

    /**
     * Returns the steps of an upload, for engines that cut the rows and send the parts themselves. Sends nothing.
     *
     * @param request the Stream and the settings, usually from {@link UploadRequest#forParts}
     * @return the steps
     */
    public UploadSteps steps(UploadRequest request) {
        return uploader.steps(Args.notNull("request", request));
    }

    /**
     * Reads the execution of an upload again to determine the outcome of the upload. Changes nothing.
     *
     * <p>Examines an upload that ended as {@link UploadOutcome#UNKNOWN}, {@link UploadOutcome#COMMITTED_UNVERIFIED} or
     * {@link UploadOutcome#NOT_COMMITTED}, and returns any other result unchanged. The outcome does not change while
     * the execution is still active: call this method later, or settle the upload with
     * {@link #abortAndReconcile(UploadResult)}.
     *
     * @param result the result of the upload
     * @return the result with the outcome that is known now
     */
    public UploadResult reconcile(UploadResult result) {
        return uploader.reconcile(Args.notNull("result", result), false);
    }

    /**
     * Aborts the execution of an upload unless it has ended, and returns the outcome of the upload. This settles an
     * upload that stays {@link UploadOutcome#UNKNOWN}: rows that are not processed before the abort never will be. It
     * also discards an upload whose commit was accepted but is still being processed.
     *
     * @param result the result of the upload
     * @return the result; its outcome is {@code UNKNOWN} only if the service neither confirms the abort nor has
     *     processed the rows
     */
    public UploadResult abortAndReconcile(UploadResult result) {
        return uploader.reconcile(Args.notNull("result", result), true);
    }

    /**
     * Determines the outcome of the upload that a journal reports, and records it there. Changes nothing at the
     * service. Useful after the process of the upload was killed; running the upload again with the journal does the
     * same first.
     *
     * @param journal the file, as set by {@link UploadRequest.Builder#journal}
     * @return the result; {@link UploadResult#reason()} states whether the execution is still active
     * @throws JournalException if the journal cannot be used
     */
    public UploadResult reconcile(Path journal) {
        return uploader.reconcile(Args.notNull("journal", journal), false);
    }

    /**
     * Aborts the execution of the upload that a journal reports unless it has ended, and records the outcome. If its id
     * was not recorded, this is the open execution created since, which may belong to another program.
     *
     * @param journal the file, as set by {@link UploadRequest.Builder#journal}
     * @return the result, as for {@link #abortAndReconcile(UploadResult)}
     * @throws JournalException if the journal cannot be used
     */
    public UploadResult abortAndReconcile(Path journal) {
        return uploader.reconcile(Args.notNull("journal", journal), true);
    }

    /**
     * Lists the Streams that are visible to the client. No request is sent before the first item is requested.
     *
     * @return the Streams, each with its DataSet
     */
    public PagedIterable<DomoStream> list() {
        return new PagedCalls<>(MAX_PAGE, (limit, offset) -> calls.page(api.listStreams(limit, offset, ALL_FIELDS)));
    }

    /**
     * Returns a Stream.
     *
     * @param id the Stream's id
     * @return the Stream with its DataSet, without the schema
     * @throws NotFoundException if no Stream has this id
     */
    public DomoStream get(long id) {
        return calls.get(api.getStream(Args.positive("id", id), ALL_FIELDS), ResponseCheck.hasId(DomoStream::id, id));
    }

    /**
     * Returns a Stream if it exists.
     *
     * @param id the Stream's id
     * @return the Stream with its DataSet, without the schema; empty if no Stream has this id
     */
    public Optional<DomoStream> find(long id) {
        return calls.find(api.getStream(Args.positive("id", id), ALL_FIELDS), ResponseCheck.hasId(DomoStream::id, id));
    }

    /**
     * Searches Streams by one qualifier, {@code dataSource.id:} with the id of a DataSet or
     * {@code dataSource.owner.id:} with the id of a user (Domo docs, Stream API).
     *
     * @param qualifier the qualifier, such as {@code dataSource.owner.id:730114}
     * @return the matching Streams, each with its DataSet
     */
    public List<DomoStream> search(String qualifier) {
        return calls.page(api.searchStreams(Args.notBlank("qualifier", qualifier), ALL_FIELDS));
    }

    /**
     * Returns the Stream of a DataSet if it has one.
     *
     * @param dataSetId the DataSet's id, a UUID
     * @return the Stream; empty if the DataSet has none, which is the case unless it was created together with a Stream
     */
    public Optional<DomoStream> findByDataSet(String dataSetId) {
        Args.notBlank("dataSetId", dataSetId);
        // Rows must never reach another DataSet, so the match is verified.
        return search("dataSource.id:" + dataSetId).stream()
                .filter(stream -> dataSetId.equalsIgnoreCase(Members.orNull(stream.dataSet(), StreamDataSet::id)))
                .findFirst();
    }

    /**
     * Creates a Stream together with its DataSet. A Stream cannot be added to an existing DataSet. The request is not
     * retried if its response is lost, since a retry could create a second Stream.
     *
     * @param name the DataSet's name
     * @param schema the DataSet's columns
     * @param updateMethod how uploaded rows are merged with existing rows, unless an upload specifies another method
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
     * Creates a Stream together with its DataSet. {@link UpdateMethod#UPSERT} requires key columns in the request. The
     * request is not retried if its response is lost, since a retry could create a second Stream.
     *
     * @param request the DataSet, the update method and the key columns
     * @return the Stream with its DataSet
     */
    public DomoStream create(CreateStreamRequest request) {
        return calls.get(api.createStream(Args.notNull("request", request)), ResponseCheck.hasId(DomoStream::id));
    }

    /**
     * Updates the update method of a Stream. Nothing else can be changed; name and columns belong to the DataSet. An
     * open execution continues with its own method.
     *
     * @param id the Stream's id
     * @param updateMethod the new method
     * @return the updated Stream
     */
    public DomoStream update(long id, UpdateMethod updateMethod) {
        Args.positive("id", id);
        Args.known("updateMethod", updateMethod);
        UpdateStreamRequest request =
                UpdateStreamRequest.builder().updateMethod(updateMethod).build();
        return calls.get(api.updateStream(id, request), ResponseCheck.hasId(DomoStream::id, id));
    }

    /**
     * Deletes a Stream. Its DataSet and the rows remain (Domo docs, Stream API; an older manual contradicts this). Use
     * {@link #deleteWithDataSet} to delete both.
     *
     * @param id the Stream's id
     * @return true if the Stream was deleted; false if no Stream had this id
     */
    public boolean delete(long id) {
        return calls.delete(api.deleteStream(Args.positive("id", id)));
    }

    /**
     * Deletes a Stream and its DataSet with all rows. This cannot be undone. The DataSet is deleted first: if a request
     * fails, call this method again.
     *
     * @param id the Stream's id
     * @return true if the Stream was deleted; false if no Stream had this id
     */
    public boolean deleteWithDataSet(long id) {
        Optional<String> dataSet = find(id).map(stream -> Members.orNull(stream.dataSet(), StreamDataSet::id));
        if (dataSet.isPresent()) {
            calls.delete(dataSets.deleteDataSet(dataSet.get()));
        }
        return delete(id);
    }
}

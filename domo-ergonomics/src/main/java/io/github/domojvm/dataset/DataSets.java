package io.github.domojvm.dataset;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.internal.Args;
import io.github.domojvm.internal.call.CallExecutor;
import io.github.domojvm.internal.call.PagedCalls;
import io.github.domojvm.internal.call.ResponseCheck;
import io.github.domojvm.internal.client.ClientContext;
import io.github.domojvm.internal.client.FacadeFactory;
import io.github.domojvm.internal.source.ImportMethods;
import io.github.domojvm.paging.PagedIterable;
import io.github.domojvm.rest.api.DataSetsApi;
import io.github.domojvm.rest.model.CreateDataSetRequest;
import io.github.domojvm.rest.model.DataSet;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.rows.Rows;
import io.github.domojvm.schema.SchemaDiff;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * DataSets: their definition, and their rows as CSV.
 *
 * <p>All methods block on the network unless they say otherwise, and throw a {@link DomoException} when the service or
 * the network fails. Safe for use by several threads. Scope: {@code data}.
 */
public final class DataSets {
    static {
        FacadeFactory.register(DataSets.class, DataSets::new);
    }

    /** Domo docs, DataSet API. */
    static final int MAX_PAGE = 50;

    private final DataSetsApi api;
    private final CallExecutor calls;

    DataSets(ClientContext client) {
        this.api = client.api().dataSets();
        this.calls = client.calls();
    }

    /**
     * Lists the DataSets that the client may see, in the service's order. Sends nothing before the first item is asked
     * for.
     *
     * @return the DataSets, without schema and policies
     */
    public PagedIterable<DataSet> list() {
        return list(ListDataSetsOptions.builder().build());
    }

    /**
     * Lists DataSets. Sends nothing before the first item is asked for.
     *
     * @param options which ones, in which order
     * @return the DataSets, without schema and policies
     */
    public PagedIterable<DataSet> list(ListDataSetsOptions options) {
        return new PagedCalls<>(
                Args.notNull("options", options).pageSize(),
                (limit, offset) -> calls.page(api.listDataSets(limit, offset, options.sort(), options.nameLike())));
    }

    /**
     * Gets a DataSet with its schema and policies.
     *
     * @param id its id, a UUID
     * @return the DataSet
     * @throws NotFoundException when there is none of that id
     */
    public DataSet get(String id) {
        return calls.get(api.getDataSet(Args.notBlank("id", id)), ResponseCheck.hasId(DataSet::id, id));
    }

    /**
     * Looks for a DataSet.
     *
     * @param id its id, a UUID
     * @return the DataSet with its schema and policies, empty when there is none of that id
     */
    public Optional<DataSet> find(String id) {
        return calls.find(api.getDataSet(Args.notBlank("id", id)), ResponseCheck.hasId(DataSet::id, id));
    }

    /**
     * Creates an empty DataSet, owned by the user who owns the client. It is not sent again when the answer is lost,
     * since that could make two.
     *
     * @param name its name
     * @param schema its columns
     * @return the DataSet
     */
    public DataSet create(String name, Schema schema) {
        Args.notBlank("name", name);
        Args.notNull("schema", schema);
        return create(CreateDataSetRequest.builder().name(name).schema(schema).build());
    }

    /**
     * Creates an empty DataSet, owned by the user who owns the client. It is not sent again when the answer is lost,
     * since that could make two.
     *
     * @param request its name, columns and description
     * @return the DataSet
     */
    public DataSet create(CreateDataSetRequest request) {
        return calls.get(api.createDataSet(Args.notNull("request", request)), ResponseCheck.hasId(DataSet::id));
    }

    /**
     * Changes what the change sets, which can be name, description, the PDP switch and the owner, and leaves everything
     * else as it is. The schema is changed by {@link #changeSchema}, which shows what would happen. What the service
     * alone sets is ignored by it, and whether a new owner takes effect is disputed (domo-python-sdk issues 45 and 77).
     *
     * <pre>{@code
     * domo.dataSets().update(id, change -> change.name("Fruit of the day"))
     * }</pre>
     *
     * @param id its id, a UUID
     * @param change sets what shall be different
     * @return the DataSet as it is now
     * @throws NotFoundException when there is none of that id
     * @throws IllegalArgumentException when the change sets a schema
     */
    public DataSet update(String id, UnaryOperator<DataSet.Builder> change) {
        Args.notBlank("id", id);
        DataSet changed =
                Args.notNull("change", change).apply(DataSet.builder()).build();
        if (changed.schema() != null) {
            throw new IllegalArgumentException(
                    "A schema is changed with changeSchema(id, compareSchema(id, wanted)), so that it is seen what would happen");
        }
        return calls.get(api.updateDataSet(id, changed), ResponseCheck.hasId(DataSet::id, id));
    }

    /**
     * Deletes a DataSet and its rows for good.
     *
     * @param id its id, a UUID
     * @return whether it was deleted; false when there was none of that id
     */
    public boolean delete(String id) {
        return calls.delete(api.deleteDataSet(Args.notBlank("id", id)));
    }

    /**
     * Sends rows in one request, which is held in memory: meant for up to some 50 MB, beyond that use a Stream. The CSV
     * is checked first. The service takes the rows in later, normally within 15 minutes (domo-python-sdk issue 36).
     *
     * @param id the DataSet's id, a UUID
     * @param csv the rows, columns in the order of the schema
     * @param method {@link UpdateMethod#REPLACE} or {@link UpdateMethod#APPEND}
     * @return how many rows were sent
     * @throws io.github.domojvm.error.CsvException when the CSV is not what Domo accepts, its header names other
     *     columns, or its first row holds the columns' names, so that the service would drop it; nothing was sent
     * @throws io.github.domojvm.error.DomoIoException when the source changed while it was read, or a call got no
     *     response
     * @throws IllegalArgumentException when the method is another one, or there are no rows, or more than 100 MiB
     */
    public long importCsv(String id, CsvSource csv, UpdateMethod method) {
        return new Import(api, calls)
                .run(Args.notBlank("id", id), Args.notNull("csv", csv), ImportMethods.of("method", method));
    }

    /**
     * Exports all rows that the client may see into a file, with a header line.
     *
     * @param id the DataSet's id, a UUID
     * @param target the file, replaced when the export is complete
     * @return what was written
     */
    public ExportResult export(String id, Path target) {
        return export(id, target, ExportOptions.DEFAULTS);
    }

    /**
     * Exports all rows that the client may see into a file, in no promised order. A truncated body is retried.
     *
     * @param id the DataSet's id, a UUID
     * @param target the file, replaced when the export is complete, see {@link ExportResult}; else it stays as it was
     * @param options header line and required rows
     * @return what was written
     * @throws DomoDataException when the response is not an export of this DataSet, or required rows are missing
     */
    public ExportResult export(String id, Path target, ExportOptions options) {
        return new Export(download(id, options), Args.notNull("target", target)).run();
    }

    /**
     * Exports all rows that the client may see into a stream, with a header line.
     *
     * @param id the DataSet's id, a UUID
     * @param target receives the CSV; neither flushed nor closed
     * @return what was written
     */
    public ExportResult export(String id, OutputStream target) {
        return export(id, target, ExportOptions.DEFAULTS);
    }

    /**
     * Exports all rows that the client may see into a stream. The start of the response is checked before anything is
     * written. What fails later is not retried, since written bytes cannot be taken back: export into a file where that
     * matters.
     *
     * @param id the DataSet's id, a UUID
     * @param target receives the CSV; neither flushed nor closed
     * @param options header line and required rows
     * @return what was written
     * @throws DomoDataException when the response is not an export of this DataSet, or required rows are missing
     */
    public ExportResult export(String id, OutputStream target, ExportOptions options) {
        return new StreamedExport(download(id, options), Args.notNull("target", target)).run();
    }

    /**
     * Exports all rows that the client may see, as typed rows. Reading an incomplete export ends with a
     * DomoIoException.
     *
     * @param id the DataSet's id, a UUID
     * @return the rows, in no promised order; to be closed
     */
    public Rows rows(String id) {
        return download(id, ExportOptions.DEFAULTS).rows();
    }

    /**
     * Queries the rows that the client may see, at once and in memory. A DataSet that is empty, or whose data is not
     * processed yet, is refused.
     *
     * <pre>{@code
     * domo.dataSets().query(id, "SELECT * FROM table WHERE region = ? AND day >= ?", "West", LocalDate.of(2018, 1, 1))
     * }</pre>
     *
     * @param id the DataSet's id, a UUID
     * @param sql a SELECT over the table named {@code table}, with question marks for values
     * @param values the values for the question marks: text, numbers, dates, times, null; collections for {@code IN ?}
     * @return the rows, typed by what the service tells of their columns
     * @throws IllegalArgumentException when the values do not fit the question marks
     */
    public Rows query(String id, String sql, @Nullable Object @Nullable ... values) {
        return Rows.from(
                calls.get(api.queryDataSet(Args.notBlank("id", id), Sql.request(Args.notBlank("sql", sql), values))));
    }

    /**
     * Compares the schema of a DataSet with another.
     *
     * @param id the DataSet's id, a UUID
     * @param wanted the schema that it should have
     * @return what would change
     */
    public SchemaDiff compareSchema(String id, Schema wanted) {
        Args.notNull("wanted", wanted);
        return SchemaDiff.between(schema(id), wanted);
    }

    /**
     * Makes sure that a DataSet has a schema, and changes nothing.
     *
     * @param id the DataSet's id, a UUID
     * @param wanted the schema that it should have
     * @throws DomoDataException when it has another; the message shows what differs
     */
    public void requireSchema(String id, Schema wanted) {
        SchemaCheck.requireSame(id, compareSchema(id, wanted));
    }

    /**
     * Gives a DataSet another schema, as it was compared and looked at. Rows that are stored may not fit the new one.
     *
     * @param id the DataSet's id, a UUID
     * @param approved what {@link #compareSchema} found
     * @return the DataSet as it is now
     * @throws DomoDataException if the schema has changed since, so that other changes would be made
     */
    public DataSet changeSchema(String id, SchemaDiff approved) {
        SchemaCheck.requireUnchanged(id, Args.notNull("approved", approved), compareSchema(id, approved.wanted()));
        DataSet changed = DataSet.builder().schema(approved.wanted()).build();
        return calls.get(api.updateDataSet(id, changed), ResponseCheck.hasId(DataSet::id, id));
    }

    private Download download(String id, ExportOptions options) {
        return new Download(api, calls, Args.notBlank("id", id), Args.notNull("options", options));
    }

    private Schema schema(String id) {
        return Objects.requireNonNullElseGet(
                get(id).schema(), () -> Schema.builder().build());
    }
}

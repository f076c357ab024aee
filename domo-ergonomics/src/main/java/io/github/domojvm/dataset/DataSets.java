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
 * Creates, changes, fills, exports and queries DataSets.
 *
 * <pre>{@code
 * DataSet sales = domo.dataSets().create("Sales", schema);
 * domo.dataSets().importCsv(sales.id(), CsvSource.fromFile(path).withHeader(), UpdateMethod.REPLACE);
 * }</pre>
 *
 * <p>Thread-safe until the client is closed. Methods block on the network, except {@code list}, which sends nothing
 * before the first item is requested. {@link #rows} holds a connection until the rows are closed.
 *
 * <p>Methods throw a {@link DomoException} if the service or the network fails, such as {@link NotFoundException} for
 * an unknown id. Scope: {@code data}.
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
     * Lists the DataSets that the client can access, in the order of the service.
     *
     * @return the DataSets, without schema and policies
     */
    public PagedIterable<DataSet> list() {
        return list(ListDataSetsOptions.builder().build());
    }

    /**
     * Lists the DataSets that match the options, in the order of the options.
     *
     * @param options the filter and the order
     * @return the DataSets, without schema and policies
     */
    public PagedIterable<DataSet> list(ListDataSetsOptions options) {
        return new PagedCalls<>(
                Args.notNull("options", options).pageSize(),
                (limit, offset) -> calls.page(api.listDataSets(limit, offset, options.sort(), options.nameLike())));
    }

    /**
     * Returns a DataSet with its schema and policies.
     *
     * @param id the DataSet's id, a UUID
     * @return the DataSet
     * @throws NotFoundException if there is no DataSet with that id
     */
    public DataSet get(String id) {
        return calls.get(api.getDataSet(Args.notBlank("id", id)), ResponseCheck.hasId(DataSet::id, id));
    }

    /**
     * Returns a DataSet if it exists.
     *
     * @param id the DataSet's id, a UUID
     * @return the DataSet with its schema and policies, empty if there is no DataSet with that id
     */
    public Optional<DataSet> find(String id) {
        return calls.find(api.getDataSet(Args.notBlank("id", id)), ResponseCheck.hasId(DataSet::id, id));
    }

    /**
     * Creates an empty DataSet. Not retried after a lost response, since that could create two.
     *
     * @param name the name
     * @param schema the columns
     * @return the DataSet, owned by the user who owns the API client
     */
    public DataSet create(String name, Schema schema) {
        Args.notBlank("name", name);
        Args.notNull("schema", schema);
        return create(CreateDataSetRequest.builder().name(name).schema(schema).build());
    }

    /**
     * Creates an empty DataSet, as {@link #create(String, Schema)} does.
     *
     * @param request the name, columns and description
     * @return the DataSet
     */
    public DataSet create(CreateDataSetRequest request) {
        return calls.get(api.createDataSet(Args.notNull("request", request)), ResponseCheck.hasId(DataSet::id));
    }

    /**
     * Updates the members that the change sets: name, description, PDP switch or owner. Members that only the service
     * sets are ignored; reports differ on whether a new owner takes effect (domo-python-sdk issues 45 and 77).
     *
     * <pre>{@code
     * domo.dataSets().update(id, change -> change.name("Fruit of the day"))
     * }</pre>
     *
     * @param id the DataSet's id, a UUID
     * @param change sets the members to change
     * @return the DataSet after the update
     * @throws NotFoundException if there is no DataSet with that id
     * @throws IllegalArgumentException if the change sets a schema; use {@link #changeSchema}
     */
    public DataSet update(String id, UnaryOperator<DataSet.Builder> change) {
        Args.notBlank("id", id);
        DataSet changed =
                Args.notNull("change", change).apply(DataSet.builder()).build();
        if (changed.schema() != null) {
            throw new IllegalArgumentException(
                    "change must not set a schema; call changeSchema(id, compareSchema(id, wanted))");
        }
        return calls.get(api.updateDataSet(id, changed), ResponseCheck.hasId(DataSet::id, id));
    }

    /**
     * Deletes a DataSet and its rows permanently.
     *
     * @param id the DataSet's id, a UUID
     * @return whether it was deleted; false if there was no DataSet with that id
     */
    public boolean delete(String id) {
        return calls.delete(api.deleteDataSet(Args.notBlank("id", id)));
    }

    /**
     * Imports rows in one request, which is held in memory; use a Stream for more than about 50 MB. The CSV is checked
     * first. The service processes the rows later, normally within 15 minutes (domo-python-sdk issue 36).
     *
     * @param id the DataSet's id, a UUID
     * @param csv the rows, columns in the order of the schema
     * @param method {@link UpdateMethod#REPLACE} or {@link UpdateMethod#APPEND}
     * @return the number of rows sent
     * @throws io.github.domojvm.error.CsvException if Domo does not accept the CSV, its header differs from the schema,
     *     or its first row contains the column names and would be dropped by the service; nothing was sent
     * @throws io.github.domojvm.error.DomoIoException if the source changed while it was read, or no response arrived
     * @throws IllegalArgumentException if the method is another one, or there are no rows or more than 100 MiB
     */
    public long importCsv(String id, CsvSource csv, UpdateMethod method) {
        return new Import(api, calls)
                .run(Args.notBlank("id", id), Args.notNull("csv", csv), ImportMethods.of("method", method));
    }

    /**
     * Exports all rows that the client can access to a file, with a header line.
     *
     * @param id the DataSet's id, a UUID
     * @param target the file, replaced when the export is complete
     * @return the numbers of bytes and rows
     */
    public ExportResult export(String id, Path target) {
        return export(id, target, ExportOptions.DEFAULTS);
    }

    /**
     * Exports all rows that the client can access to a file, in no guaranteed order. A truncated body is retried.
     *
     * @param id the DataSet's id, a UUID
     * @param target the file, replaced when the export is complete, see {@link ExportResult}; otherwise unchanged
     * @param options header line, required rows and size limit
     * @return the numbers of bytes and rows
     * @throws DomoDataException if the response is not an export of this DataSet, or required rows are missing
     */
    public ExportResult export(String id, Path target, ExportOptions options) {
        return new Export(download(id, options), Args.notNull("target", target)).run();
    }

    /**
     * Exports all rows that the client can access to a stream, with a header line.
     *
     * @param id the DataSet's id, a UUID
     * @param target receives the CSV; neither flushed nor closed
     * @return the numbers of bytes and rows
     */
    public ExportResult export(String id, OutputStream target) {
        return export(id, target, ExportOptions.DEFAULTS);
    }

    /**
     * Exports all rows that the client can access to a stream. The start of the response is checked before anything is
     * written. A later failure is not retried, since bytes are already written; an export to a file is.
     *
     * @param id the DataSet's id, a UUID
     * @param target receives the CSV; neither flushed nor closed
     * @param options header line, required rows and size limit
     * @return the numbers of bytes and rows
     * @throws DomoDataException if the response is not an export of this DataSet, or required rows are missing
     */
    public ExportResult export(String id, OutputStream target, ExportOptions options) {
        return new StreamedExport(download(id, options), Args.notNull("target", target)).run();
    }

    /**
     * Exports all rows that the client can access as typed rows. Reading a truncated export throws DomoIoException.
     *
     * @param id the DataSet's id, a UUID
     * @return the rows, in no guaranteed order; the caller must close them
     */
    public Rows rows(String id) {
        return download(id, ExportOptions.DEFAULTS).rows();
    }

    /**
     * Queries the rows that the client can access and returns them in memory. The service rejects a DataSet that is
     * empty or whose data is not processed yet.
     *
     * <pre>{@code
     * domo.dataSets().query(id, "SELECT * FROM table WHERE region = ? AND day >= ?", "West", LocalDate.of(2018, 1, 1))
     * }</pre>
     *
     * @param id the DataSet's id, a UUID
     * @param sql a SELECT from the table {@code table}, with question marks as placeholders for values
     * @param values the values of the placeholders: text, numbers, dates, times, null; collections for {@code IN ?}
     * @return the rows, with the column types that the service returns
     * @throws IllegalArgumentException if the values do not match the placeholders
     */
    public Rows query(String id, String sql, @Nullable Object @Nullable ... values) {
        return Rows.from(
                calls.get(api.queryDataSet(Args.notBlank("id", id), Sql.request(Args.notBlank("sql", sql), values))));
    }

    /**
     * Compares the schema of a DataSet with another.
     *
     * @param id the DataSet's id, a UUID
     * @param wanted the expected schema
     * @return the differences
     */
    public SchemaDiff compareSchema(String id, Schema wanted) {
        Args.notNull("wanted", wanted);
        return SchemaDiff.between(schema(id), wanted);
    }

    /**
     * Checks that a DataSet has a schema. Changes nothing.
     *
     * @param id the DataSet's id, a UUID
     * @param wanted the expected schema
     * @throws DomoDataException if it has another schema; the message lists the differences
     */
    public void requireSchema(String id, Schema wanted) {
        SchemaCheck.requireSame(id, compareSchema(id, wanted));
    }

    /**
     * Changes the schema of a DataSet as approved by the caller. Existing rows may not fit the new schema.
     *
     * @param id the DataSet's id, a UUID
     * @param approved the result of {@link #compareSchema}
     * @return the DataSet after the change
     * @throws DomoDataException if the schema has changed since it was compared; nothing was changed
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

package io.github.domojvm;

import io.github.domojvm.account.Accounts;
import io.github.domojvm.action.ApiActions;
import io.github.domojvm.activity.ActivityLog;
import io.github.domojvm.auth.ApiClients;
import io.github.domojvm.buzz.Buzz;
import io.github.domojvm.card.Cards;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.dataset.DataSets;
import io.github.domojvm.embed.EmbedTokens;
import io.github.domojvm.error.DomoException;
import io.github.domojvm.group.Groups;
import io.github.domojvm.internal.Args;
import io.github.domojvm.internal.client.ClientContext;
import io.github.domojvm.page.Pages;
import io.github.domojvm.pdp.Policies;
import io.github.domojvm.project.Projects;
import io.github.domojvm.project.Tasks;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.simple.Simple;
import io.github.domojvm.stream.Executions;
import io.github.domojvm.stream.Streams;
import io.github.domojvm.user.Users;
import java.util.Map;
import java.util.function.Function;

/**
 * A client for Domo's Platform API with one set of credentials.
 *
 * <pre>{@code
 * try (DomoClient domo = DomoClient.fromEnvironment()) {
 *     for (DataSet dataSet : domo.dataSets().list()) {
 *         System.out.println(dataSet.name());
 *     }
 * }
 * }</pre>
 *
 * <p>Thread-safe and immutable. Share one client for the life of the program: each client has its own connections,
 * upload threads and access token. Creating a client sends no request. The first call requests the access token; it is
 * renewed automatically.
 *
 * <p>Methods block the calling thread until the response is processed, including retries. Two kinds return immediately:
 * list methods, whose {@link io.github.domojvm.paging.PagedIterable} blocks while it is read, and
 * {@link Streams#upload}, which uploads on other threads. If the thread is interrupted, a blocked call throws
 * {@link io.github.domojvm.error.DomoIoException} within a second and the interrupt flag remains set. {@link #close}
 * cancels running calls and aborts running uploads; calls after it throw {@link IllegalStateException}.
 *
 * <p>Failed calls throw a {@link DomoException}, whose {@link DomoException#reason() reason} programs can branch on:
 * {@link io.github.domojvm.error.NotFoundException} for status 404,
 * {@link io.github.domojvm.error.AuthenticationException} if the credentials are not accepted,
 * {@link io.github.domojvm.error.PermissionException} if a scope or right is missing,
 * {@link io.github.domojvm.error.RateLimitException} and {@link io.github.domojvm.error.ServerException} if retries do
 * not help, and {@link io.github.domojvm.error.DomoIoException} if no complete response arrives.
 */
public final class DomoClient implements AutoCloseable {
    private final RestAccess rest;
    private final Facades facades;
    private final Function<CallOptions, DomoClient> views;
    private final Runnable closing;

    DomoClient(ClientContext context, Function<CallOptions, DomoClient> views, Runnable closing) {
        this.views = views;
        this.rest = new RestAccess(context.api(), context.calls());
        this.facades = new Facades(context);
        this.closing = closing;
    }

    /**
     * Creates a builder with default settings and no credentials.
     *
     * @return a new builder
     */
    public static DomoClientBuilder builder() {
        return new DomoClientBuilder();
    }

    /**
     * Creates a client from the environment variables {@code DOMO_CLIENT_ID}, {@code DOMO_CLIENT_SECRET} and, both
     * optional, {@code DOMO_API_URL} (default {@code https://api.domo.com}) and {@code DOMO_SCOPES} (separated by
     * spaces or commas; default: all scopes of the API client).
     *
     * @return the client
     * @throws IllegalStateException if the id or the secret is not set, or as in {@link DomoClientBuilder#build()}
     * @throws IllegalArgumentException if the URL is not an http or https URL
     */
    public static DomoClient fromEnvironment() {
        return fromEnvironment(System.getenv());
    }

    /**
     * Creates a client from variables with the names of {@link #fromEnvironment()}.
     *
     * @param variables the variables
     * @return the client
     * @throws IllegalStateException if the id or the secret is missing, or as in {@link DomoClientBuilder#build()}
     * @throws IllegalArgumentException if the URL is not an http or https URL
     */
    public static DomoClient fromEnvironment(Map<String, String> variables) {
        return builder().environment(Args.notNull("variables", variables)).build();
    }

    /** {@return the calls for DataSets: definition, import and export} */
    public DataSets dataSets() {
        return facades.get(DataSets.class);
    }

    /** {@return the calls for Streams: uploads in parts} */
    public Streams streams() {
        return facades.get(Streams.class);
    }

    /** {@return the calls for executions: uploads into a Stream, step by step} */
    public Executions executions() {
        return facades.get(Executions.class);
    }

    /** {@return the calls for PDP policies: which users see which rows of a DataSet} */
    public Policies policies() {
        return facades.get(Policies.class);
    }

    /** {@return the calls for users} */
    public Users users() {
        return facades.get(Users.class);
    }

    /** {@return the calls for Groups: sets of users} */
    public Groups groups() {
        return facades.get(Groups.class);
    }

    /** {@return the calls for Pages and their collections} */
    public Pages pages() {
        return facades.get(Pages.class);
    }

    /** {@return the calls for the Activity Log} */
    public ActivityLog activityLog() {
        return facades.get(ActivityLog.class);
    }

    /** {@return the calls for Cards: the charts and tables on Pages} */
    public Cards cards() {
        return facades.get(Cards.class);
    }

    /** {@return the calls for embed tokens, which browsers need to show embedded Cards and dashboards} */
    public EmbedTokens embedTokens() {
        return facades.get(EmbedTokens.class);
    }

    /** {@return the calls for projects, their members and lists} */
    public Projects projects() {
        return facades.get(Projects.class);
    }

    /** {@return the calls for the tasks of projects and their attachments} */
    public Tasks tasks() {
        return facades.get(Tasks.class);
    }

    /** {@return the calls for accounts: stored credentials for data sources} */
    public Accounts accounts() {
        return facades.get(Accounts.class);
    }

    /** {@return the calls for the Simple API: DataSets filled from JSON objects} */
    public Simple simple() {
        return facades.get(Simple.class);
    }

    /** {@return the calls for API Actions: actions of custom connectors that send a DataSet to another system} */
    public ApiActions apiActions() {
        return facades.get(ApiActions.class);
    }

    /** {@return the calls for Buzz integrations; Domo documents their API as deprecated} */
    public Buzz buzz() {
        return facades.get(Buzz.class);
    }

    /** {@return the calls for API clients: the credentials of programs} */
    public ApiClients apiClients() {
        return facades.get(ApiClients.class);
    }

    /**
     * Loads rows into a DataSet by the route that suits their size. Blocks until they are imported or, through a
     * Stream, processed.
     *
     * <ul>
     *   <li>{@code UPSERT} uses the Stream that fills the DataSet, since key columns are defined by the Stream.
     *   <li>Up to 8 MiB are imported in one request.
     *   <li>More is uploaded in parts through the Stream.
     *   <li>If no Stream fills the DataSet, up to 50 MB are imported (manual of domo-php); more is rejected.
     * </ul>
     *
     * <p>A source of unknown size, such as rows from an iterator, is read as far as necessary to choose. If the thread
     * is interrupted during an upload, the upload is aborted, which takes up to a second.
     *
     * @param dataSetId the DataSet's id, a UUID
     * @param csv the rows, columns in the order of the schema
     * @param method how the rows are merged with existing rows
     * @return the route, the reason for it, and the number of rows
     * @throws DomoException if a call fails
     * @throws IllegalArgumentException if no Stream fills the DataSet and the method is {@code UPSERT} or the rows
     *     exceed 50 MB
     */
    public LoadResult load(String dataSetId, CsvSource csv, UpdateMethod method) {
        return loader().load(
                        Args.notBlank("dataSetId", dataSetId), Args.notNull("csv", csv), Args.known("method", method));
    }

    /**
     * Creates a DataSet and its Stream from the rows of a source and loads the rows. All rows are read and checked
     * first: if {@link #load} would reject them, nothing is created. The columns come from the schema of the source,
     * which rows of records and JDBC results have, and are inferred otherwise.
     *
     * <pre>{@code
     * domo.createDataSet("Sales", CsvSource.fromFile(path).withHeader())
     * }</pre>
     *
     * @param name the name of the DataSet
     * @param csv the rows; with a header line, unless the source has a schema. A source that can be read only once is
     *     copied to a temporary file of up to 1 GiB
     * @return the ids of DataSet and Stream, the columns and the result of the load
     * @throws CreatedDataSetException if the DataSet was created but loading failed
     * @throws io.github.domojvm.error.CsvException if Domo does not accept the CSV or it has no rows; nothing was
     *     created
     * @throws IllegalArgumentException if there is neither a header line nor a schema; nothing was created
     */
    public CreatedDataSet createDataSet(String name, CsvSource csv) {
        try (NewDataSet dataSet = NewDataSet.builder(name).read(csv)) {
            return createDataSet(dataSet);
        }
    }

    /**
     * Creates a DataSet with its own settings, such as key columns, a description or no Stream, and loads its rows.
     *
     * @param dataSet the rows and the settings; not closed
     * @return the ids of DataSet and Stream, the columns and the result of the load
     * @throws CreatedDataSetException if the DataSet was created but loading failed
     */
    public CreatedDataSet createDataSet(NewDataSet dataSet) {
        return loader().create(Args.notNull("dataSet", dataSet));
    }

    /**
     * Returns a view of this client whose calls use other timeouts, retries or additional headers. A view is cheap: it
     * shares token and connections with this client. Closing this client closes its views; closing a view has no
     * effect. Uploads use the settings of this client.
     *
     * <pre>{@code
     * domo.with(CallOptions.builder().totalTimeout(Duration.ofSeconds(5)).build()).dataSets().get(id)
     * }</pre>
     *
     * @param options the options that differ from this client
     * @return the view
     */
    public DomoClient with(CallOptions options) {
        return views.apply(Args.notNull("options", options));
    }

    private Loader loader() {
        return new Loader(dataSets(), streams());
    }

    /** {@return all operations of the API as generated, with this client's authentication, retries and exceptions} */
    public RestAccess rest() {
        return rest;
    }

    /**
     * Cancels the calls that other threads are running, aborts running uploads, and releases the threads and
     * connections that the client created. A cancelled call, or an export that is being read, throws
     * {@link io.github.domojvm.error.DomoIoException}; what an upload does is described at
     * {@link io.github.domojvm.stream.Upload#abort}.
     *
     * <p>Returns within about a second, whatever the service does. Only an upload whose source is blocked in a read
     * that does not react to an interrupt may end later. An {@code OkHttpClient} or executor set on the builder stays
     * open. Calls of {@link RestAccess#api()} that are executed directly are not cancelled.
     */
    @Override
    public void close() {
        closing.run();
    }
}

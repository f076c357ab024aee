package io.github.domojvm;

import io.github.domojvm.account.Accounts;
import io.github.domojvm.activity.ActivityLog;
import io.github.domojvm.auth.ApiClients;
import io.github.domojvm.card.Cards;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.dataset.DataSets;
import io.github.domojvm.embed.EmbedTokens;
import io.github.domojvm.group.Groups;
import io.github.domojvm.internal.Args;
import io.github.domojvm.internal.client.ClientContext;
import io.github.domojvm.internal.client.FacadeFactory;
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
 * Domo for one set of credentials.
 *
 * <pre>{@code
 * try (DomoClient domo = DomoClient.fromEnvironment()) {
 *     for (DataSet dataSet : domo.dataSets().list()) {
 *         System.out.println(dataSet.name());
 *     }
 * }
 * }</pre>
 *
 * <p>Immutable, safe for use by several threads, and meant to be shared: one for the life of a program. Making one
 * sends nothing; the access token is fetched at the first call and renewed by itself.
 */
public final class DomoClient implements AutoCloseable {
    private final RestAccess rest;
    private final DataSets dataSets;
    private final Streams streams;
    private final Executions executions;
    private final Policies policies;
    private final Users users;
    private final Groups groups;
    private final Pages pages;
    private final ActivityLog activityLog;
    private final Cards cards;
    private final EmbedTokens embedTokens;
    private final Projects projects;
    private final Tasks tasks;
    private final Accounts accounts;
    private final Simple simple;
    private final ApiClients apiClients;
    private final Loader loader;
    private final Function<CallOptions, DomoClient> views;
    private final Runnable closing;

    DomoClient(ClientContext context, Function<CallOptions, DomoClient> views, Runnable closing) {
        this.views = views;
        this.rest = new RestAccess(context.api(), context.calls());
        this.dataSets = FacadeFactory.create(DataSets.class, context);
        this.streams = FacadeFactory.create(Streams.class, context);
        this.executions = FacadeFactory.create(Executions.class, context);
        this.policies = FacadeFactory.create(Policies.class, context);
        this.users = FacadeFactory.create(Users.class, context);
        this.groups = FacadeFactory.create(Groups.class, context);
        this.pages = FacadeFactory.create(Pages.class, context);
        this.activityLog = FacadeFactory.create(ActivityLog.class, context);
        this.cards = FacadeFactory.create(Cards.class, context);
        this.embedTokens = FacadeFactory.create(EmbedTokens.class, context);
        this.projects = FacadeFactory.create(Projects.class, context);
        this.tasks = FacadeFactory.create(Tasks.class, context);
        this.accounts = FacadeFactory.create(Accounts.class, context);
        this.simple = FacadeFactory.create(Simple.class, context);
        this.apiClients = FacadeFactory.create(ApiClients.class, context);
        this.loader = new Loader(dataSets, streams);
        this.closing = closing;
    }

    /**
     * Starts a client without credentials.
     *
     * @return a new builder
     */
    public static DomoClientBuilder builder() {
        return new DomoClientBuilder();
    }

    /**
     * Makes a client from the environment: {@code DOMO_CLIENT_ID} and {@code DOMO_CLIENT_SECRET}, and where they are
     * set {@code DOMO_API_URL} (otherwise {@code https://api.domo.com}) and {@code DOMO_SCOPES} (separated by blanks or
     * commas; otherwise all that the client has).
     *
     * @return the client
     * @throws IllegalStateException when the id or the secret is not set, or for the reasons of
     *     {@link DomoClientBuilder#build()}
     * @throws IllegalArgumentException when the URL is not an http or https URL
     */
    public static DomoClient fromEnvironment() {
        return fromEnvironment(System.getenv());
    }

    /**
     * Makes a client from given variables, named as in {@link #fromEnvironment()}.
     *
     * @param variables the variables
     * @return the client
     * @throws IllegalStateException when the id or the secret is not among them, or for the reasons of
     *     {@link DomoClientBuilder#build()}
     * @throws IllegalArgumentException when the URL is not an http or https URL
     */
    public static DomoClient fromEnvironment(Map<String, String> variables) {
        return builder().environment(Args.notNull("variables", variables)).build();
    }

    /** {@return the calls for DataSets: definition, import and export} */
    public DataSets dataSets() {
        return dataSets;
    }

    /** {@return the calls for Streams: uploads in parts} */
    public Streams streams() {
        return streams;
    }

    /** {@return the calls for executions: the single uploads into a Stream, step by step} */
    public Executions executions() {
        return executions;
    }

    /** {@return the calls for policies: who sees which rows of a DataSet (PDP)} */
    public Policies policies() {
        return policies;
    }

    /** {@return the calls for users: the people of the instance} */
    public Users users() {
        return users;
    }

    /** {@return the calls for groups: sets of users} */
    public Groups groups() {
        return groups;
    }

    /** {@return the calls for pages, and the collections on them} */
    public Pages pages() {
        return pages;
    }

    /** {@return the calls for the Activity Log: what was done, by whom and when} */
    public ActivityLog activityLog() {
        return activityLog;
    }

    /** {@return the calls for cards: the charts and tables on pages} */
    public Cards cards() {
        return cards;
    }

    /** {@return the calls for embed tokens, for browsers that show embedded cards and dashboards} */
    public EmbedTokens embedTokens() {
        return embedTokens;
    }

    /** {@return the calls for projects, their members and lists} */
    public Projects projects() {
        return projects;
    }

    /** {@return the calls for the tasks in the lists of projects, and the files attached to them} */
    public Tasks tasks() {
        return tasks;
    }

    /** {@return the calls for accounts: stored credentials for sources of data} */
    public Accounts accounts() {
        return accounts;
    }

    /** {@return the calls for the Simple API: DataSets filled from JSON objects} */
    public Simple simple() {
        return simple;
    }

    /** {@return the calls for API clients: the pairs of id and secret that programs authenticate with} */
    public ApiClients apiClients() {
        return apiClients;
    }

    /**
     * Loads rows into a DataSet by the method that suits their number, and waits until they are imported or, through a
     * Stream, processed.
     *
     * <ul>
     *   <li>{@code UPSERT} uses the Stream that fills the DataSet; key columns belong to a Stream.
     *   <li>Up to 8 MiB are imported in one request.
     *   <li>More is uploaded in parts through the Stream.
     *   <li>If no Stream fills the DataSet, up to 50 MB are imported (manual of domo-php); more is refused.
     * </ul>
     *
     * <p>A source that does not know its size, such as rows of a program, is read until it is known to be larger. If
     * the thread is interrupted during an upload, the upload is aborted.
     *
     * @param dataSetId the DataSet's id, a UUID
     * @param csv the rows, columns in the order of the schema
     * @param method how they are merged with existing rows
     * @return the route, the reason for it, and the number of rows
     * @throws io.github.domojvm.error.DomoException if a call failed
     * @throws IllegalArgumentException when many rows, or an UPSERT, are meant for a DataSet that no Stream fills
     */
    public LoadResult load(String dataSetId, CsvSource csv, UpdateMethod method) {
        return loader.load(
                Args.notBlank("dataSetId", dataSetId), Args.notNull("csv", csv), Args.known("method", method));
    }

    /**
     * Creates a DataSet, with a Stream that fills it, from the rows of any source, and loads the rows. The source is
     * read to its end first: what {@link #load} would refuse creates nothing. The columns are those that the source
     * states, as rows of records and JDBC results do, and are inferred otherwise.
     *
     * <pre>{@code
     * domo.createDataSet("Sales", CsvSource.fromFile(path).withHeader())
     * }</pre>
     *
     * @param name the name of the DataSet
     * @param csv the rows; with a header line, unless the source states its columns. A source that can be read only
     *     once is copied to a temporary file of up to 1 GiB
     * @return both ids, the columns and the result of the load
     * @throws CreatedDataSetException when the DataSet was created and loading failed
     * @throws io.github.domojvm.error.CsvException when the CSV is not what Domo accepts or has no rows; nothing was
     *     created
     * @throws IllegalArgumentException when there is neither a header line nor columns; nothing was created
     */
    public CreatedDataSet createDataSet(String name, CsvSource csv) {
        try (NewDataSet dataSet = NewDataSet.builder(name).read(csv)) {
            return createDataSet(dataSet);
        }
    }

    /**
     * Creates a DataSet and loads its rows, with other settings than {@link #createDataSet(String, CsvSource)}: key
     * columns for UPSERT, a description, no Stream.
     *
     * @param dataSet the rows and the settings; stays open
     * @return both ids, the columns and the result of the load
     * @throws CreatedDataSetException when the DataSet was created and loading failed
     */
    public CreatedDataSet createDataSet(NewDataSet dataSet) {
        return loader.create(Args.notNull("dataSet", dataSet));
    }

    /**
     * Gives a view of this client whose calls are made in another way: with other timeouts, other attempts, further
     * headers. It shares token and connections, costs next to nothing, and is over when this client is closed; closing
     * the view does nothing. Uploads keep to the settings of this client.
     *
     * <pre>{@code
     * domo.with(CallOptions.builder().totalTimeout(Duration.ofSeconds(5)).build()).dataSets().get(id)
     * }</pre>
     *
     * @param options what is different
     * @return the view
     */
    public DomoClient with(CallOptions options) {
        return views.apply(Args.notNull("options", options));
    }

    /**
     * Every operation of the API as it was generated, with this client's token, attempts and exceptions.
     *
     * @return the way to the generated interfaces
     */
    public RestAccess rest() {
        return rest;
    }

    /**
     * Stops the uploads that run, waits up to half a minute until each has ended, and frees threads and connections
     * that the client made itself. A given {@code OkHttpClient} or executor stays open.
     */
    @Override
    public void close() {
        closing.run();
    }
}

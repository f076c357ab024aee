package io.github.domojvm;

import io.github.domojvm.activity.ActivityLog;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.dataset.DataSets;
import io.github.domojvm.group.Groups;
import io.github.domojvm.internal.Args;
import io.github.domojvm.internal.call.CallExecutor;
import io.github.domojvm.load.LoadResult;
import io.github.domojvm.load.Loader;
import io.github.domojvm.page.Pages;
import io.github.domojvm.pdp.Policies;
import io.github.domojvm.rest.DomoRest;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.stream.Executions;
import io.github.domojvm.stream.Streams;
import io.github.domojvm.upload.Uploader;
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
 * <p>Immutable, safe for use by several threads, and meant to be shared: one for the life of a program. Making one sends
 * nothing; the access token is fetched at the first call and renewed by itself.
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
    private final Loader loader;
    private final Function<CallOptions, DomoClient> views;
    private final Runnable closing;

    DomoClient(
            DomoRest api,
            CallExecutor calls,
            Uploader uploader,
            Function<CallOptions, DomoClient> views,
            Runnable closing) {
        this.views = views;
        this.rest = new RestAccess(api, calls);
        this.dataSets = new DataSets(api.dataSets(), calls);
        this.streams = new Streams(api.streams(), api.dataSets(), calls, uploader);
        this.executions = new Executions(api.streams(), api.dataSets(), calls);
        this.policies = new Policies(api.policies(), calls);
        this.users = new Users(api.users(), calls);
        this.groups = new Groups(api.groups(), calls);
        this.pages = new Pages(api.pages(), calls);
        this.activityLog = new ActivityLog(api.activityLog(), calls);
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
     * Makes a client from the environment: {@code DOMO_CLIENT_ID} and {@code DOMO_CLIENT_SECRET}, and where they are set
     * {@code DOMO_API_URL} (otherwise {@code https://api.domo.com}) and {@code DOMO_SCOPES} (separated by blanks or commas;
     * otherwise all that the client has).
     *
     * @return the client
     * @throws IllegalStateException when the id or the secret is not set, or for the reasons of {@link
     *     DomoClientBuilder#build()}
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
     * @throws IllegalStateException when the id or the secret is not among them, or for the reasons of {@link
     *     DomoClientBuilder#build()}
     * @throws IllegalArgumentException when the URL is not an http or https URL
     */
    public static DomoClient fromEnvironment(Map<String, String> variables) {
        return builder().environment(variables).build();
    }

    /**
     * DataSets: definition, import and export.
     *
     * @return the calls
     */
    public DataSets dataSets() {
        return dataSets;
    }

    /**
     * Streams: uploads in parts.
     *
     * @return the calls
     */
    public Streams streams() {
        return streams;
    }

    /**
     * Executions: the single uploads into a Stream, step by step.
     *
     * @return the calls
     */
    public Executions executions() {
        return executions;
    }

    /**
     * Policies: who sees which rows of a DataSet (PDP).
     *
     * @return the calls
     */
    public Policies policies() {
        return policies;
    }

    /**
     * Users: the people of the instance.
     *
     * @return the calls
     */
    public Users users() {
        return users;
    }

    /**
     * Groups: sets of users.
     *
     * @return the calls
     */
    public Groups groups() {
        return groups;
    }

    /**
     * Pages, and the collections on them.
     *
     * @return the calls
     */
    public Pages pages() {
        return pages;
    }

    /**
     * The Activity Log: what was done, by whom and when.
     *
     * @return the calls
     */
    public ActivityLog activityLog() {
        return activityLog;
    }

    /**
     * Loads rows into a DataSet by the road that suits their number, see {@link Loader}: in one request, or in parts through
     * the Stream that fills the DataSet. Waits until they are sent, through a Stream until they are processed.
     *
     * @param dataSetId the DataSet's id, a UUID
     * @param csv the rows, columns in the order of the schema
     * @param method how they meet the rows that are there
     * @return which road they took, why, and how many there were
     * @throws io.github.domojvm.error.DomoException when it failed
     * @throws IllegalArgumentException when many rows, or an UPSERT, are meant for a DataSet that no Stream fills
     */
    public LoadResult load(String dataSetId, CsvSource csv, UpdateMethod method) {
        return loader.load(dataSetId, csv, method);
    }

    /**
     * Gives a view of this client whose calls are made in another way: with other timeouts, other attempts, further headers.
     * It shares token and connections, costs next to nothing, and is over when this client is closed; closing the view does
     * nothing. Uploads keep to the settings of this client.
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
     * Stops the uploads that run, waits up to half a minute until each has ended, and frees threads and connections that the client made
     * itself. A given {@code OkHttpClient} or executor stays open.
     */
    @Override
    public void close() {
        closing.run();
    }
}

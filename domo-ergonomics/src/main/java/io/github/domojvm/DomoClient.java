package io.github.domojvm;

import io.github.domojvm.activity.ActivityLog;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.dataset.DataSets;
import io.github.domojvm.group.Groups;
import io.github.domojvm.internal.Args;
import io.github.domojvm.internal.client.ClientContext;
import io.github.domojvm.internal.client.FacadeFactory;
import io.github.domojvm.page.Pages;
import io.github.domojvm.pdp.Policies;
import io.github.domojvm.rest.model.UpdateMethod;
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

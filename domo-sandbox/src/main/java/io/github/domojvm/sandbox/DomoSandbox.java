package io.github.domojvm.sandbox;

import io.github.domojvm.sandbox.internal.ActivityLog;
import io.github.domojvm.sandbox.internal.SandboxState;
import io.github.domojvm.sandbox.internal.Tombstones;
import io.github.domojvm.sandbox.internal.account.AccountApi;
import io.github.domojvm.sandbox.internal.account.AccountTypes;
import io.github.domojvm.sandbox.internal.action.ActionApi;
import io.github.domojvm.sandbox.internal.activity.ActivityApi;
import io.github.domojvm.sandbox.internal.buzz.BuzzApi;
import io.github.domojvm.sandbox.internal.card.CardApi;
import io.github.domojvm.sandbox.internal.data.DataApi;
import io.github.domojvm.sandbox.internal.embed.EmbedApi;
import io.github.domojvm.sandbox.internal.http.Router;
import io.github.domojvm.sandbox.internal.page.PageApi;
import io.github.domojvm.sandbox.internal.people.PeopleApi;
import io.github.domojvm.sandbox.internal.project.ProjectApi;
import io.github.domojvm.sandbox.internal.rows.RowStore;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A local server that implements every operation of the Domo Platform API with state, authentication and errors, for
 * tests and demos.
 *
 * <pre>{@code
 * try (DomoSandbox sandbox = DomoSandbox.start();
 *         DomoClient domo = DomoClient.fromEnvironment(sandbox.environment())) {
 *     System.out.println(domo.dataSets().list().toList().size()); // 0
 * }
 * }</pre>
 *
 * <p><b>Thread safety.</b> A sandbox is safe for use by several threads, and several sandboxes can run in one JVM. It
 * runs on its own daemon threads, 64 at most and one for timeouts, so a program that does not close it can exit.
 *
 * <p><b>Lifecycle.</b> {@link #start()} and {@link DomoSandboxBuilder#start()} return when the server accepts requests.
 * A new sandbox contains one user, the default Group and a personal project, and does not persist its state. Uploaded
 * rows are stored in files, so an upload can be far larger than the heap;
 * {@linkplain DomoSandboxBuilder#queryRowLimit(long) queries} load rows into memory. {@link #close()} stops the server
 * and deletes the files; a closed sandbox cannot be restarted.
 *
 * <p><b>Differences from Domo.</b>
 *
 * <ul>
 *   <li>All clients act for one user with the role Admin. This user owns new objects by default and sees every row;
 *       policies (PDP) are stored but not applied to queries and exports.
 *   <li>Queries run on an embedded H2 database in its MySQL mode, with further date functions of MySQL. The guide lists
 *       what is supported.
 *   <li>Cards are not rendered. Pages accept the id of any card, whether or not the card exists.
 *   <li>Buzz integrations are stored, but there are no channels and no events. API Actions contact no other system.
 *   <li>Embed tokens are signed with a key of the sandbox. {@code POST /clients} accepts any session.
 *   <li>Commits and imports take effect immediately and requests are not limited, unless the builder specifies delays
 *       and limits.
 *   <li>Where Domo does not document a behavior, the sandbox implements one assumption. The guide
 *       {@code docs/testing-with-the-sandbox.md} lists them; a {@link Quirk} selects the alternative where sources
 *       disagree.
 * </ul>
 *
 * <p><b>Exceptions.</b> {@code start()} throws {@link java.io.UncheckedIOException} if the port cannot be listened on
 * or the folder cannot be written. {@link #rowCount(String)} and {@link #rows(String)} throw
 * {@link IllegalArgumentException} if the DataSet does not exist. The builder throws {@link IllegalArgumentException}
 * with the name of the parameter for an invalid setting. API errors are HTTP responses.
 *
 * @see Fault
 */
public final class DomoSandbox implements AutoCloseable {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final Clients clients;
    private final FaultPlan faults;
    private final RequestLog log = new RequestLog();
    private final Tokens tokens;
    private final Settings settings;
    private final RowStore store;
    private final SandboxHandler handler;
    private final HttpServer server;
    private final URI url;
    private volatile DataApi data;
    private boolean closed;

    private DomoSandbox(Settings settings) {
        this.settings = settings;
        clients = new Clients(settings.clients());
        faults = new FaultPlan(FaultPlan.Place.SANDBOX, settings.faults());
        tokens = new Tokens(settings);
        store = new RowStore(settings.directory());
        AdminResource admin = new AdminResource(this, settings.clock(), new TokenResource(clients, tokens));
        State first = newState();
        data = first.data;
        handler = new SandboxHandler(first.router, admin, tokens, settings, faults, log);
        server = new HttpServer(settings.host(), settings.port(), settings.tls(), settings.clock(), handler);
        try {
            String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
            url = URI.create((settings.tls() == null ? "http://" : "https://") + host + ":" + server.start());
        } catch (UncheckedIOException e) {
            store.close();
            throw e;
        }
    }

    private record State(DataApi data, Router router) {}

    private State newState() {
        SandboxState state = new SandboxState(settings.clock());
        ActivityLog activity = new ActivityLog(state);
        Tombstones tombstones = new Tombstones(settings.on(Quirk.DELETED_OBJECTS_LEAVE_TOMBSTONES));
        PeopleApi people =
                new PeopleApi(state, activity, tombstones, settings.on(Quirk.NON_EMPTY_GROUPS_CAN_BE_DELETED));
        DataApi fresh = new DataApi(state, activity, tombstones, people, store, settings.dataRules());
        return new State(fresh, routes(fresh, state, activity, people));
    }

    private Router routes(DataApi data, SandboxState state, ActivityLog activity, PeopleApi people) {
        Router router = new Router();
        new TokenResource(clients, tokens).addTo(router);
        new ClientResource(clients, state, activity).addTo(router);
        data.addTo(router);
        people.addTo(router, data::owns);
        AccountTypes types =
                new AccountTypes(settings.accountTypes(), settings.on(Quirk.UNKNOWN_ACCOUNT_TYPES_ARE_REJECTED));
        AccountApi accounts = new AccountApi(state, activity, people, types);
        accounts.addTo(router);
        new ActionApi(accounts::hasAccount, data::hasDataSet).addTo(router);
        new BuzzApi(state, activity).addTo(router);
        new ActivityApi(state, activity).addTo(router);
        PageApi pages = new PageApi(state, activity, people, settings.on(Quirk.PAGES_HAVE_OWNER_ID));
        pages.addTo(router);
        new CardApi(state, activity, pages, data::hasDataSet).addTo(router);
        new EmbedApi(settings.clock()).addTo(router);
        new ProjectApi(state, activity, people, settings.on(Quirk.PROJECTS_REQUIRE_MEMBERS_AND_PUBLIC)).addTo(router);
        return router;
    }

    /**
     * Starts a sandbox with the defaults of {@link DomoSandboxBuilder}.
     *
     * @return a running sandbox; the caller closes it
     * @throws java.io.UncheckedIOException if no port can be listened on or the folder for temporary files cannot be
     *     written
     */
    public static DomoSandbox start() {
        return builder().start();
    }

    /**
     * Creates a builder for a sandbox with custom settings.
     *
     * @return a builder with the default settings
     */
    public static DomoSandboxBuilder builder() {
        return new DomoSandboxBuilder();
    }

    static DomoSandbox start(Settings settings) {
        return new DomoSandbox(settings);
    }

    /**
     * Returns the base URL of the sandbox. Clients use it in place of {@code https://api.domo.com}.
     *
     * @return base URL without a trailing slash, for example {@code http://127.0.0.1:40001}
     */
    public URI url() {
        return url;
    }

    /**
     * Returns the client id of the first client.
     *
     * @return client id for token requests
     */
    public String clientId() {
        return clients.first().id();
    }

    /**
     * Returns the client secret of the first client.
     *
     * @return client secret for token requests
     */
    public String clientSecret() {
        return clients.first().secret();
    }

    /**
     * Returns the environment variables that connect a program to this sandbox as its first client:
     * {@code DOMO_CLIENT_ID}, {@code DOMO_CLIENT_SECRET} and {@code DOMO_API_URL}. {@code DomoClient.fromEnvironment}
     * and the {@code domo} command read them. A client of a sandbox with TLS must also trust its certificate.
     *
     * @return an unmodifiable map from variable name to value
     */
    public Map<String, String> environment() {
        return Map.of(
                "DOMO_CLIENT_ID", clientId(), "DOMO_CLIENT_SECRET", clientSecret(), "DOMO_API_URL", url.toString());
    }

    /**
     * Returns the planned faults. Faults can be added while the sandbox runs.
     *
     * @return the fault plan of this sandbox, always the same object
     */
    public FaultPlan faults() {
        return faults;
    }

    /**
     * Lists the last 10,000 requests in the order in which their responses were started.
     *
     * @return a snapshot, oldest request first
     */
    public List<RecordedRequest> requests() {
        return log.snapshot();
    }

    /**
     * Returns the sandbox to the state after its start: deletes all objects, their rows and the recorded requests, and
     * restores the faults of the builder. API clients, issued tokens and the clock stay as they are. Call it while no
     * other request is in progress.
     */
    public synchronized void reset() {
        DataApi before = data;
        State fresh = newState();
        data = fresh.data;
        handler.route(fresh.router);
        faults.restore(settings.faults());
        log.clear();
        before.clear();
        before.close();
    }

    /**
     * Returns whether only programs on this machine can reach the sandbox.
     *
     * @return false if the host of the builder is not a loopback address
     */
    public boolean isLoopback() {
        return HttpServer.isLoopback(settings.host());
    }

    /** Expires every token issued so far. Tokens issued later have the configured lifetime. */
    public void expireTokens() {
        tokens.expireAll();
    }

    /**
     * Returns the number of stored rows of a DataSet. Commits and imports whose delay has passed are applied first.
     *
     * @param dataSetId id of a DataSet
     * @return number of rows, without the header
     * @throws IllegalArgumentException if the DataSet does not exist
     */
    public long rowCount(String dataSetId) {
        return data.rowCount(dataSetId);
    }

    /**
     * Returns the stored rows of a DataSet. All rows are read into memory, so this method suits small DataSets. Commits
     * and imports whose delay has passed are applied first.
     *
     * @param dataSetId id of a DataSet
     * @return rows in stored order, with {@code null} for a null value
     * @throws IllegalArgumentException if the DataSet does not exist
     */
    public List<List<@Nullable String>> rows(String dataSetId) {
        return data.rows(dataSetId);
    }

    /**
     * Stops the sandbox. Waits up to five seconds for requests in progress, then closes all connections, ends the
     * threads of the sandbox and deletes its row files. Closing a closed sandbox has no effect.
     */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            try {
                handler.finish(CLOSE_TIMEOUT);
                server.stop();
            } finally {
                data.close();
                store.close();
            }
        }
    }
}

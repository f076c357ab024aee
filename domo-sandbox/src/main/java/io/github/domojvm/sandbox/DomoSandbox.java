package io.github.domojvm.sandbox;

import io.github.domojvm.sandbox.internal.ActivityLog;
import io.github.domojvm.sandbox.internal.SandboxState;
import io.github.domojvm.sandbox.internal.Tombstones;
import io.github.domojvm.sandbox.internal.account.AccountApi;
import io.github.domojvm.sandbox.internal.activity.ActivityApi;
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
 * A running local Domo: every operation of the Platform API with state, authentication and errors, over HTTP or HTTPS.
 * Rows live in files, so uploads may be far larger than the heap. Its clients act for one user, who owns everything and
 * sees every row whatever the policies; pages take the id of any card, known or not. Safe for use by several threads;
 * several sandboxes may run side by side.
 *
 * <pre>{@code
 * try (DomoSandbox sandbox = DomoSandbox.start();
 *         DomoClient domo = DomoClient.fromEnvironment(sandbox.environment())) {
 *     domo.dataSets().list();
 * }
 * }</pre>
 */
public final class DomoSandbox implements AutoCloseable {
    private static final Duration LAST_REQUESTS = Duration.ofSeconds(5);

    private final Clients clients;
    private final FaultPlan faults;
    private final RequestLog log = new RequestLog();
    private final Tokens tokens;
    private final DataApi data;
    private final RowStore store;
    private final SandboxHandler handler;
    private final HttpServer server;
    private final URI url;
    private boolean closed;

    private DomoSandbox(Settings settings) {
        clients = new Clients(settings.clients());
        faults = new FaultPlan(settings.faults());
        tokens = new Tokens(settings);
        SandboxState state = new SandboxState(settings.clock());
        ActivityLog activity = new ActivityLog(state);
        Tombstones tombstones = new Tombstones(settings.on(Quirk.DELETED_OBJECTS_LEAVE_TOMBSTONES));
        PeopleApi people =
                new PeopleApi(state, activity, tombstones, settings.on(Quirk.NON_EMPTY_GROUPS_CAN_BE_DELETED));
        store = new RowStore(settings.directory());
        data = new DataApi(state, activity, tombstones, people, store, settings.dataRules());
        handler = new SandboxHandler(routes(settings, state, activity, people), tokens, settings, faults, log);
        server = new HttpServer(settings.host(), settings.port(), settings.tls(), handler);
        try {
            url = URI.create(
                    (settings.tls() == null ? "http://" : "https://") + settings.host() + ":" + server.start());
        } catch (UncheckedIOException e) {
            store.close();
            throw e;
        }
    }

    private Router routes(Settings settings, SandboxState state, ActivityLog activity, PeopleApi people) {
        Router router = new Router();
        new TokenResource(clients, tokens).addTo(router);
        new ClientResource(clients, state, activity).addTo(router);
        data.addTo(router);
        people.addTo(router, data::owns);
        new AccountApi(state, activity, people).addTo(router);
        new ActivityApi(state, activity).addTo(router);
        PageApi pages = new PageApi(state, activity, people);
        pages.addTo(router);
        new CardApi(state, activity, pages, data::hasDataSet).addTo(router);
        new EmbedApi(settings.clock()).addTo(router);
        new ProjectApi(state, activity, people).addTo(router);
        return router;
    }

    /**
     * Starts a sandbox with every default of {@link DomoSandboxBuilder}.
     *
     * @return a running sandbox, to be closed by the caller
     * @throws java.io.UncheckedIOException when no port can be listened on or no folder can be written
     */
    public static DomoSandbox start() {
        return builder().start();
    }

    /**
     * Creates a builder for a sandbox with other settings.
     *
     * @return a builder with every default
     */
    public static DomoSandboxBuilder builder() {
        return new DomoSandboxBuilder();
    }

    static DomoSandbox start(Settings settings) {
        return new DomoSandbox(settings);
    }

    /**
     * Returns the base address of the sandbox, to be used instead of {@code https://api.domo.com}.
     *
     * @return base address without a trailing slash, for instance {@code http://127.0.0.1:40001}
     */
    public URI url() {
        return url;
    }

    /**
     * Returns the id of the first client.
     *
     * @return id for token requests
     */
    public String clientId() {
        return clients.first().id();
    }

    /**
     * Returns the secret of the first client.
     *
     * @return secret for token requests
     */
    public String clientSecret() {
        return clients.first().secret();
    }

    /**
     * Returns the environment variables that connect a program to this sandbox as its first client:
     * {@code DOMO_CLIENT_ID}, {@code DOMO_CLIENT_SECRET} and {@code DOMO_API_URL}. A program that reads them, as
     * {@code DomoClient.fromEnvironment} and the {@code domo} command do, needs no other settings, except that it must
     * trust the certificate of a sandbox with TLS.
     *
     * @return an unmodifiable map from name to value
     */
    public Map<String, String> environment() {
        return Map.of(
                "DOMO_CLIENT_ID", clientId(), "DOMO_CLIENT_SECRET", clientSecret(), "DOMO_API_URL", url.toString());
    }

    /**
     * Returns the planned faults; faults can be added while the sandbox runs.
     *
     * @return the one plan of this sandbox
     */
    public FaultPlan faults() {
        return faults;
    }

    /**
     * Lists the requests in the order in which their responses were started. Holds the last 10,000 requests.
     *
     * @return a snapshot, oldest request first
     */
    public List<RecordedRequest> requests() {
        return log.snapshot();
    }

    /** Expires every token issued so far; tokens issued later have the usual lifetime. */
    public void expireTokens() {
        tokens.expireAll();
    }

    /**
     * Counts the stored rows of a DataSet. Work whose delay has passed is done first.
     *
     * @param dataSetId id of a DataSet
     * @return number of records, header excluded
     * @throws IllegalArgumentException when there is no such DataSet
     */
    public long rowCount(String dataSetId) {
        return data.rowCount(dataSetId);
    }

    /**
     * Reads the stored rows of a DataSet into memory, for tests with few rows.
     *
     * @param dataSetId id of a DataSet
     * @return rows in stored order; a null value is {@code null}
     * @throws IllegalArgumentException when there is no such DataSet
     */
    public List<List<@Nullable String>> rows(String dataSetId) {
        return data.rows(dataSetId);
    }

    /**
     * Stops the sandbox: lets requests under way finish for a few seconds, ends its threads and deletes its rows.
     * Closing twice does nothing.
     */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            try {
                handler.finish(LAST_REQUESTS);
                server.stop();
            } finally {
                data.close();
                store.close();
            }
        }
    }
}

package io.github.domojvm.sandbox;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a {@link DomoSandbox}. Defaults: loopback address, a free port, one client {@code sandbox-client} with
 * secret {@code sandbox-secret} and every scope, tokens of 3599 seconds, commits and imports that take effect
 * immediately, no quotas, no faults, every {@link Quirk} off. A builder may be used again; it is not safe for several
 * threads.
 */
public final class DomoSandboxBuilder {
    private String host = "127.0.0.1";
    private int port;
    private Path directory = Path.of(System.getProperty("java.io.tmpdir"));
    private final Map<String, Client> clients = new LinkedHashMap<>();
    private Duration tokenLifetime = Duration.ofSeconds(3599);
    private Clock clock = Clock.systemUTC();
    private Duration commitDelay = Duration.ZERO;
    private Duration importDelay = Duration.ZERO;
    private Duration commitInterval = Duration.ZERO;
    private int requestLimit;
    private Duration requestWindow = Duration.ofMinutes(1);
    private long queryRowLimit = 1_000_000;
    private @Nullable TlsKeys tls;
    private final Set<Quirk> quirks = EnumSet.noneOf(Quirk.class);
    private final List<Fault> faults = new ArrayList<>();

    DomoSandboxBuilder() {}

    /**
     * Sets the address to listen on. Default: {@code 127.0.0.1}, which no other machine can reach.
     *
     * @param host host name or address of this machine
     * @return this builder
     */
    public DomoSandboxBuilder host(String host) {
        this.host = host;
        return this;
    }

    /**
     * Sets the port to listen on. Default: 0.
     *
     * @param port 1 to 65535, or 0 for a free port
     * @return this builder
     * @throws IllegalArgumentException when out of range
     */
    public DomoSandboxBuilder port(int port) {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port: must be 0 to 65535, but is " + port);
        }
        this.port = port;
        return this;
    }

    /**
     * Sets where uploaded rows are stored. The sandbox creates a separate folder there and deletes it when closed.
     * Default: the folder for temporary files of this JVM.
     *
     * @param directory an existing folder with room for the uploads
     * @return this builder
     */
    public DomoSandboxBuilder directory(Path directory) {
        this.directory = directory;
        return this;
    }

    /**
     * Adds a client that may ask for tokens. The first one added replaces the default client.
     *
     * @param id client id
     * @param secret client secret
     * @param scopes scopes the client may have, for instance {@code data}; none for every scope
     * @return this builder
     * @throws IllegalArgumentException when the id is blank or a scope is not one of Domo's
     */
    public DomoSandboxBuilder client(String id, String secret, String... scopes) {
        if (id.isBlank()) {
            throw new IllegalArgumentException("id: must not be blank");
        }
        for (String scope : scopes) {
            if (!Client.ALL_SCOPES.contains(scope)) {
                throw new IllegalArgumentException(
                        "scopes: must be of " + Client.ALL_SCOPES + ", but holds '" + scope + "'");
            }
        }
        clients.put(id, new Client(id, secret, scopes.length == 0 ? Client.ALL_SCOPES : List.of(scopes)));
        return this;
    }

    /**
     * Sets how long a token is good for, by the {@linkplain #clock(Clock) clock}. Default: 3599 seconds.
     *
     * @param tokenLifetime at least one second
     * @return this builder
     * @throws IllegalArgumentException when shorter
     */
    public DomoSandboxBuilder tokenLifetime(Duration tokenLifetime) {
        if (tokenLifetime.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("tokenLifetime: must be at least 1 s, but is " + tokenLifetime);
        }
        this.tokenLifetime = tokenLifetime;
        return this;
    }

    /**
     * Sets the clock behind every time stamp, token, delay and quota. Default: the system's, in UTC.
     *
     * @param clock source of the time
     * @return this builder
     */
    public DomoSandboxBuilder clock(Clock clock) {
        this.clock = clock;
        return this;
    }

    /**
     * Sets how long an Execution stays {@code ACTIVE} after its commit. The first request after that time finds it
     * processed. Default: zero, so that the first look after the commit finds the final state.
     *
     * @param commitDelay zero or more
     * @return this builder
     * @throws IllegalArgumentException when negative
     */
    public DomoSandboxBuilder commitDelay(Duration commitDelay) {
        this.commitDelay = notNegative("commitDelay", commitDelay);
        return this;
    }

    /**
     * Sets how long the rows of a DataSet import stay invisible. Default: zero.
     *
     * @param importDelay zero or more
     * @return this builder
     * @throws IllegalArgumentException when negative
     */
    public DomoSandboxBuilder importDelay(Duration importDelay) {
        this.importDelay = notNegative("importDelay", importDelay);
        return this;
    }

    /**
     * Sets the shortest time between two commits of a Stream; an earlier one returns 400. Domo's own rule is 15 minutes
     * (Domo docs, Stream API). Default: zero, for no such rule.
     *
     * @param commitInterval zero or more
     * @return this builder
     * @throws IllegalArgumentException when negative
     */
    public DomoSandboxBuilder commitInterval(Duration commitInterval) {
        this.commitInterval = notNegative("commitInterval", commitInterval);
        return this;
    }

    /**
     * Returns 429 with {@code Retry-After} once a window of time has seen so many requests, token requests included.
     * Default: no limit.
     *
     * @param requests most requests in one window, at least 1
     * @param window length of a window, at least one second
     * @return this builder
     * @throws IllegalArgumentException when a value is too small
     */
    public DomoSandboxBuilder requestLimit(int requests, Duration window) {
        if (requests < 1) {
            throw new IllegalArgumentException("requests: must be at least 1, but is " + requests);
        }
        if (window.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("window: must be at least 1 s, but is " + window);
        }
        requestLimit = requests;
        requestWindow = window;
        return this;
    }

    /**
     * Sets how many rows a DataSet may have for a query; one with more returns 400. A queried DataSet is held in
     * memory. Default: 1,000,000.
     *
     * @param rows at least 1
     * @return this builder
     * @throws IllegalArgumentException when smaller
     */
    public DomoSandboxBuilder queryRowLimit(long rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("rows: must be at least 1, but is " + rows);
        }
        queryRowLimit = rows;
        return this;
    }

    /**
     * Serves HTTPS instead of HTTP. Clients must be configured to trust the certificate. Default: plain HTTP.
     *
     * @param keyStore a PKCS12 file with the private key and certificate of this host, read immediately
     * @param password opens the file and the key
     * @return this builder
     * @throws IllegalArgumentException when the file cannot be read or opened, or holds no private key
     */
    public DomoSandboxBuilder tls(Path keyStore, String password) {
        tls = TlsKeys.read(keyStore, password);
        return this;
    }

    /**
     * Turns quirks on. All are off by default.
     *
     * @param quirks departures from the defaults
     * @return this builder
     */
    public DomoSandboxBuilder quirk(Quirk... quirks) {
        this.quirks.addAll(List.of(quirks));
        return this;
    }

    /**
     * Plans faults from the first request on; more can be added to {@link DomoSandbox#faults()} at any time.
     *
     * @param faults what shall happen, and when
     * @return this builder
     */
    public DomoSandboxBuilder faults(Fault... faults) {
        this.faults.addAll(List.of(faults));
        return this;
    }

    /**
     * Starts a sandbox with these settings.
     *
     * @return a running sandbox, to be closed by the caller
     * @throws java.io.UncheckedIOException when the port cannot be listened on or the folder cannot be written
     */
    public DomoSandbox start() {
        Map<String, Client> known = clients.isEmpty()
                ? Map.of("sandbox-client", new Client("sandbox-client", "sandbox-secret", Client.ALL_SCOPES))
                : new LinkedHashMap<>(clients);
        EnumSet<Quirk> on = EnumSet.noneOf(Quirk.class);
        on.addAll(quirks);
        return DomoSandbox.start(new Settings(
                host,
                port,
                directory,
                known,
                tokenLifetime,
                clock,
                commitDelay,
                importDelay,
                commitInterval,
                requestLimit,
                requestWindow,
                queryRowLimit,
                tls,
                on,
                List.copyOf(faults)));
    }

    private static Duration notNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(name + ": must not be negative, but is " + value);
        }
        return value;
    }
}

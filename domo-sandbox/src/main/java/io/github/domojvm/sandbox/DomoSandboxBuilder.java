package io.github.domojvm.sandbox;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Configures and starts a {@link DomoSandbox}.
 *
 * <pre>{@code
 * try (DomoSandbox sandbox = DomoSandbox.builder()
 *         .client("loader", "secret", "data")
 *         .commitDelay(Duration.ofSeconds(2))
 *         .start()) {
 *     System.out.println(sandbox.url());
 * }
 * }</pre>
 *
 * <p>Defaults: the loopback address and a free port; one client {@code sandbox-client} with secret
 * {@code sandbox-secret} and every scope; tokens that are valid for 3599 seconds; commits and imports that take effect
 * immediately; no request limit; no faults; every {@link Quirk} off.
 *
 * <p>A builder can start several sandboxes. It is not thread-safe.
 */
public final class DomoSandboxBuilder {
    private String host = "127.0.0.1";
    private int port;
    private Path directory = Path.of(System.getProperty("java.io.tmpdir"));
    private final Map<String, Client> clients = new LinkedHashMap<>();
    private final Map<String, List<String>> accountTypes = new LinkedHashMap<>();
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
     * Sets the address to listen on. Default: {@code 127.0.0.1}, which no other machine can reach. With an address that
     * other machines can reach, the default client has a random secret.
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
     * @throws IllegalArgumentException if the port is out of range
     */
    public DomoSandboxBuilder port(int port) {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port: must be 0 to 65535, but is " + port);
        }
        this.port = port;
        return this;
    }

    /**
     * Sets the folder for uploaded rows. The sandbox creates a subfolder there and deletes it on close. Default: the
     * folder for temporary files of this JVM.
     *
     * @param directory an existing folder with enough space for the uploads
     * @return this builder
     */
    public DomoSandboxBuilder directory(Path directory) {
        this.directory = directory;
        return this;
    }

    /**
     * Adds a client that can request tokens. The first added client replaces the default client.
     *
     * @param id client id
     * @param secret client secret
     * @param scopes scopes of the client, for example {@code data}; none for every scope
     * @return this builder
     * @throws IllegalArgumentException if the id is blank or a scope is not one of Domo's
     */
    public DomoSandboxBuilder client(String id, String secret, String... scopes) {
        if (id.isBlank()) {
            throw new IllegalArgumentException("id: must not be blank");
        }
        clients.put(id, Client.of(id, secret, List.of(scopes)));
        return this;
    }

    /**
     * Adds an account type to the list of account types. The first added type replaces five fictitious ones. Accounts
     * of a type that is not listed can also be created, unless {@link Quirk#UNKNOWN_ACCOUNT_TYPES_ARE_REJECTED} is
     * enabled.
     *
     * @param id id of the type, for example {@code mysql}
     * @param requiredProperties names of the properties without which an account is not valid; others are accepted
     * @return this builder
     * @throws IllegalArgumentException if the id is blank
     */
    public DomoSandboxBuilder accountType(String id, String... requiredProperties) {
        if (id.isBlank()) {
            throw new IllegalArgumentException("id: must not be blank");
        }
        accountTypes.put(id, List.of(requiredProperties));
        return this;
    }

    /**
     * Sets the lifetime of tokens, measured by the {@linkplain #clock(Clock) clock}. Default: 3599 seconds.
     *
     * @param tokenLifetime at least one second
     * @return this builder
     * @throws IllegalArgumentException if the lifetime is shorter than one second
     */
    public DomoSandboxBuilder tokenLifetime(Duration tokenLifetime) {
        if (tokenLifetime.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("tokenLifetime: must be at least 1 s, but is " + tokenLifetime);
        }
        this.tokenLifetime = tokenLifetime;
        return this;
    }

    /**
     * Sets the clock for timestamps, token lifetimes, delays and limits. Default: the system clock in UTC.
     *
     * @param clock source of the current time
     * @return this builder
     */
    public DomoSandboxBuilder clock(Clock clock) {
        this.clock = clock;
        return this;
    }

    /**
     * Sets how long an execution stays {@code ACTIVE} after its commit. The first request after the delay finds it
     * processed. Default: zero, so that the first request after the commit returns the final state.
     *
     * @param commitDelay zero or more
     * @return this builder
     * @throws IllegalArgumentException if the value is negative
     */
    public DomoSandboxBuilder commitDelay(Duration commitDelay) {
        this.commitDelay = notNegative("commitDelay", commitDelay);
        return this;
    }

    /**
     * Sets how long the rows of a DataSet import stay invisible. Imports of the Simple API are not delayed. Default:
     * zero.
     *
     * @param importDelay zero or more
     * @return this builder
     * @throws IllegalArgumentException if the value is negative
     */
    public DomoSandboxBuilder importDelay(Duration importDelay) {
        this.importDelay = notNegative("importDelay", importDelay);
        return this;
    }

    /**
     * Sets the minimum time between two commits of a Stream. An earlier commit returns status 400, or 409 or 429 with a
     * {@link Quirk}. Domo's minimum is 15 minutes (Domo docs, Stream API). Default: zero, for no minimum.
     *
     * @param commitInterval zero or more
     * @return this builder
     * @throws IllegalArgumentException if the value is negative
     */
    public DomoSandboxBuilder commitInterval(Duration commitInterval) {
        this.commitInterval = notNegative("commitInterval", commitInterval);
        return this;
    }

    /**
     * Sets the maximum number of requests in a time window, token requests included. Further requests return status 429
     * with {@code Retry-After}. Default: no limit.
     *
     * @param requests maximum number of requests in one window, at least 1
     * @param window length of a window, at least one second
     * @return this builder
     * @throws IllegalArgumentException if a value is too small
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
     * Sets the maximum number of rows of a DataSet that can be queried. A query of a larger DataSet returns status 400.
     * The rows of a queried DataSet are loaded into memory. Default: 1,000,000.
     *
     * @param rows at least 1
     * @return this builder
     * @throws IllegalArgumentException if {@code rows} is less than 1
     */
    public DomoSandboxBuilder queryRowLimit(long rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("rows: must be at least 1, but is " + rows);
        }
        queryRowLimit = rows;
        return this;
    }

    /**
     * Enables HTTPS instead of HTTP. Clients must trust the certificate. Default: plain HTTP.
     *
     * @param keyStore a PKCS12 file with the private key and certificate of this host, read immediately
     * @param password password of the file and of the key
     * @return this builder
     * @throws IllegalArgumentException if the file cannot be read or opened, or contains no private key
     */
    public DomoSandboxBuilder tls(Path keyStore, String password) {
        tls = TlsKeys.read(keyStore, password);
        return this;
    }

    /**
     * Enables quirks, in addition to those already enabled. Default: none.
     *
     * @param quirks changes to the default behavior
     * @return this builder
     */
    public DomoSandboxBuilder quirk(Quirk... quirks) {
        this.quirks.addAll(List.of(quirks));
        return this;
    }

    /**
     * Adds faults that apply from the first request. Faults can be added later through {@link DomoSandbox#faults()}.
     *
     * @param faults planned faults, in order of precedence
     * @return this builder
     */
    public DomoSandboxBuilder faults(Fault... faults) {
        List.of(faults).forEach(FaultPlan::requireSandbox);
        this.faults.addAll(List.of(faults));
        return this;
    }

    /**
     * Starts a sandbox with these settings.
     *
     * @return a running sandbox; the caller closes it
     * @throws java.io.UncheckedIOException if the port cannot be listened on or the folder cannot be written
     */
    public DomoSandbox start() {
        Map<String, Client> known = clients.isEmpty()
                ? Map.of(Client.DEFAULT_ID, Client.byDefault(HttpServer.isLoopback(host)))
                : new LinkedHashMap<>(clients);
        return DomoSandbox.start(new Settings(
                host,
                port,
                directory,
                known,
                Collections.unmodifiableMap(new LinkedHashMap<>(accountTypes)),
                tokenLifetime,
                new MovableClock(clock),
                commitDelay,
                importDelay,
                commitInterval,
                requestLimit,
                requestWindow,
                queryRowLimit,
                tls,
                Set.copyOf(quirks),
                List.copyOf(faults)));
    }

    private static Duration notNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(name + ": must not be negative, but is " + value);
        }
        return value;
    }
}

package io.github.domojvm;

import io.github.domojvm.auth.ClientCredentials;
import io.github.domojvm.internal.AccessTokens;
import io.github.domojvm.internal.CallExecutor;
import io.github.domojvm.internal.CallSettings;
import io.github.domojvm.internal.ClassPathCheck;
import io.github.domojvm.internal.HttpCalls;
import io.github.domojvm.internal.Observation;
import io.github.domojvm.internal.ServiceUrl;
import io.github.domojvm.internal.Timing;
import io.github.domojvm.internal.TokenRenewal;
import io.github.domojvm.internal.Trust;
import io.github.domojvm.internal.UploadThreads;
import io.github.domojvm.observe.CallListener;
import io.github.domojvm.rest.DomoRest;
import io.github.domojvm.retry.RetryPolicy;
import io.github.domojvm.upload.Uploader;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import okhttp3.ConnectionPool;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Collects the settings of a {@link DomoClient}; only the credentials are needed. Not for use by several threads.
 */
public final class DomoClientBuilder {
    private static final String PROXY_AUTHORIZATION = "Proxy-Authorization";
    private static final String USER_AGENT =
            "domo-jvm/" + version() + " Java/" + Runtime.version().feature();

    private @Nullable Supplier<ClientCredentials> credentials;
    private URI apiUrl = URI.create("https://api.domo.com");
    private List<String> scopes = List.of();
    private RetryPolicy retryPolicy = RetryPolicy.defaults();
    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration idleTimeout = Duration.ofSeconds(60);
    private String userAgent = USER_AGENT;
    private @Nullable Duration attemptTimeout;
    private @Nullable Duration totalTimeout;
    private @Nullable Proxy proxy;
    private @Nullable String proxyAuthorization;
    private @Nullable Trust trust;
    private CallListener listener = CallListener.SILENT;
    private boolean allowCleartext;
    private @Nullable OkHttpClient httpClient;
    private @Nullable Executor uploadExecutor;
    private Timing timing = Timing.SYSTEM;

    DomoClientBuilder() {}

    /**
     * Sets who calls.
     *
     * @param clientId the client id, as made in Domo's developer portal
     * @param clientSecret its secret
     * @return this builder
     * @throws IllegalArgumentException when one of them is blank
     */
    public DomoClientBuilder credentials(String clientId, String clientSecret) {
        return credentials(ClientCredentials.of(clientId, clientSecret));
    }

    /**
     * Sets who calls.
     *
     * @param credentials the client id and its secret
     * @return this builder
     */
    public DomoClientBuilder credentials(ClientCredentials credentials) {
        return credentials(() -> credentials);
    }

    /**
     * Sets where the credentials come from, for those that change while the program runs, as from a vault. It is asked before
     * each token request, on the thread that makes a call, and once more when the service refuses what it gave.
     *
     * @param provider gives the credentials to use now; safe for several threads
     * @return this builder
     */
    public DomoClientBuilder credentials(Supplier<ClientCredentials> provider) {
        this.credentials = provider;
        return this;
    }

    /**
     * Takes settings from variables: {@code DOMO_CLIENT_ID} and {@code DOMO_CLIENT_SECRET}, and where they are set {@code
     * DOMO_API_URL} and {@code DOMO_SCOPES} (separated by blanks or commas).
     *
     * @param variables the variables, such as {@code System.getenv()}
     * @return this builder
     * @throws IllegalStateException when the id or the secret is not among them
     * @throws IllegalArgumentException when the URL is not one that {@link #apiUrl} takes
     */
    public DomoClientBuilder environment(Map<String, String> variables) {
        credentials(needed(variables, "DOMO_CLIENT_ID"), needed(variables, "DOMO_CLIENT_SECRET"));
        String url = variables.getOrDefault("DOMO_API_URL", "");
        if (!url.isBlank()) {
            apiUrl(url);
        }
        String wanted = variables.getOrDefault("DOMO_SCOPES", "");
        return wanted.isBlank() ? this : scopes(wanted.strip().split("[\\s,]+"));
    }

    /**
     * Sets where the service lives; {@code https://api.domo.com} by default, which is right for every customer. The
     * instance's own host is not: it answers with its login page.
     *
     * @param url an https URL; http is taken for this machine only, unless {@link #allowCleartext()} was called
     * @return this builder
     * @throws IllegalArgumentException when it is not an http or https URL
     */
    public DomoClientBuilder apiUrl(String url) {
        this.apiUrl = ServiceUrl.parse(url);
        return this;
    }

    /**
     * Sets the scopes of the token; by default all that the client has.
     *
     * @param scopes such as {@code data}, {@code user}, {@code dashboard}, {@code audit}, {@code account}, {@code workflow}
     * @return this builder
     */
    public DomoClientBuilder scopes(String... scopes) {
        this.scopes = List.copyOf(Arrays.asList(scopes));
        return this;
    }

    /**
     * Sets how often and how patiently failed calls are sent again; {@link RetryPolicy#defaults()} by default.
     *
     * @param policy the policy
     * @return this builder
     */
    public DomoClientBuilder retryPolicy(RetryPolicy policy) {
        this.retryPolicy = policy;
        return this;
    }

    /**
     * Sets how long making a connection may take; 10 s by default. Not used with a given {@link #httpClient}.
     *
     * @param timeout positive
     * @return this builder
     * @throws IllegalArgumentException when it is not positive
     */
    public DomoClientBuilder connectTimeout(Duration timeout) {
        this.connectTimeout = positive("connectTimeout", timeout);
        return this;
    }

    /**
     * Sets how long a connection may be silent while something is sent or awaited; 60 s by default. Not used with a given
     * {@link #httpClient}.
     *
     * @param timeout positive
     * @return this builder
     * @throws IllegalArgumentException when it is not positive
     */
    public DomoClientBuilder idleTimeout(Duration timeout) {
        this.idleTimeout = positive("idleTimeout", timeout);
        return this;
    }

    /**
     * Sets how long one attempt of a call may take, from sending to the end of the answer, however busy the connection is; no
     * bound by default. It holds for exports and parts of uploads too, which may take long.
     *
     * @param timeout positive
     * @return this builder
     * @throws IllegalArgumentException when it is not positive
     */
    public DomoClientBuilder attemptTimeout(Duration timeout) {
        this.attemptTimeout = positive("attemptTimeout", timeout);
        return this;
    }

    /**
     * Sets how long a call may take with all its attempts and the waits between them; no bound by default.
     *
     * @param timeout positive
     * @return this builder
     * @throws IllegalArgumentException when it is not positive
     */
    public DomoClientBuilder totalTimeout(Duration timeout) {
        this.totalTimeout = positive("totalTimeout", timeout);
        return this;
    }

    /**
     * Sends everything through an HTTP proxy. Without it, the one of the JVM's system properties is used, if any. Not used with
     * a given {@link #httpClient}.
     *
     * @param host the proxy's host
     * @param port its port
     * @return this builder
     */
    public DomoClientBuilder proxy(String host, int port) {
        this.proxy = new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
        return this;
    }

    /**
     * Sends everything through an HTTP proxy that wants to know who comes (Basic). Not used with a given {@link #httpClient}.
     *
     * @param host the proxy's host
     * @param port its port
     * @param user the user's name
     * @param password the user's password; shown nowhere
     * @return this builder
     */
    public DomoClientBuilder proxy(String host, int port, String user, String password) {
        this.proxyAuthorization = Credentials.basic(user, password);
        return proxy(host, port);
    }

    /**
     * Trusts further certificate authorities beside those of the JVM, such as that of a company's proxy that opens TLS. Not
     * used with a given {@link #httpClient}.
     *
     * @param certificates a file of certificates in PEM or DER
     * @return this builder
     * @throws IllegalArgumentException when it cannot be read
     */
    public DomoClientBuilder trust(Path certificates) {
        this.trust = Trust.with(certificates, null);
        return this;
    }

    /**
     * Trusts further certificate authorities beside those of the JVM. Not used with a given {@link #httpClient}.
     *
     * @param keyStore a key store in PKCS12 or JKS
     * @param password opens it
     * @return this builder
     * @throws IllegalArgumentException when it cannot be read
     */
    public DomoClientBuilder trust(Path keyStore, String password) {
        this.trust = Trust.with(keyStore, password);
        return this;
    }

    /**
     * Sets who is told of every attempt, retry and token, for metrics and traces.
     *
     * @param listener is told on the threads that make the calls
     * @return this builder
     */
    public DomoClientBuilder callListener(CallListener listener) {
        this.listener = listener;
        return this;
    }

    /**
     * Names the calling program to the service, after the name of this library.
     *
     * @param program such as {@code nightly-load/2.1}
     * @return this builder
     */
    public DomoClientBuilder userAgent(String program) {
        this.userAgent = USER_AGENT + " " + program;
        return this;
    }

    /**
     * Allows an http URL of another machine. The client secret and all rows cross the network readable then; meant for a
     * sandbox in a closed network.
     *
     * @return this builder
     */
    public DomoClientBuilder allowCleartext() {
        this.allowCleartext = true;
        return this;
    }

    /**
     * Sets the HTTP client, for a proxy, a trust store, timeouts, or shared connections. A derived client is used that
     * shares its connections, follows no redirect and repeats nothing by itself. It stays open when the {@link DomoClient}
     * is closed.
     *
     * @param client the client
     * @return this builder
     */
    public DomoClientBuilder httpClient(OkHttpClient client) {
        this.httpClient = client;
        return this;
    }

    /**
     * Sets the threads on which uploads compress and send; by default up to 16 daemon threads of the client's own. Each
     * task is a block to compress or a part to send, and none waits for another, so that one thread suffices. It stays open
     * when the {@link DomoClient} is closed.
     *
     * @param executor the threads
     * @return this builder
     */
    public DomoClientBuilder uploadExecutor(Executor executor) {
        this.uploadExecutor = executor;
        return this;
    }

    DomoClientBuilder timing(Timing timing) {
        this.timing = timing;
        return this;
    }

    /**
     * Makes the client; sends nothing.
     *
     * @return the client
     * @throws IllegalStateException when there are no credentials, when the URL is http and not of this machine, or when
     *     OkHttp or Okio stand on the class path twice or too old
     */
    public DomoClient build() {
        ClassPathCheck.run();
        Supplier<ClientCredentials> caller = credentials;
        if (caller == null) {
            throw new IllegalStateException(
                    "The client needs credentials: call credentials(id, secret) before build()");
        }
        if (!allowCleartext && ServiceUrl.isReadableOnTheWay(apiUrl)) {
            throw new IllegalStateException("The client secret would cross the network readable to " + apiUrl
                    + ": use https, or call allowCleartext() if that network is closed");
        }
        OkHttpClient http = HttpCalls.prepare(httpClient == null ? newHttpClient() : httpClient);
        RandomGenerator random = RandomGenerator.getDefault();
        Observation observation = new Observation(listener);
        AtomicBoolean closed = new AtomicBoolean();
        CallSettings settings = new CallSettings(retryPolicy, attemptTimeout, totalTimeout);
        Map<String, String> headers = Map.of("User-Agent", userAgent);
        Supplier<String> basic =
                () -> Credentials.basic(caller.get().id(), caller.get().secret());
        AccessTokens tokens = new AccessTokens(
                DomoRest.create(apiUrl, new HttpCalls(http, basic, headers, closed::get))
                        .authentication(),
                new CallExecutor(TokenRenewal.NONE, settings, random, timing, observation),
                basic,
                scopes.isEmpty() ? null : String.join(" ", scopes),
                timing,
                observation);
        URI url = apiUrl;
        DomoRest api = DomoRest.create(url, new HttpCalls(http, tokens, headers, closed::get));
        CallExecutor calls = new CallExecutor(tokens, settings, random, timing, observation);
        Executor given = uploadExecutor;
        ExecutorService own = given == null ? UploadThreads.start() : null;
        Executor executor = given == null ? Objects.requireNonNull(own) : given;
        Uploader uploader = new Uploader(api.streams(), api.dataSets(), calls, executor, timing);
        boolean ownsHttp = httpClient == null;
        return new DomoClient(
                api,
                calls,
                uploader,
                options -> view(options, url, http, tokens, headers, closed::get, calls, uploader),
                () -> {
                    uploader.close();
                    closed.set(true);
                    if (own != null) {
                        own.shutdown();
                    }
                    if (ownsHttp) {
                        http.connectionPool().evictAll();
                        http.dispatcher().executorService().shutdown();
                    }
                });
    }

    private static DomoClient view(
            CallOptions options,
            URI url,
            OkHttpClient http,
            AccessTokens tokens,
            Map<String, String> headers,
            BooleanSupplier closed,
            CallExecutor calls,
            Uploader uploader) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(options.headers);
        CallSettings usual = calls.settings();
        CallSettings settings = new CallSettings(
                Objects.requireNonNullElse(options.retryPolicy, usual.policy()),
                options.attemptTimeout == null ? usual.attemptTimeout() : options.attemptTimeout,
                options.totalTimeout == null ? usual.totalTimeout() : options.totalTimeout);
        CallExecutor other = calls.with(settings);
        return new DomoClient(
                DomoRest.create(url, new HttpCalls(http, tokens, all, closed)),
                other,
                uploader,
                further -> view(further, url, http, tokens, all, closed, other, uploader),
                () -> {});
    }

    private OkHttpClient newHttpClient() {
        OkHttpClient.Builder client = new OkHttpClient.Builder()
                .connectTimeout(connectTimeout)
                .readTimeout(idleTimeout)
                .writeTimeout(idleTimeout)
                // As many as parts that can be in flight: a connection less would be made anew for each part.
                .connectionPool(new ConnectionPool(UploadThreads.MAX, 5, TimeUnit.MINUTES));
        if (proxy != null) {
            client.proxy(proxy);
        }
        String authorization = proxyAuthorization;
        if (authorization != null) {
            // Asked again, the proxy has refused them.
            client.proxyAuthenticator((route, response) -> response.request().header(PROXY_AUTHORIZATION) != null
                    ? null
                    : response.request()
                            .newBuilder()
                            .header(PROXY_AUTHORIZATION, authorization)
                            .build());
        }
        Trust authorities = trust;
        if (authorities != null) {
            client.sslSocketFactory(authorities.context().getSocketFactory(), authorities.manager());
        }
        return client.build();
    }

    private static String needed(Map<String, String> variables, String name) {
        String value = variables.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(
                    name + " is not set. Set DOMO_CLIENT_ID and DOMO_CLIENT_SECRET to a client made in"
                            + " Domo's developer portal.");
        }
        return value.strip();
    }

    static Duration positive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " must be positive: " + value);
        }
        return value;
    }

    private static String version() {
        String version = DomoClientBuilder.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }
}

package io.github.domojvm;

import io.github.domojvm.auth.ClientCredentials;
import io.github.domojvm.internal.Args;
import io.github.domojvm.internal.auth.BasicCredentials;
import io.github.domojvm.internal.call.Timing;
import io.github.domojvm.internal.http.ClassPathCheck;
import io.github.domojvm.internal.http.ServiceUrl;
import io.github.domojvm.internal.http.Trust;
import io.github.domojvm.observe.CallListener;
import io.github.domojvm.retry.RetryPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Collects the settings of a {@link DomoClient}; only the credentials are needed. Not for use by several threads. */
public final class DomoClientBuilder {
    private final ClientSettings settings = new ClientSettings();
    private @Nullable Supplier<ClientCredentials> credentials;

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
        ClientCredentials credentials = ClientCredentials.of(clientId, clientSecret);
        return credentials(() -> credentials);
    }

    /**
     * Sets where the credentials come from, for those that change while the program runs, as from a vault. It is asked
     * before each token request, on the thread that makes a call, and once more when the service refuses what it gave.
     *
     * @param provider gives the credentials to use now; safe for several threads
     * @return this builder
     */
    public DomoClientBuilder credentials(Supplier<ClientCredentials> provider) {
        this.credentials = Args.notNull("provider", provider);
        return this;
    }

    /**
     * Takes settings from variables: {@code DOMO_CLIENT_ID} and {@code DOMO_CLIENT_SECRET}, and where they are set
     * {@code DOMO_API_URL} and {@code DOMO_SCOPES} (separated by blanks or commas).
     *
     * @param variables the variables, such as {@code System.getenv()}
     * @return this builder
     * @throws IllegalStateException when the id or the secret is not among them
     * @throws IllegalArgumentException when the URL is not one that {@link #apiUrl} takes
     */
    public DomoClientBuilder environment(Map<String, String> variables) {
        EnvironmentVariables.apply(Args.notNull("variables", variables), this);
        return this;
    }

    /**
     * Sets where the service lives; {@code https://api.domo.com} by default, which is right for every customer. The
     * instance's own host is not: it answers with its login page.
     *
     * @param apiUrl an https URL; http is taken for this machine only, unless {@link #allowCleartext()} was called
     * @return this builder
     * @throws IllegalArgumentException when it is not an http or https URL
     */
    public DomoClientBuilder apiUrl(String apiUrl) {
        settings.apiUrl = ServiceUrl.parse(Args.notNull("apiUrl", apiUrl));
        return this;
    }

    /**
     * Sets the scopes of the token; by default all that the client has.
     *
     * @param scopes such as {@code data}, {@code user}, {@code dashboard}, {@code audit}, {@code account},
     *     {@code workflow}
     * @return this builder
     */
    public DomoClientBuilder scopes(String... scopes) {
        settings.scopes = Args.namesOf("scopes", scopes);
        return this;
    }

    /**
     * Sets how often and how patiently failed calls are sent again; {@link RetryPolicy#defaults()} by default.
     *
     * @param retryPolicy the policy
     * @return this builder
     */
    public DomoClientBuilder retryPolicy(RetryPolicy retryPolicy) {
        settings.retryPolicy = Args.notNull("retryPolicy", retryPolicy);
        return this;
    }

    /**
     * Sets how long making a connection may take; 10 s by default, or what a given {@link #httpClient} has.
     *
     * @param connectTimeout positive
     * @return this builder
     */
    public DomoClientBuilder connectTimeout(Duration connectTimeout) {
        settings.http.connectTimeout = Args.positive("connectTimeout", connectTimeout);
        return this;
    }

    /**
     * Sets how long a connection may be silent while something is sent or awaited; 60 s by default, or what a given
     * {@link #httpClient} has.
     *
     * @param idleTimeout positive
     * @return this builder
     */
    public DomoClientBuilder idleTimeout(Duration idleTimeout) {
        settings.http.idleTimeout = Args.positive("idleTimeout", idleTimeout);
        return this;
    }

    /**
     * Sets how long one attempt of a call may take, from sending to the end of the answer, however busy the connection
     * is; no bound by default. It holds for exports and parts of uploads too, which may take long.
     *
     * @param attemptTimeout positive
     * @return this builder
     */
    public DomoClientBuilder attemptTimeout(Duration attemptTimeout) {
        settings.attemptTimeout = Args.positive("attemptTimeout", attemptTimeout);
        return this;
    }

    /**
     * Sets how long a call may take with all its attempts and the waits between them; no bound by default.
     *
     * @param totalTimeout positive
     * @return this builder
     */
    public DomoClientBuilder totalTimeout(Duration totalTimeout) {
        settings.totalTimeout = Args.positive("totalTimeout", totalTimeout);
        return this;
    }

    /**
     * Sends everything through an HTTP proxy. Without it, the one of the given {@link #httpClient} or of the JVM's
     * system properties is used, if any.
     *
     * @param host the proxy's host
     * @param port its port
     * @return this builder
     */
    public DomoClientBuilder proxy(String host, int port) {
        settings.http.proxy(Args.notBlank("host", host), Args.inRange("port", port, 1, 65_535));
        return this;
    }

    /**
     * Sends everything through an HTTP proxy that wants to know who comes (Basic).
     *
     * @param host the proxy's host
     * @param port its port
     * @param user the user's name
     * @param password the user's password; shown nowhere
     * @return this builder
     */
    public DomoClientBuilder proxy(String host, int port, String user, String password) {
        proxy(host, port);
        settings.http.proxyUser(Args.notBlank("user", user), Args.notNull("password", password));
        return this;
    }

    /**
     * Trusts further certificate authorities beside those of the JVM, such as that of a company's proxy that opens TLS.
     * It takes the place of what a given {@link #httpClient} trusts.
     *
     * @param certificates a file of certificates in PEM or DER
     * @return this builder
     * @throws IllegalArgumentException when it cannot be read
     */
    public DomoClientBuilder trust(Path certificates) {
        settings.http.trust = Trust.with(Args.notNull("certificates", certificates), null);
        return this;
    }

    /**
     * Trusts further certificate authorities, as {@link #trust(Path)} does.
     *
     * @param keyStore a key store in PKCS12 or JKS
     * @param password opens it
     * @return this builder
     * @throws IllegalArgumentException when it cannot be read
     */
    public DomoClientBuilder trust(Path keyStore, String password) {
        settings.http.trust = Trust.with(Args.notNull("keyStore", keyStore), Args.notNull("password", password));
        return this;
    }

    /**
     * Makes TLS in the caller's own way: with a trust store alone, or with a certificate of the client's too.
     *
     * @param context makes the connections
     * @param trust checks certificates; the one that the context was initialized with
     * @return this builder
     */
    public DomoClientBuilder tls(SSLContext context, X509TrustManager trust) {
        settings.http.trust = new Trust(Args.notNull("context", context), Args.notNull("trust", trust));
        return this;
    }

    /**
     * Sets who is told of every attempt, retry and token, for metrics and traces.
     *
     * @param callListener is told on the threads that make the calls
     * @return this builder
     */
    public DomoClientBuilder callListener(CallListener callListener) {
        settings.listener = Args.notNull("callListener", callListener);
        return this;
    }

    /**
     * Names the calling program to the service, after the names of this library and of the JVM.
     *
     * @param userAgent such as {@code nightly-load/2.1}
     * @return this builder
     * @throws IllegalArgumentException when it cannot be sent, as with a line break
     */
    public DomoClientBuilder userAgent(String userAgent) {
        settings.userAgent = UserAgent.of(userAgent);
        return this;
    }

    /**
     * Allows an http URL of another machine. The client secret and all rows cross the network readable then; meant for
     * a sandbox in a closed network.
     *
     * @return this builder
     */
    public DomoClientBuilder allowCleartext() {
        settings.allowCleartext = true;
        return this;
    }

    /**
     * Sets the HTTP client, for interceptors or shared connections. A derived client is used that shares its
     * connections and keeps its interceptors, follows no redirect and repeats nothing by itself. What else is set on
     * this builder, such as a proxy or a timeout, goes before what the given client has. The given client stays open
     * when the {@link DomoClient} is closed.
     *
     * @param httpClient the client
     * @return this builder
     */
    public DomoClientBuilder httpClient(OkHttpClient httpClient) {
        settings.http.given = Args.notNull("httpClient", httpClient);
        return this;
    }

    /**
     * Sets the threads on which uploads compress and send; by default up to 16 daemon threads of the client's own. Each
     * task is a block to compress or a part to send, and none waits for another, so that one thread suffices. It stays
     * open when the {@link DomoClient} is closed.
     *
     * @param uploadExecutor the threads
     * @return this builder
     */
    public DomoClientBuilder uploadExecutor(Executor uploadExecutor) {
        settings.uploadExecutor = Args.notNull("uploadExecutor", uploadExecutor);
        return this;
    }

    DomoClientBuilder timing(Timing timing) {
        settings.timing = timing;
        return this;
    }

    /**
     * Makes the client; sends nothing.
     *
     * @return the client
     * @throws IllegalStateException when there are no credentials, when the URL is http and not of this machine, or
     *     when OkHttp or Okio stand on the class path twice or too old
     */
    public DomoClient build() {
        ClassPathCheck.run();
        Supplier<ClientCredentials> provider = credentials;
        if (provider == null) {
            throw new IllegalStateException(
                    "The client needs credentials: call credentials(id, secret) before build()");
        }
        settings.checkUrl();
        return Wiring.client(settings, new BasicCredentials(provider));
    }
}

package io.github.domojvm;

import io.github.domojvm.auth.ClientCredentials;
import io.github.domojvm.internal.Args;
import io.github.domojvm.internal.call.Timing;
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

/**
 * Builds a {@link DomoClient}. Only the credentials are required.
 *
 * <pre>{@code
 * DomoClient domo = DomoClient.builder().credentials(id, secret).totalTimeout(Duration.ofMinutes(5)).build();
 * }</pre>
 *
 * <p>Not thread-safe. No method sends a request. An {@link #httpClient} or {@link #uploadExecutor} that is set stays
 * open when the {@link DomoClient} is closed; the caller must close it.
 *
 * <p>Setters throw {@link IllegalArgumentException} if a value is invalid.
 */
public final class DomoClientBuilder {
    private final ClientSettings settings = new ClientSettings();

    DomoClientBuilder() {}

    /**
     * Sets the credentials.
     *
     * @param clientId the client id, as created in Domo's developer portal
     * @param clientSecret the client secret
     * @return this builder
     */
    public DomoClientBuilder credentials(String clientId, String clientSecret) {
        ClientCredentials credentials = ClientCredentials.of(clientId, clientSecret);
        return credentials(() -> credentials);
    }

    /**
     * Sets a provider of credentials that change while the program runs, such as a vault. It is called before each
     * token request, on the thread of the call, and once more if the service rejects the credentials.
     *
     * @param provider returns the current credentials; must be thread-safe
     * @return this builder
     */
    public DomoClientBuilder credentials(Supplier<ClientCredentials> provider) {
        settings.credentials = Args.notNull("provider", provider);
        return this;
    }

    /**
     * Sets credentials, URL and scopes from the variables of {@link DomoClient#fromEnvironment()}.
     *
     * @param variables the variables, such as {@code System.getenv()}
     * @return this builder
     * @throws IllegalStateException if the client id or secret is missing
     * @throws IllegalArgumentException if {@link #apiUrl} does not accept the URL
     */
    public DomoClientBuilder environment(Map<String, String> variables) {
        EnvironmentVariables.apply(Args.notNull("variables", variables), this);
        return this;
    }

    /**
     * Sets the URL of the API; by default {@code https://api.domo.com}, which is valid for every customer. The host of
     * an instance is not: it responds with its login page.
     *
     * @param apiUrl an https URL; http is accepted only for this machine, unless {@link #allowCleartext()} is called
     * @return this builder
     * @throws IllegalArgumentException if it is not an http or https URL
     */
    public DomoClientBuilder apiUrl(String apiUrl) {
        settings.apiUrl = ServiceUrl.parse(Args.notNull("apiUrl", apiUrl));
        return this;
    }

    /**
     * Sets the scopes of the access token; by default all scopes of the API client.
     *
     * @param scopes for example {@code data} and {@code user}; the guide Credentials lists all scopes
     * @return this builder
     */
    public DomoClientBuilder scopes(String... scopes) {
        settings.scopes = Args.namesOf("scopes", scopes);
        return this;
    }

    /**
     * Sets the number of attempts and the delays between them; {@link RetryPolicy#defaults()} by default.
     *
     * @param retryPolicy the policy
     * @return this builder
     */
    public DomoClientBuilder retryPolicy(RetryPolicy retryPolicy) {
        settings.retryPolicy = Args.notNull("retryPolicy", retryPolicy);
        return this;
    }

    /**
     * Sets the timeout for opening a connection; by default 10 s or that of the {@link #httpClient}.
     *
     * @param connectTimeout positive
     * @return this builder
     */
    public DomoClientBuilder connectTimeout(Duration connectTimeout) {
        settings.http.connectTimeout = Args.positive("connectTimeout", connectTimeout);
        return this;
    }

    /**
     * Sets the read and write timeout of a connection; by default 60 s or those of the {@link #httpClient}.
     *
     * @param idleTimeout positive
     * @return this builder
     */
    public DomoClientBuilder idleTimeout(Duration idleTimeout) {
        settings.http.idleTimeout = Args.positive("idleTimeout", idleTimeout);
        return this;
    }

    /**
     * Sets the timeout of one attempt, from sending the request to the end of the response; none by default. It also
     * applies to exports and to parts of uploads, which may take long.
     *
     * @param attemptTimeout positive
     * @return this builder
     */
    public DomoClientBuilder attemptTimeout(Duration attemptTimeout) {
        settings.attemptTimeout = Args.positive("attemptTimeout", attemptTimeout);
        return this;
    }

    /**
     * Sets the timeout of a call, including all attempts and the delays between them; none by default.
     *
     * @param totalTimeout positive
     * @return this builder
     */
    public DomoClientBuilder totalTimeout(Duration totalTimeout) {
        settings.totalTimeout = Args.positive("totalTimeout", totalTimeout);
        return this;
    }

    /**
     * Sets when a response must begin, its minimum rate, and the maximum size of JSON.
     *
     * @param responseLimits the limits; {@link ResponseLimits#defaults()} by default
     * @return this builder
     */
    public DomoClientBuilder responseLimits(ResponseLimits responseLimits) {
        settings.responseLimits = Args.notNull("responseLimits", responseLimits);
        return this;
    }

    /**
     * Sets an HTTP proxy; by default that of the {@link #httpClient} or of the JVM's system properties, if any.
     *
     * @param host the host of the proxy
     * @param port the port of the proxy
     * @return this builder
     */
    public DomoClientBuilder proxy(String host, int port) {
        settings.http.proxy(Args.notBlank("host", host), Args.inRange("port", port, 1, 65_535));
        return this;
    }

    /**
     * Sets an HTTP proxy with Basic authentication.
     *
     * @param host the host of the proxy
     * @param port the port of the proxy
     * @param user the user name
     * @param password the password; never logged or contained in a message
     * @return this builder
     */
    public DomoClientBuilder proxy(String host, int port, String user, String password) {
        proxy(host, port);
        settings.http.proxyUser(Args.notBlank("user", user), Args.notNull("password", password));
        return this;
    }

    /**
     * Adds certificate authorities to those of the JVM, such as that of a proxy that inspects TLS. Replaces the trust
     * settings of the {@link #httpClient}.
     *
     * @param certificates a file with certificates in PEM or DER
     * @return this builder
     * @throws IllegalArgumentException if the file cannot be read
     */
    public DomoClientBuilder trust(Path certificates) {
        settings.http.trust = Trust.with(Args.notNull("certificates", certificates), null);
        return this;
    }

    /**
     * Adds certificate authorities from a key store, as {@link #trust(Path)} does.
     *
     * @param keyStore a key store in PKCS12 or JKS
     * @param password the password of the key store
     * @return this builder
     * @throws IllegalArgumentException if the file cannot be read
     */
    public DomoClientBuilder trust(Path keyStore, String password) {
        settings.http.trust = Trust.with(Args.notNull("keyStore", keyStore), Args.notNull("password", password));
        return this;
    }

    /**
     * Sets the TLS configuration, such as a custom trust store or a client certificate.
     *
     * @param context the context that creates the connections
     * @param trust the trust manager with which the context was initialized
     * @return this builder
     */
    public DomoClientBuilder tls(SSLContext context, X509TrustManager trust) {
        settings.http.trust = new Trust(Args.notNull("context", context), Args.notNull("trust", trust));
        return this;
    }

    /**
     * Sets the listener for attempts, retries and tokens, for metrics and traces.
     *
     * @param callListener the listener, called on the threads of the calls
     * @return this builder
     */
    public DomoClientBuilder callListener(CallListener callListener) {
        settings.listener = Args.notNull("callListener", callListener);
        return this;
    }

    /**
     * Adds the name of the program to the {@code User-Agent} header, after library and JVM.
     *
     * @param userAgent printable ASCII, such as {@code nightly-load/2.1}
     * @return this builder
     */
    public DomoClientBuilder userAgent(String userAgent) {
        settings.userAgent = UserAgent.of(userAgent);
        return this;
    }

    /**
     * Allows http URLs of other machines, such as a private sandbox. Secret and rows are then sent unencrypted.
     *
     * @return this builder
     */
    public DomoClientBuilder allowCleartext() {
        settings.allowCleartext = true;
        return this;
    }

    /**
     * Sets the HTTP client, for interceptors or shared connections. A derived client is used, which does not follow
     * redirects or retry. Other settings of this builder, such as a proxy or a timeout, override those of the client.
     *
     * @param httpClient the HTTP client
     * @return this builder
     */
    public DomoClientBuilder httpClient(OkHttpClient httpClient) {
        settings.http.given = Args.notNull("httpClient", httpClient);
        return this;
    }

    /**
     * Sets the executor that compresses and sends the parts of uploads; by default up to 16 daemon threads. Each task
     * compresses a block or sends a part and waits for no other task, so one thread suffices.
     *
     * @param uploadExecutor the executor
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
     * Creates the client. Sends no request.
     *
     * @return the client
     * @throws IllegalStateException if credentials are missing, if the URL is http and not of this machine without
     *     {@link #allowCleartext()}, or if OkHttp or Okio is on the class path twice or too old
     */
    public DomoClient build() {
        return Wiring.client(settings, settings.checked());
    }
}

package io.github.domojvm;

import io.github.domojvm.internal.http.Trust;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** The connection settings, applied to a new HTTP client or to one derived from the caller's. */
final class HttpSettings {
    private static final String PROXY_AUTHORIZATION = "Proxy-Authorization";
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(60);

    @Nullable
    OkHttpClient given;

    @Nullable
    Duration connectTimeout;

    @Nullable
    Duration idleTimeout;

    @Nullable
    Trust trust;

    private @Nullable Proxy proxy;
    private @Nullable Authenticator proxyAuthenticator;

    void proxy(String host, int port) {
        proxy = new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
        proxyAuthenticator = null;
    }

    /** Stores the password only as part of the header value. */
    void proxyUser(String user, String password) {
        String authorization = Credentials.basic(user, password);
        // A second challenge means that the proxy rejected the credentials.
        proxyAuthenticator = (route, response) -> response.request().header(PROXY_AUTHORIZATION) != null
                ? null
                : response.request()
                        .newBuilder()
                        .header(PROXY_AUTHORIZATION, authorization)
                        .build();
    }

    OkHttpClient client() {
        OkHttpClient.Builder client = given == null ? newClient() : given.newBuilder();
        if (connectTimeout != null) {
            client.connectTimeout(connectTimeout);
        }
        if (idleTimeout != null) {
            client.readTimeout(idleTimeout).writeTimeout(idleTimeout);
        }
        if (proxy != null) {
            client.proxy(proxy);
        }
        if (proxyAuthenticator != null) {
            client.proxyAuthenticator(proxyAuthenticator);
        }
        if (trust != null) {
            client.sslSocketFactory(trust.context().getSocketFactory(), trust.manager());
        }
        return client.build();
    }

    private static OkHttpClient.Builder newClient() {
        return new OkHttpClient.Builder()
                .connectTimeout(CONNECT_TIMEOUT)
                .readTimeout(IDLE_TIMEOUT)
                .writeTimeout(IDLE_TIMEOUT)
                // One for each part in flight; with fewer, parts would open new connections.
                .connectionPool(new ConnectionPool(UploadThreads.MAX, 5, TimeUnit.MINUTES));
    }
}

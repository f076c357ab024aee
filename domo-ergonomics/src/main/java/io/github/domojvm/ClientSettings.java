package io.github.domojvm;

import io.github.domojvm.auth.ClientCredentials;
import io.github.domojvm.internal.auth.BasicCredentials;
import io.github.domojvm.internal.call.Timing;
import io.github.domojvm.internal.http.ClassPathCheck;
import io.github.domojvm.internal.http.ServiceUrl;
import io.github.domojvm.observe.CallListener;
import io.github.domojvm.retry.RetryPolicy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The settings of a client with their defaults. */
final class ClientSettings {
    final HttpSettings http = new HttpSettings();
    ResponseLimits responseLimits = ResponseLimits.defaults();

    @Nullable
    Supplier<ClientCredentials> credentials;

    boolean allowCleartext;
    URI apiUrl = URI.create("https://api.domo.com");
    List<String> scopes = List.of();
    RetryPolicy retryPolicy = RetryPolicy.defaults();

    @Nullable
    Duration attemptTimeout;

    @Nullable
    Duration totalTimeout;

    String userAgent = UserAgent.LIBRARY;
    CallListener listener = new CallListener() {};

    @Nullable
    Executor uploadExecutor;

    Timing timing = Timing.SYSTEM;

    /**
     * Checks class path, credentials and URL.
     *
     * @return the credentials
     * @throws IllegalStateException if a check fails
     */
    BasicCredentials checked() {
        ClassPathCheck.run();
        if (credentials == null) {
            throw new IllegalStateException("No credentials are set. Call credentials(id, secret) before build().");
        }
        if (!allowCleartext && ServiceUrl.isReadableOnTheWay(apiUrl)) {
            throw new IllegalStateException(
                    "The client was not created. The client secret would be sent unencrypted to " + apiUrl
                            + ". Use https, or call allowCleartext() if the network is private.");
        }
        return new BasicCredentials(credentials);
    }
}

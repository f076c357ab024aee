package io.github.domojvm.internal.http;

import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** Creates HTTP calls with an authorization and the headers of a client. */
public final class HttpCalls implements Call.Factory {
    /** A call with a session of the instance does not use an access token (Domo docs, Client API). */
    private static final String OWN_SESSION = "X-DOMO-Authentication";

    private final Call.Factory http;
    private final Supplier<String> authorization;
    private final Map<String, String> headers;
    private final BooleanSupplier closed;

    /**
     * Creates a factory.
     *
     * @param http sends the calls: a client that {@link #prepare} has returned, or a substitute in a test
     * @param authorization provides the header {@code Authorization}, called for each request
     * @param headers further headers, including {@code User-Agent}
     * @param closed whether the client is closed
     */
    public HttpCalls(
            Call.Factory http, Supplier<String> authorization, Map<String, String> headers, BooleanSupplier closed) {
        this.http = http;
        this.authorization = authorization;
        this.headers = headers;
        this.closed = closed;
    }

    /**
     * Derives the client that sends the calls. It shares connections with the given one. Unlike it, it does not retry,
     * not even after status 401, since attempts are counted in one layer only, and it does not follow redirects, so
     * that the secret is not sent to another host.
     *
     * @param base the caller's client or a new one
     * @param limits the limits of responses
     * @param nanos the clock that measures the rate of responses
     * @return the derived client
     */
    public static OkHttpClient prepare(OkHttpClient base, HttpLimits limits, LongSupplier nanos) {
        EventListener.Factory listeners = base.eventListenerFactory();
        OkHttpClient.Builder client = base.newBuilder()
                .eventListenerFactory(call -> listeners.create(call).plus(ConnectFailures.LISTENER))
                .retryOnConnectionFailure(false)
                .authenticator(Authenticator.NONE)
                .followRedirects(false)
                .followSslRedirects(false)
                .addInterceptor(new ErrorBodyLimit())
                .addInterceptor(new RawBody())
                .addInterceptor(new JsonSizeLimit(limits))
                .addInterceptor(new ResponseDeadline(limits))
                .addNetworkInterceptor(new WireInterceptor());
        if (limits.minDownloadRate() > 0) {
            client.addNetworkInterceptor(new DownloadRateLimit(limits, nanos));
        }
        return client.build();
    }

    @Override
    public Call newCall(Request request) {
        if (closed.getAsBoolean()) {
            throw new IllegalStateException("This DomoClient is closed; create a new one.");
        }
        Request.Builder sent = request.newBuilder().tag(WireMark.class, new WireMark());
        headers.forEach(sent::header);
        if (request.header(OWN_SESSION) == null) {
            sent.header("Authorization", authorization.get());
        }
        return http.newCall(sent.build());
    }
}

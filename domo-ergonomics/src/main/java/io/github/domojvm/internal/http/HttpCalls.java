package io.github.domojvm.internal.http;

import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** Makes the HTTP calls of one kind of authorization. */
public final class HttpCalls implements Call.Factory {
    /** A call with a session of the instance takes no access token (Domo docs, Client API). */
    private static final String OWN_SESSION = "X-DOMO-Authentication";

    private final OkHttpClient http;
    private final Supplier<String> authorization;
    private final Map<String, String> headers;
    private final BooleanSupplier closed;

    /**
     * Makes a factory.
     *
     * @param http the client, as {@link #prepare} made it
     * @param authorization gives the header {@code Authorization}, asked anew for each request
     * @param headers further headers, {@code User-Agent} among them
     * @param closed whether calls are over
     */
    public HttpCalls(
            OkHttpClient http, Supplier<String> authorization, Map<String, String> headers, BooleanSupplier closed) {
        this.http = http;
        this.authorization = authorization;
        this.headers = headers;
        this.closed = closed;
    }

    /**
     * Derives the client that calls go through. It shares connections with the given one and differs in this: it
     * repeats nothing by itself, nor after a 401, since one layer must count the attempts, and follows no redirect,
     * since the secret must not go to another host.
     *
     * @param base the caller's client or a new one
     * @return the derived client
     */
    public static OkHttpClient prepare(OkHttpClient base) {
        return base.newBuilder()
                .retryOnConnectionFailure(false)
                .authenticator(Authenticator.NONE)
                .followRedirects(false)
                .followSslRedirects(false)
                .addInterceptor(new ErrorBodyLimit())
                .addInterceptor(new RawBody())
                .addNetworkInterceptor(new WireInterceptor())
                .build();
    }

    @Override
    public Call newCall(Request request) {
        if (closed.getAsBoolean()) {
            throw new IllegalStateException("This DomoClient is closed; make a new one.");
        }
        Request.Builder sent = request.newBuilder().tag(WireMark.class, new WireMark());
        headers.forEach(sent::header);
        if (request.header(OWN_SESSION) == null) {
            sent.header("Authorization", authorization.get());
        }
        return http.newCall(sent.build());
    }
}

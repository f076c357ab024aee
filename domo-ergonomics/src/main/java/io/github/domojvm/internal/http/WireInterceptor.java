package io.github.domojvm.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * A network interceptor that marks requests that a connection has accepted, and hides the header {@code Retry-After} of
 * status 503 from OkHttp, which would otherwise retry a POST automatically if the value is 0.
 */
public final class WireInterceptor implements Interceptor {
    private static final String RETRY_AFTER = "Retry-After";
    private static final String HIDDEN_RETRY_AFTER = "Domo-Jvm-Retry-After";

    /**
     * Returns the value of {@code Retry-After}, hidden or not.
     *
     * @param response the response
     * @return the value, null if there is none
     */
    public static @Nullable String retryAfter(Response response) {
        return response.header(RETRY_AFTER, response.header(HIDDEN_RETRY_AFTER));
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        WireMark mark = chain.request().tag(WireMark.class);
        if (mark != null) {
            mark.reach();
        }
        Response response = chain.proceed(chain.request());
        String retryAfter = response.header(RETRY_AFTER);
        if (response.code() != 503 || retryAfter == null) {
            return response;
        }
        return response.newBuilder()
                .removeHeader(RETRY_AFTER)
                .header(HIDDEN_RETRY_AFTER, retryAfter)
                .build();
    }
}

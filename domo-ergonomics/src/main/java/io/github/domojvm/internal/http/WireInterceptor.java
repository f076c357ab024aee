package io.github.domojvm.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Watches requests at the edge of the network (a network interceptor): marks those that a connection took, and hides
 * the {@code Retry-After} of a 503 from OkHttp, which would send a POST again by itself when it is 0.
 */
public final class WireInterceptor implements Interceptor {
    private static final String RETRY_AFTER = "Retry-After";
    private static final String HIDDEN_RETRY_AFTER = "Domo-Jvm-Retry-After";

    /**
     * Returns the value of {@code Retry-After}, hidden or not.
     *
     * @param response the response
     * @return the value, null when there is none
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

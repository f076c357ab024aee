package io.github.domojvm.internal.http;

import java.io.IOException;
import java.util.Locale;
import java.util.function.Supplier;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Captures the text of JSON responses to calls of the current thread. Retrofit provides either the text of a body or
 * the decoded object, never both.
 */
public final class RawBody implements Interceptor {
    private static final long MOST_BYTES = 1 << 20;
    private static final ThreadLocal<@Nullable RawBody> ACTIVE = new ThreadLocal<>();

    private volatile String text = "";

    /** Creates a capture without text. */
    public RawBody() {}

    /**
     * Runs calls and captures the text of their responses.
     *
     * @param <T> the result
     * @param calls runs calls on this thread
     * @return the result
     */
    public <T> T during(Supplier<T> calls) {
        ACTIVE.set(this);
        try {
            return calls.get();
        } finally {
            ACTIVE.remove();
        }
    }

    /**
     * Returns the text of the last response if it is JSON, at most its first MiB.
     *
     * @return the text, empty if there is none
     */
    public String text() {
        return text;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        RawBody active = ACTIVE.get();
        boolean json =
                response.header("Content-Type", "").toLowerCase(Locale.ROOT).contains("json");
        if (active != null) {
            active.text = json ? response.peekBody(MOST_BYTES).string() : "";
        }
        return response;
    }
}

package io.github.domojvm.internal.http;

import java.io.IOException;
import java.util.Locale;
import java.util.function.Supplier;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the text of the JSON answer to the calls that the present thread makes meanwhile. Retrofit gives the text of a
 * body or what it made of it, never both.
 */
public final class RawBody implements Interceptor {
    private static final long MOST_BYTES = 1 << 20;
    private static final ThreadLocal<@Nullable RawBody> KEPT = new ThreadLocal<>();

    private volatile String text = "";

    /** Makes one that has kept nothing yet. */
    public RawBody() {}

    /**
     * Does something and keeps the text of the answers that come meanwhile.
     *
     * @param <T> what it gives
     * @param calls makes calls on this thread
     * @return what it gave
     */
    public <T> T during(Supplier<T> calls) {
        KEPT.set(this);
        try {
            return calls.get();
        } finally {
            KEPT.remove();
        }
    }

    /**
     * Gives the text of the last answer in JSON, at most its first MiB.
     *
     * @return the text, empty when there was none
     */
    public String text() {
        return text;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        RawBody keeper = KEPT.get();
        boolean json =
                response.header("Content-Type", "").toLowerCase(Locale.ROOT).contains("json");
        if (keeper != null) {
            keeper.text = json ? response.peekBody(MOST_BYTES).string() : "";
        }
        return response;
    }
}

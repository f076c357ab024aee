package io.github.domojvm.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Source;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;
import retrofit2.http.Streaming;

/**
 * Limits the size of decompressed bodies that are held in memory as JSON: all but those of operations that stream
 * another format, such as the CSV of an export. Bodies of errors are truncated by {@link ErrorBodyLimit}.
 */
final class JsonSizeLimit implements Interceptor {
    private final long maxBytes;

    JsonSizeLimit(HttpLimits limits) {
        this.maxBytes = limits.maxJsonBytes();
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        Response response = chain.proceed(request);
        WireMark mark = request.tag(WireMark.class);
        long most = response.isSuccessful() && isInMemory(request) ? maxBytes : Long.MAX_VALUE;
        return Bodies.replace(response, new Counted(response.body().source(), most, mark == null ? null : mark.rate()));
    }

    private static boolean isInMemory(Request request) {
        Invocation invocation = request.tag(Invocation.class);
        return invocation == null
                || !invocation.method().isAnnotationPresent(Streaming.class)
                || "application/json".equals(request.header("Accept"));
    }

    private static final class Counted extends ForwardingSource {
        private final long maxBytes;
        private final @Nullable DownloadRate rate;
        private long bytes;

        Counted(Source body, long maxBytes, @Nullable DownloadRate rate) {
            super(body);
            this.maxBytes = maxBytes;
            this.rate = rate;
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            long count = super.read(sink, byteCount);
            if (count > 0) {
                bytes += count;
                if (rate != null) {
                    rate.decoded(count);
                }
            }
            if (bytes > maxBytes) {
                throw LimitExceededException.tooLarge(maxBytes);
            }
            return count;
        }
    }
}

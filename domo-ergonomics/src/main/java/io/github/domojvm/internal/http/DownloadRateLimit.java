package io.github.domojvm.internal.http;

import java.io.IOException;
import java.util.function.LongSupplier;
import okhttp3.Interceptor;
import okhttp3.Response;

/** A network interceptor that measures the rate of each body before it is decompressed. */
final class DownloadRateLimit implements Interceptor {
    private final HttpLimits limits;
    private final LongSupplier nanos;

    DownloadRateLimit(HttpLimits limits, LongSupplier nanos) {
        this.limits = limits;
        this.nanos = nanos;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        DownloadRate rate = new DownloadRate(limits, nanos);
        WireMark mark = chain.request().tag(WireMark.class);
        if (mark != null) {
            mark.measure(rate);
        }
        return Bodies.replace(response, rate.measured(response.body().source()));
    }
}

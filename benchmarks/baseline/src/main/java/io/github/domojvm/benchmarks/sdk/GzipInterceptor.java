package io.github.domojvm.benchmarks.sdk;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;

/** Compresses the parts with level 6, as the recipe in the documentation of OkHttp does. */
final class GzipInterceptor implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        RequestBody body = request.body();
        if (body == null || !isCsv(body.contentType())) {
            return chain.proceed(request);
        }
        return chain.proceed(request.newBuilder()
                .header("Content-Encoding", "gzip")
                .method(request.method(), compressed(body))
                .build());
    }

    /** Ignores the charset, which OkHttp adds to the type of a String. */
    private static boolean isCsv(MediaType type) {
        return type != null && type.subtype().equals(Transport.CSV.subtype());
    }

    private static RequestBody compressed(RequestBody body) {
        return new RequestBody() {
            @Override
            public MediaType contentType() {
                return body.contentType();
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                try (BufferedSink gzip = Okio.buffer(new GzipSink(sink))) {
                    body.writeTo(gzip);
                }
            }
        };
    }
}

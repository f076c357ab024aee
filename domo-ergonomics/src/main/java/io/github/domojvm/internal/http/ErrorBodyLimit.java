package io.github.domojvm.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;

/** Truncates the bodies of error responses, since Retrofit reads the complete body regardless of its size. */
final class ErrorBodyLimit implements Interceptor {
    private static final long MAX_BYTES = 64 << 10;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        if (response.isSuccessful()) {
            return response;
        }
        try (ResponseBody body = response.body()) {
            BufferedSource source = body.source();
            boolean more = source.request(MAX_BYTES);
            Buffer head = new Buffer();
            head.write(source.getBuffer(), more ? MAX_BYTES : source.getBuffer().size());
            return response.newBuilder()
                    .body(ResponseBody.create(head.readByteString(), body.contentType()))
                    .build();
        }
    }
}

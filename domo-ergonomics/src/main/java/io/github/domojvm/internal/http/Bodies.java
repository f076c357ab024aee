package io.github.domojvm.internal.http;

import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Okio;
import okio.Source;

/** Replaces the bodies of responses. */
final class Bodies {
    private Bodies() {}

    /** Returns the response with another content of the same type and length. */
    static Response replace(Response response, Source content) {
        ResponseBody body = response.body();
        return response.newBuilder()
                .body(ResponseBody.create(Okio.buffer(content), body.contentType(), body.contentLength()))
                .build();
    }
}

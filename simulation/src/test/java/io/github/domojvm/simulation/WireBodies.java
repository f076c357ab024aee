package io.github.domojvm.simulation;

import java.io.IOException;
import java.net.ProtocolException;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;

/** Converts between the requests and responses of OkHttp and those of the simulated service. */
final class WireBodies {
    private WireBodies() {}

    static ServiceRequest read(Request request) throws IOException {
        Buffer bytes = new Buffer();
        RequestBody body = request.body();
        if (body != null) {
            body.writeTo(bytes);
        }
        String query = request.url().encodedQuery();
        String authorization = request.header("Authorization");
        return new ServiceRequest(
                request.method(),
                request.url().encodedPath() + (query == null ? "" : "?" + query),
                authorization == null ? "" : authorization.replaceFirst("Bearer ", ""),
                bytes.readByteArray());
    }

    static Response write(Request request, ServiceResponse response, boolean truncated) {
        byte[] bytes = response.bytes();
        MediaType type = MediaType.parse(response.headers().getOrDefault("Content-Type", "text/plain"));
        Buffer content = new Buffer().write(bytes, 0, truncated ? bytes.length / 2 : bytes.length);
        ResponseBody body =
                ResponseBody.create(truncated ? Okio.buffer(new Truncated(content)) : content, type, bytes.length);
        return new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(response.status())
                .message("")
                .headers(Headers.of(response.headers()))
                .body(body)
                .build();
    }

    private static final class Truncated extends ForwardingSource {
        Truncated(Buffer content) {
            super(content);
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            long count = super.read(sink, byteCount);
            if (count < 0) {
                throw new ProtocolException("unexpected end of stream");
            }
            return count;
        }
    }
}

package io.github.domojvm.rest;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.Moshi;
import java.io.EOFException;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.http.Path;

/**
 * Converts models to JSON bodies and back. An empty response is null, since the service returns status 200 without a
 * body where its documentation shows an object. A body that is not the documented JSON is reported with an excerpt.
 */
final class JsonBodies extends Converter.Factory {
    /** Far above the size of any JSON response of the service. Limits memory if a server is faulty or malicious. */
    static final long MAX_RESPONSE_BYTES = 64L << 20;

    private static final MediaType JSON = MediaType.get("application/json");

    private final Moshi moshi;
    private final long maxResponseBytes;

    JsonBodies(Moshi moshi, long maxResponseBytes) {
        this.moshi = moshi;
        this.maxResponseBytes = maxResponseBytes;
    }

    @Override
    public Converter<ResponseBody, ?> responseBodyConverter(Type type, Annotation[] annotations, Retrofit retrofit) {
        JsonAdapter<?> adapter = moshi.adapter(type);
        return body -> read(adapter, body);
    }

    @Override
    public Converter<?, RequestBody> requestBodyConverter(
            Type type, Annotation[] parameterAnnotations, Annotation[] methodAnnotations, Retrofit retrofit) {
        JsonAdapter<Object> adapter = moshi.adapter(type);
        return value -> {
            Buffer json = new Buffer();
            adapter.toJson(json, value);
            return RequestBody.create(json.readByteString(), JSON);
        };
    }

    @Override
    public @Nullable Converter<?, String> stringConverter(Type type, Annotation[] annotations, Retrofit retrofit) {
        for (Annotation annotation : annotations) {
            if (annotation instanceof Path path) {
                return value -> segment(path.value(), value.toString());
            }
        }
        if (!(type instanceof Class<?> raw && raw.isEnum())) {
            return null;
        }
        return value -> {
            if ("UNKNOWN".equals(((Enum<?>) value).name())) {
                throw new IllegalArgumentException(
                        raw.getSimpleName() + ".UNKNOWN cannot be sent: use a known constant");
            }
            return value.toString();
        };
    }

    private @Nullable Object read(JsonAdapter<?> adapter, ResponseBody body) throws IOException {
        try (body) {
            BufferedSource source = body.source();
            if (source.exhausted()) {
                return null;
            }
            // The body is received completely before it is parsed, to distinguish a broken connection from malformed
            // text.
            boolean tooLarge = source.request(Math.min(maxResponseBytes, Long.MAX_VALUE - 1) + 1);
            try (BodyStart start = BodyStart.of(source.getBuffer())) {
                if (tooLarge) {
                    throw new UnreadableResponseException(
                            body.contentType(), start.text(), "it is larger than " + maxResponseBytes + " bytes", null);
                }
                return read(adapter, body.contentType(), source.getBuffer(), start);
            }
        }
    }

    private static @Nullable Object read(
            JsonAdapter<?> adapter, @Nullable MediaType contentType, Buffer received, BodyStart start)
            throws UnreadableResponseException {
        JsonReader reader = JsonReader.of(received);
        try {
            Object value = adapter.fromJson(reader);
            var unused = reader.peek(); // Rejects text after the value.
            return value;
        } catch (JsonDataException e) {
            throw new UnreadableResponseException(contentType, start.text(), e.getMessage(), e);
        } catch (EOFException e) {
            throw new UnreadableResponseException(
                    contentType, start.text(), "it is truncated at " + reader.getPath(), e);
        } catch (IOException e) {
            throw new UnreadableResponseException(
                    contentType, start.text(), "it is malformed at " + reader.getPath(), e);
        }
    }

    /** Rejects ids that would change the path: an empty id addresses the collection, and dots address its parent. */
    private static String segment(String parameter, String id) {
        if (id.isEmpty() || id.equals(".") || id.equals("..")) {
            throw new IllegalArgumentException(
                    parameter + " must be an id, not '" + id + "', which would change the path of the request");
        }
        return id;
    }
}

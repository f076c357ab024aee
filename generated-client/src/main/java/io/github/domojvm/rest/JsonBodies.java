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
 * Turns models into JSON bodies and back. An empty answer is null, since the service sends 200 with nothing where its
 * pages show an object; a body that is not the promised JSON is reported with its text.
 */
final class JsonBodies extends Converter.Factory {
    /** No JSON answer of the service comes near; more is a broken or hostile server. */
    private static final long MAX_ANSWER_BYTES = 64L << 20;

    private static final MediaType JSON = MediaType.get("application/json");

    private final Moshi moshi;
    private final long maxAnswerBytes;

    JsonBodies(Moshi moshi) {
        this(moshi, MAX_ANSWER_BYTES);
    }

    JsonBodies(Moshi moshi, long maxAnswerBytes) {
        this.moshi = moshi;
        this.maxAnswerBytes = maxAnswerBytes;
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
            // Received whole before it is parsed, so that a broken connection and a broken text stay apart.
            boolean tooLarge = source.request(maxAnswerBytes + 1);
            Buffer received = source.getBuffer();
            String excerpt = excerpt(received);
            if (tooLarge) {
                throw new UnreadableResponseException(
                        body.contentType(), excerpt, "it is larger than " + maxAnswerBytes + " bytes", null);
            }
            JsonReader reader = JsonReader.of(received);
            try {
                Object value = adapter.fromJson(reader);
                var unused = reader.peek(); // Refuses text after the value.
                return value;
            } catch (JsonDataException e) {
                throw new UnreadableResponseException(body.contentType(), excerpt, e.getMessage(), e);
            } catch (EOFException e) {
                throw new UnreadableResponseException(
                        body.contentType(), excerpt, "it ends too early, at " + reader.getPath(), e);
            } catch (IOException e) {
                throw new UnreadableResponseException(
                        body.contentType(), excerpt, "it is malformed at " + reader.getPath(), e);
            }
        }
    }

    /**
     * Without its id a path names the whole collection, and dots name its parent: the call would hit something else.
     */
    private static String segment(String parameter, String id) {
        if (id.isEmpty() || id.equals(".") || id.equals("..")) {
            throw new IllegalArgumentException(
                    parameter + " must be the id of one thing, not '" + id + "': it would lead to another path");
        }
        return id;
    }

    private static String excerpt(Buffer received) {
        Buffer kept = new Buffer();
        received.copyTo(kept, 0, Math.min(received.size(), UnreadableResponseException.MAX_EXCERPT_BYTES));
        return kept.readUtf8();
    }
}

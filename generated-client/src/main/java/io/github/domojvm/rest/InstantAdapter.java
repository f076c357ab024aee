package io.github.domojvm.rest;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads and writes instants as ISO-8601 text in UTC, the format of Domo's timestamps. */
final class InstantAdapter extends JsonAdapter<Instant> {
    @Override
    public Instant fromJson(JsonReader reader) throws IOException {
        String text = reader.nextString();
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new JsonDataException("Expected an ISO-8601 timestamp at " + reader.getPath() + ", found " + text, e);
        }
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Instant value) throws IOException {
        writer.value(value == null ? null : value.toString());
    }
}

package io.github.domojvm.rest;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads any JSON as unmodifiable maps and lists, text, Booleans and exact numbers, and writes it back unchanged.
 * Moshi's own adapter converts each number to a double, which changes 64-bit ids and epoch milliseconds, and omits null
 * members.
 */
final class FreeFormAdapter extends JsonAdapter<Object> {
    @Override
    public @Nullable Object fromJson(JsonReader reader) throws IOException {
        return switch (reader.peek()) {
            case BEGIN_ARRAY -> readArray(reader);
            case BEGIN_OBJECT -> readObject(reader);
            case NUMBER -> exactNumber(reader.nextString());
            case BOOLEAN -> reader.nextBoolean();
            case NULL -> reader.nextNull();
            default -> reader.nextString();
        };
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Object value) throws IOException {
        if (value == null) {
            writer.nullValue();
        } else if (value instanceof Map<?, ?> members) {
            boolean serializeNulls = writer.getSerializeNulls();
            writer.setSerializeNulls(true);
            writer.beginObject();
            for (Map.Entry<?, ?> member : members.entrySet()) {
                writer.name(String.valueOf(member.getKey()));
                toJson(writer, member.getValue());
            }
            writer.endObject();
            writer.setSerializeNulls(serializeNulls);
        } else if (value instanceof Iterable<?> elements) {
            writer.beginArray();
            for (Object element : elements) {
                toJson(writer, element);
            }
            writer.endArray();
        } else if (value instanceof Number number) {
            writer.value(number);
        } else if (value instanceof Boolean bool) {
            writer.value(bool);
        } else {
            writer.value(value.toString());
        }
    }

    private List<@Nullable Object> readArray(JsonReader reader) throws IOException {
        List<@Nullable Object> elements = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            elements.add(fromJson(reader));
        }
        reader.endArray();
        return Collections.unmodifiableList(elements);
    }

    private Map<String, @Nullable Object> readObject(JsonReader reader) throws IOException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            members.put(reader.nextName(), fromJson(reader));
        }
        reader.endObject();
        return Collections.unmodifiableMap(members);
    }

    private static Number exactNumber(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException notWhole) {
            return exactDecimal(text);
        }
    }

    private static BigDecimal exactDecimal(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new JsonDataException("Number out of range: " + text, e);
        }
    }
}

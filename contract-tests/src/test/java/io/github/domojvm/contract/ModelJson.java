package io.github.domojvm.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.squareup.moshi.JsonAdapter;
import io.github.domojvm.rest.DomoJson;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import okhttp3.ResponseBody;

/** Converts the result of a call back to JSON, to compare it with the example of the description. */
final class ModelJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ModelJson() {}

    static JsonNode of(Object value) throws IOException {
        if (value instanceof Optional<?> optional) {
            return of(optional.orElseThrow());
        }
        if (value instanceof String text) {
            return TextNode.valueOf(text);
        }
        if (value instanceof List<?> list) {
            ArrayNode array = JSON.createArrayNode();
            for (Object item : list) {
                array.add(of(item));
            }
            return array;
        }
        if (value instanceof ResponseBody file) {
            try (file) {
                return TextNode.valueOf(file.string());
            }
        }
        return JSON.readTree(write(value));
    }

    private static <T> String write(T value) {
        @SuppressWarnings("unchecked")
        Class<T> type = (Class<T>) value.getClass();
        JsonAdapter<T> adapter = DomoJson.moshi().adapter(type);
        return adapter.toJson(value);
    }
}

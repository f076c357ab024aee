package io.github.domojvm.sandbox.internal.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The one place that reads and writes JSON. */
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int LARGEST_BODY = 10 * 1024 * 1024;

    private Json() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    public static byte[] bytes(JsonNode tree) {
        try {
            return MAPPER.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a body; none, {@code null} and {@code ""} are an empty object, since SDKs of Domo send each of them. */
    public static ObjectNode object(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LARGEST_BODY + 1);
        if (bytes.length > LARGEST_BODY) {
            throw ApiError.standard(413, "JSON body is larger than " + LARGEST_BODY + " bytes");
        }
        JsonNode tree;
        try {
            tree = MAPPER.readTree(bytes);
        } catch (JacksonException e) {
            throw ApiError.badRequest("Malformed JSON: " + e.getOriginalMessage());
        }
        if (tree instanceof ObjectNode object) {
            return object;
        }
        if (tree.isMissingNode()
                || tree.isNull()
                || (tree.isTextual() && tree.textValue().isEmpty())) {
            return object();
        }
        throw ApiError.badRequest("Cannot deserialize an object out of " + tree.getNodeType());
    }

    /** Reads a text member; absent and null give null, anything but text is refused. */
    public static @Nullable String text(ObjectNode tree, String member) {
        JsonNode value = tree.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw ApiError.badRequest("Cannot deserialize instance of `java.lang.String` out of " + value.getNodeType()
                    + " token, member " + member);
        }
        return value.textValue();
    }

    /** Reads a truth value, which callers of Domo may send as text. */
    public static @Nullable Boolean truth(ObjectNode tree, String member) {
        JsonNode value = tree.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        return truth(member, value.asText());
    }

    public static boolean truth(String name, String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "on", "yes", "1" -> true;
            case "false", "off", "no", "0" -> false;
            default -> throw ApiError.badRequest(name + " is no boolean: '" + text + "'");
        };
    }

    /** Renders a time of creation, to the second. */
    public static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Renders a time of change, to the millisecond. */
    public static String millis(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}

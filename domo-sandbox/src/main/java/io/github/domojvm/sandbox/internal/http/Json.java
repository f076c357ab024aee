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
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads and writes JSON. */
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MAX_BODY = 10 * 1024 * 1024;

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

    /** Reads an object. No body, {@code null} and {@code ""} are an empty object, since SDKs of Domo send each. */
    public static ObjectNode object(InputStream body) throws IOException {
        JsonNode tree = read(body);
        if (tree instanceof ObjectNode object) {
            return object;
        }
        if (isEmpty(tree)) {
            return object();
        }
        throw ApiException.badRequest("Cannot deserialize an object out of " + tree.asToken() + " token");
    }

    /** Reads an array. An empty body is rejected. */
    public static ArrayNode array(InputStream body) throws IOException {
        if (read(body) instanceof ArrayNode array) {
            return array;
        }
        throw ApiException.badRequest("The body must be a JSON array");
    }

    private static boolean isEmpty(JsonNode tree) {
        return tree.isMissingNode()
                || tree.isNull()
                || (tree.isTextual() && tree.textValue().isEmpty());
    }

    private static JsonNode read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MAX_BODY + 1);
        if (bytes.length > MAX_BODY) {
            throw ApiException.standard(413, "JSON body is larger than " + MAX_BODY + " bytes");
        }
        try {
            return MAPPER.readTree(bytes);
        } catch (JacksonException e) {
            throw ApiException.badRequest("Malformed JSON: " + e.getOriginalMessage());
        }
    }

    /** Returns a text member, or null if it is absent or null. Rejects all other types. */
    public static @Nullable String text(ObjectNode tree, String member) {
        JsonNode value = tree.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw ApiException.badRequest("Cannot deserialize instance of `java.lang.String` out of " + value.asToken()
                    + " token, member " + member);
        }
        return value.textValue();
    }

    /** Returns a required text member. Rejects a member that is absent, null or blank. */
    public static String requiredText(ObjectNode tree, String member) {
        String text = text(tree, member);
        if (text == null || text.isBlank()) {
            throw ApiException.badRequest(member + " must not be empty");
        }
        return text;
    }

    /** Returns the text of a member that clients send as text or as a number. */
    public static @Nullable String textOrNumber(ObjectNode tree, String member) {
        return tree.path(member).isNumber() ? tree.path(member).asText() : text(tree, member);
    }

    /** Returns a member that clients send as text or as a number, as it was sent, or null if it is absent or null. */
    public static @Nullable JsonNode asSent(ObjectNode tree, String member) {
        return textOrNumber(tree, member) == null ? null : tree.path(member);
    }

    /**
     * Returns the id of an object, or null if it is absent, null or 0: the models of domo-java-sdk have primitive ids,
     * which it sends as 0 when they are not set.
     */
    public static @Nullable Long id(ObjectNode tree, String member) {
        Long id = number(tree, member);
        return id == null || id == 0 ? null : id;
    }

    /** Returns an integer member, which clients may send as text, or null if it is absent or null. */
    public static @Nullable Long number(ObjectNode tree, String member) {
        JsonNode value = tree.path(member);
        return value.isMissingNode() || value.isNull() ? null : number(member, value);
    }

    /** Returns a list of integers, or null if the member is absent or null. */
    public static @Nullable List<Long> numbers(ObjectNode tree, String member) {
        JsonNode value = tree.path(member);
        return value.isMissingNode() || value.isNull() ? null : numbers(member, value);
    }

    /** Returns a list of integers. */
    public static List<Long> numbers(String name, JsonNode array) {
        if (!array.isArray()) {
            throw ApiException.badRequest(name + " must be an array of numbers");
        }
        List<Long> numbers = new ArrayList<>();
        array.forEach(value -> numbers.add(number(name, value)));
        return List.copyOf(numbers);
    }

    /** Converts integers to an array. */
    public static ArrayNode array(Collection<Long> numbers) {
        ArrayNode array = array();
        numbers.forEach(array::add);
        return array;
    }

    private static long number(String name, JsonNode value) {
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return value.longValue();
        }
        try {
            return Long.parseLong(value.isTextual() ? value.textValue() : "");
        } catch (NumberFormatException e) {
            throw ApiException.badRequest(name + " is not an integer: " + value);
        }
    }

    /** Returns a boolean member, which clients may send as text, or null if it is absent or null. */
    public static @Nullable Boolean bool(ObjectNode tree, String member) {
        JsonNode value = tree.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        return bool(member, value.asText());
    }

    public static boolean bool(String name, String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "on", "yes", "1" -> true;
            case "false", "off", "no", "0" -> false;
            default -> throw ApiException.badRequest(name + " is not a boolean: '" + text + "'");
        };
    }

    /** Returns an ISO-8601 time, the start of a date in UTC, or null if the member is absent or null. */
    public static @Nullable Instant time(ObjectNode tree, String member) {
        String value = text(tree, member);
        try {
            if (value == null) {
                return null;
            }
            return value.contains("T")
                    ? OffsetDateTime.parse(value).toInstant()
                    : LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException e) {
            throw ApiException.badRequest(member + " is not an ISO-8601 time: '" + value + "'");
        }
    }

    /** Formats a creation time, to the second. */
    public static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Formats a modification time, to the millisecond. */
    public static String millis(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}

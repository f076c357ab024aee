package io.github.domojvm.sandbox.internal.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parameters of a query or a form. An empty value counts as absent, since SDKs send {@code nameLike=}. */
public final class Params {
    private final Map<String, String> values = new HashMap<>();

    private Params() {}

    public static Params parse(String text) {
        Params params = new Params();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (!value.isEmpty()) {
                params.values.putIfAbsent(decoded(pair.substring(0, equals)), value);
            }
        }
        return params;
    }

    @Nullable
    public String get(String name) {
        return values.get(name);
    }

    public boolean bool(String name) {
        String value = values.get(name);
        return value != null && Json.bool(name, value);
    }

    public int number(String name, int defaultValue, int min) {
        String value = values.get(name);
        if (value == null) {
            return defaultValue;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= min) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw ApiException.badRequest(name + " is not a number: '" + value + "'");
        }
        throw ApiException.badRequest(name + " must be at least " + min + ", but is " + value);
    }

    /** Returns a time sent as milliseconds since 1970-01-01T00:00Z, or null if it is absent. */
    public @Nullable Instant millis(String name) {
        String value = values.get(name);
        try {
            return value == null ? null : Instant.ofEpochMilli(Long.parseLong(value));
        } catch (NumberFormatException e) {
            throw ApiException.badRequest(name + " is not a number of milliseconds: '" + value + "'");
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ApiException.badRequest("Malformed parameter '" + text + "'");
        }
    }
}

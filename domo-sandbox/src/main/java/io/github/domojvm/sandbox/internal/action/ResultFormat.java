package io.github.domojvm.sandbox.internal.action;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.http.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The formats in which a program can request the result of an action. */
enum ResultFormat {
    JSON("application/json"),
    XML("application/xml"),
    YAML("application/x-yaml"),
    CSV("text/csv");

    private final String type;

    ResultFormat(String type) {
        this.type = type;
    }

    /** Returns the first format that a client accepts. {@code Accept} is required. */
    static ResultFormat of(@Nullable String accept) {
        if (accept != null) {
            for (String range : accept.split(",", -1)) {
                String requested = range.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
                if (requested.equals("*/*")) {
                    return JSON;
                }
                for (ResultFormat format : values()) {
                    if (format.type.equals(requested)) {
                        return format;
                    }
                }
            }
        }
        throw ApiException.standard(
                406,
                "Accept must be one of "
                        + Arrays.stream(values()).map(format -> format.type).toList());
    }

    ApiResponse respond(String result) {
        return switch (this) {
            case JSON -> ApiResponse.json(200, TextNode.valueOf(result));
            case XML -> text("<result>" + result + "</result>");
            case YAML, CSV -> text(result);
        };
    }

    private ApiResponse text(String text) {
        return ApiResponse.bytes(200, type + ";charset=UTF-8", text.getBytes(StandardCharsets.UTF_8));
    }
}

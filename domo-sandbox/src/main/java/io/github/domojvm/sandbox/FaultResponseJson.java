package io.github.domojvm.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The members of a fault in JSON that describe its response. */
final class FaultResponseJson {
    private static final Map<String, FaultResponse> NAMED = new TreeMap<>(Map.of(
            "html-page", FaultResponse.HTML_PAGE,
            "unrelated-json", FaultResponse.UNRELATED_JSON,
            "truncated-json", FaultResponse.TRUNCATED_JSON,
            "broken-gzip", FaultResponse.BROKEN_GZIP));

    private FaultResponseJson() {}

    static FaultResponse parse(JsonNode json) {
        if (json.has("response")) {
            String name = json.path("response").asText();
            FaultResponse response = NAMED.get(name);
            if (response == null) {
                throw new IllegalArgumentException(
                        "response: must be one of " + NAMED.keySet() + ", but is '" + name + "'");
            }
            return response;
        }
        int status = FaultJson.whole(json, "status", 0);
        return json.has("bodyBase64")
                ? FaultResponse.of(status, decoded(json.path("bodyBase64").asText()), headers(json))
                : FaultResponse.of(status, body(json), headers(json));
    }

    static void put(ObjectNode json, FaultResponse response) {
        json.put("status", response.status());
        try {
            json.put(
                    "body",
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(response.body()))
                            .toString());
        } catch (CharacterCodingException e) {
            json.put("bodyBase64", response.body());
        }
        ObjectNode headers = json.putObject("headers");
        response.headers().forEach(headers::put);
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("bodyBase64: is not Base64", e);
        }
    }

    private static String body(JsonNode json) {
        JsonNode body = json.path("body");
        return body.isContainerNode() ? body.toString() : body.asText();
    }

    private static String[] headers(JsonNode json) {
        List<String> headers = new ArrayList<>();
        json.path("headers").properties().forEach(header -> {
            headers.add(header.getKey());
            headers.add(header.getValue().asText());
        });
        return headers.toArray(String[]::new);
    }
}

package io.github.domojvm.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A recorded request of another Domo client and its recorded response, which is used only to map ids.
 *
 * @param n the position in the recording
 * @param method the HTTP method
 * @param url the path and query
 * @param headers the recorded headers; {@code Authorization} is only the scheme
 * @param body the body if it is text, empty for none
 * @param bodyBase64 the body if it is binary, empty for none
 * @param tokenFrom the position of the request for the token in use, 0 if there is none
 * @param wrongCredentials whether the client sent a wrong secret
 * @param status the recorded status
 * @param location the recorded {@code Location}, empty for none
 * @param response the recorded response, a missing node if it is not JSON
 */
record RecordedCall(
        int n,
        String method,
        String url,
        Map<String, String> headers,
        String body,
        String bodyBase64,
        int tokenFrom,
        boolean wrongCredentials,
        int status,
        String location,
        JsonNode response) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads one line of a recording. */
    static RecordedCall read(String line) {
        try {
            JsonNode call = JSON.readTree(line);
            Map<String, String> headers = new LinkedHashMap<>();
            call.get("headers")
                    .properties()
                    .forEach(header ->
                            headers.put(header.getKey(), header.getValue().asText()));
            return new RecordedCall(
                    call.get("n").asInt(),
                    call.get("method").asText(),
                    call.get("url").asText(),
                    headers,
                    call.path("body").asText(),
                    call.path("bodyBase64").asText(),
                    call.path("tokenFrom").asInt(),
                    call.path("wrongCredentials").asBoolean(),
                    call.get("status").asInt(),
                    call.path("location").asText(""),
                    json(
                            call.path("contentType").asText(),
                            call.path("response").asText()));
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    /** Returns the path without the query and without the trailing slash that some clients send. */
    String path() {
        String path = url.replaceFirst("\\?.*", "");
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** Parses a body of the content type; returns a missing node if it is not JSON. */
    static JsonNode json(String contentType, String body) throws IOException {
        return contentType.startsWith("application/json") ? JSON.readTree(body) : JSON.missingNode();
    }

    @Override
    public String toString() {
        return n + " " + method + " " + url;
    }
}

package io.github.domojvm.contract;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request as another Domo client sends it.
 *
 * @param sdk the client
 * @param method the HTTP method
 * @param path the path and query, with placeholders for ids such as {@code {dataSet}}
 * @param headers the headers in addition to the token
 * @param body the body with placeholders as in the path, empty for none
 * @param status the expected status
 * @param expected the expected members of the response, by JSON pointer
 */
record Spelling(
        String sdk,
        String method,
        String path,
        Map<String, String> headers,
        String body,
        int status,
        Map<String, String> expected) {

    /** Creates a request without a body. */
    static Spelling plain(String sdk, String method, String path, int status) {
        return new Spelling(sdk, method, path, Map.of(), "", status, Map.of());
    }

    /** Creates a request with a JSON body. */
    static Spelling json(String sdk, String method, String path, String body, int status) {
        return new Spelling(sdk, method, path, Map.of("Content-Type", "application/json"), body, status, Map.of());
    }

    Spelling with(String header, String value) {
        return new Spelling(sdk, method, path, plus(headers, header, value), body, status, expected);
    }

    Spelling form(String text) {
        return new Spelling(
                sdk,
                method,
                path,
                plus(headers, "Content-Type", "application/x-www-form-urlencoded"),
                text,
                status,
                expected);
    }

    /** Adds an expected member of the response; an empty text means that the member is absent. */
    Spelling expecting(String pointer, String text) {
        return new Spelling(sdk, method, path, headers, body, status, plus(expected, pointer, text));
    }

    private static Map<String, String> plus(Map<String, String> map, String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(map);
        more.put(key, value);
        return more;
    }

    @Override
    public String toString() {
        return sdk + ": " + method + " " + path + (body.isEmpty() ? "" : " " + body);
    }
}

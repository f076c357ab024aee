package io.github.domojvm.contract;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request as another client of Domo spells it.
 *
 * @param sdk who sends it
 * @param method HTTP method
 * @param path path and query as they are sent, ids written as {@code {dataSet}} and the like
 * @param headers beside the token
 * @param body text, empty for none; ids as in the path
 * @param status what the service answers
 * @param shows members of the answer by their JSON pointers, and the text they must have
 */
record Spelling(
        String sdk,
        String method,
        String path,
        Map<String, String> headers,
        String body,
        int status,
        Map<String, String> shows) {

    /** A request without a body. */
    static Spelling plain(String sdk, String method, String path, int status) {
        return new Spelling(sdk, method, path, Map.of(), "", status, Map.of());
    }

    /** A request with JSON as its body. */
    static Spelling json(String sdk, String method, String path, String body, int status) {
        return new Spelling(sdk, method, path, Map.of("Content-Type", "application/json"), body, status, Map.of());
    }

    Spelling with(String header, String value) {
        return new Spelling(sdk, method, path, plus(headers, header, value), body, status, shows);
    }

    Spelling form(String text) {
        return new Spelling(
                sdk,
                method,
                path,
                plus(headers, "Content-Type", "application/x-www-form-urlencoded"),
                text,
                status,
                shows);
    }

    /** The answer has this text where the pointer points; that there is nothing is an empty text. */
    Spelling showing(String pointer, String text) {
        return new Spelling(sdk, method, path, headers, body, status, plus(shows, pointer, text));
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

package io.github.domojvm.benchmarks.sink;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The head of a request. */
record Request(String method, String target, Map<String, String> headers) {
    static Request parse(List<String> lines) {
        String[] first = lines.get(0).split(" ", 3);
        Map<String, String> headers = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new Request(first[0], first[1], headers);
    }

    /** Returns the segments of the path. */
    List<String> path() {
        String path = target.split("\\?", 2)[0];
        return List.of(path.substring(1).split("/", -1));
    }

    Map<String, String> query() {
        Map<String, String> query = new HashMap<>();
        int mark = target.indexOf('?');
        if (mark >= 0) {
            Arrays.stream(target.substring(mark + 1).split("&", -1)).forEach(parameter -> {
                String[] pair = parameter.split("=", 2);
                query.put(pair[0], pair.length > 1 ? pair[1] : "");
            });
        }
        return query;
    }

    boolean isChunked() {
        return "chunked".equalsIgnoreCase(headers.get("transfer-encoding"));
    }

    boolean isGzip() {
        return "gzip".equalsIgnoreCase(headers.get("content-encoding"));
    }

    long contentLength() {
        return Long.parseLong(Objects.requireNonNullElse(headers.get("content-length"), "0"));
    }
}

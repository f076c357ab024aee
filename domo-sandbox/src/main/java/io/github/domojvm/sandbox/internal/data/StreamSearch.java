package io.github.domojvm.sandbox.internal.data;

import io.github.domojvm.sandbox.internal.http.ApiException;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Parses the qualifiers of a search, {@code name:value}. All must match if there are several, separated by commas as in
 * domo-node-sdk.
 */
final class StreamSearch {
    /** A comma that is followed by a qualifier. Other commas are part of a value. */
    private static final Pattern SEPARATOR = Pattern.compile(",\\s*(?=[\\w.]+:)");

    private StreamSearch() {}

    static Predicate<StreamState> of(String query) {
        return SEPARATOR
                .splitAsStream(query)
                .map(StreamSearch::qualifier)
                .reduce(Predicate::and)
                .orElseThrow(() -> unknown(query));
    }

    private static Predicate<StreamState> qualifier(String query) {
        int colon = query.indexOf(':');
        String value = query.substring(colon + 1);
        return switch (query.substring(0, Math.max(0, colon))) {
            case "dataSource.id" -> stream -> stream.dataSet.id.equals(value);
            case "dataSource.owner.id" -> stream -> value.equals(Long.toString(stream.dataSet.ownerId));
            case "dataSource.name" -> {
                Pattern name = wildcards(value);
                yield stream -> name.matcher(stream.dataSet.name).matches();
            }
            default -> throw unknown(query);
        };
    }

    private static ApiException unknown(String query) {
        return ApiException.badRequest("q has no known qualifier: '" + query
                + "'; supported are dataSource.id, dataSource.owner.id and dataSource.name");
    }

    private static Pattern wildcards(String text) {
        String regex = Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }
}

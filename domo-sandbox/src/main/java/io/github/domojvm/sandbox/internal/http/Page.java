package io.github.domojvm.sandbox.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.function.Function;
import java.util.stream.Stream;

/** The page a caller asks for; a limit above the largest counts as the largest. */
public record Page(int limit, int offset) {

    /** Reads {@code limit} and {@code offset} of a query. */
    public static Page of(Params params, int usual, int largest) {
        return new Page(Math.min(params.number("limit", usual, 1), largest), params.number("offset", 0, 0));
    }

    /** Renders what is on this page. */
    public <T> ArrayNode of(Stream<T> found, Function<? super T, ? extends JsonNode> rendering) {
        ArrayNode page = Json.array();
        found.skip(offset).limit(limit).forEach(one -> page.add(rendering.apply(one)));
        return page;
    }
}

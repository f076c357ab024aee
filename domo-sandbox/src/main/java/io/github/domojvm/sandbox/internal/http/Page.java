package io.github.domojvm.sandbox.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.function.Function;
import java.util.stream.Stream;

/** The requested page of a list. A limit above the maximum is reduced to the maximum. */
public record Page(int limit, int offset) {

    /** Reads {@code limit} and {@code offset} from a query. */
    public static Page of(Params params, int defaultLimit, int maxLimit) {
        return new Page(Math.min(params.number("limit", defaultLimit, 1), maxLimit), params.number("offset", 0, 0));
    }

    /** Converts the items of this page. */
    public <T> ArrayNode of(Stream<T> items, Function<? super T, ? extends JsonNode> converter) {
        ArrayNode page = Json.array();
        items.skip(offset).limit(limit).forEach(item -> page.add(converter.apply(item)));
        return page;
    }
}

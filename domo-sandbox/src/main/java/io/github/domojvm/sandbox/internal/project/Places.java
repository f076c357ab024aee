package io.github.domojvm.sandbox.internal.project;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.http.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Places in a row, counted from 1: the index of a list in its project, the priority of a task in its list. */
final class Places {
    private Places() {}

    /** Reads a place; null when none is asked for. */
    static @Nullable Long read(ObjectNode body, String member) {
        Long place = Json.number(body, member);
        if (place != null && place < 1) {
            throw ApiException.badRequest(member + " must be at least 1, but is " + place);
        }
        return place;
    }

    /** Puts something in a place, from where the others move on by one; a place past the end is the end. */
    static <T> void put(List<T> row, T one, long place) {
        row.remove(one);
        row.add((int) Math.min(place - 1, row.size()), one);
    }

    static <T> int of(List<T> row, T one) {
        return row.indexOf(one) + 1;
    }
}

package io.github.domojvm.sandbox.internal.project;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.http.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Positions, counted from 1: the index of a list in its project, or the priority of a task in its list. */
final class Positions {
    private Positions() {}

    /** Returns a requested position, or null if there is none. */
    static @Nullable Long read(ObjectNode body, String member) {
        Long position = Json.number(body, member);
        if (position != null && position < 1) {
            throw ApiException.badRequest(member + " must be at least 1, but is " + position);
        }
        return position;
    }

    /** Moves or inserts an item and shifts the items after it. A position past the end is the end. */
    static <T> void put(List<T> items, T item, long position) {
        items.remove(item);
        items.add((int) Math.min(position - 1, items.size()), item);
    }

    static <T> int of(List<T> items, T item) {
        return items.indexOf(item) + 1;
    }
}

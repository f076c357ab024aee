package io.github.domojvm.rest.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The maps of members that a model does not declare. Most objects have no such member: they share one map, and their
 * builders have none.
 */
final class AdditionalProperties {
    private static final Map<String, @Nullable Object> NONE = Collections.unmodifiableMap(new LinkedHashMap<>());

    private AdditionalProperties() {}

    /** Returns an unmodifiable copy of the members of a builder. */
    static Map<String, @Nullable Object> copyOf(@Nullable Map<String, @Nullable Object> members) {
        return members == null || members.isEmpty() ? NONE : Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** Returns a copy of the members of an object for a builder, null if there are none. */
    static @Nullable Map<String, @Nullable Object> toMutable(Map<String, @Nullable Object> members) {
        return members.isEmpty() ? null : new LinkedHashMap<>(members);
    }

    /** Adds a member of a builder. Returns the members, which are a new map if there were none. */
    static Map<String, @Nullable Object> with(
            @Nullable Map<String, @Nullable Object> members, String name, @Nullable Object value) {
        Map<String, @Nullable Object> all = members == null ? new LinkedHashMap<>() : members;
        all.put(name, value);
        return all;
    }

    static void remove(@Nullable Map<String, @Nullable Object> members, String name) {
        if (members != null) {
            members.remove(name);
        }
    }
}

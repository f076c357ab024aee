package io.github.domojvm.sandbox.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The remainders of deleted objects that get requests return, if enabled. Access only inside {@link SandboxState#with}.
 */
public final class Tombstones {
    private final boolean enabled;
    private final Map<String, ObjectNode> byObject = new HashMap<>();

    /** @param enabled whether deleted objects leave tombstones */
    public Tombstones(boolean enabled) {
        this.enabled = enabled;
    }

    /**
     * Adds the tombstone of a deleted object.
     *
     * @param kind Domo's name for the type of the object
     * @param remainder its id and the other members that are still returned
     */
    public void add(String kind, ObjectNode remainder) {
        if (enabled) {
            byObject.put(key(kind, remainder.path("id").asText()), remainder.put("deleted", true));
        }
    }

    /** Returns the tombstone of an object, or null if the object was not deleted. */
    public @Nullable ObjectNode find(String kind, Object id) {
        return byObject.get(key(kind, id));
    }

    private static String key(String kind, Object id) {
        return kind + " " + id;
    }
}

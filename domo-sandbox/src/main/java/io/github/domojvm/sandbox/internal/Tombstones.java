package io.github.domojvm.sandbox.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a get shows of deleted objects, when it is to show any of them; touched inside {@link SandboxState#with} only.
 */
public final class Tombstones {
    private final boolean left;
    private final Map<String, ObjectNode> byObject = new HashMap<>();

    /** @param left whether deleted objects leave any */
    public Tombstones(boolean left) {
        this.left = left;
    }

    /**
     * Remembers a deleted object.
     *
     * @param kind Domo's word for it
     * @param remainder its id, and what else is still shown
     */
    public void bury(String kind, ObjectNode remainder) {
        if (left) {
            byObject.put(key(kind, remainder.path("id").asText()), remainder.put("deleted", true));
        }
    }

    /** Gives what is left of an object, or null when it lives or never did. */
    public @Nullable ObjectNode find(String kind, Object id) {
        return byObject.get(key(kind, id));
    }

    private static String key(String kind, Object id) {
        return kind + " " + id;
    }
}

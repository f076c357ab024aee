package io.github.domojvm.sandbox.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The events that the Activity Log API lists. Access only inside {@link SandboxState#with}. */
public final class ActivityLog {
    /** One event. Its user is always the owner of the client. */
    public record Entry(Instant time, String actionType, String objectType, String objectId, String objectName) {}

    private static final int MAX_ENTRIES = 10_000;

    private final SandboxState state;
    private final List<Entry> entries = new ArrayList<>();

    public ActivityLog(SandboxState state) {
        this.state = state;
    }

    /**
     * Records an event.
     *
     * @param actionType Domo's name for the action, such as {@code CREATED}, {@code UPDATED}, {@code DELETED},
     *     {@code VIEWED}
     * @param objectType Domo's name for the type of the object, such as {@code DATA_SOURCE}, {@code DEFAULT_LIMIT},
     *     {@code USER}, {@code GROUP}
     */
    public void record(String actionType, String objectType, Object objectId, String objectName) {
        entries.add(new Entry(state.now(), actionType, objectType, String.valueOf(objectId), objectName));
        if (entries.size() > MAX_ENTRIES) {
            entries.remove(0);
        }
    }

    /** Lists all entries, oldest first. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }
}

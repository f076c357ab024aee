package io.github.domojvm.sandbox.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What was done in the sandbox, for the Activity Log API to find; touched inside {@link SandboxState#with} only. */
public final class ActivityLog {
    /** One thing done, by the owner of the client. */
    public record Entry(Instant time, String actionType, String objectType, String objectId, String objectName) {}

    private static final int REMEMBERED = 10_000;

    private final SandboxState state;
    private final List<Entry> entries = new ArrayList<>();

    public ActivityLog(SandboxState state) {
        this.state = state;
    }

    /**
     * Notes a deed.
     *
     * @param actionType Domo's word for it, such as {@code CREATED}, {@code UPDATED}, {@code DELETED}, {@code VIEWED}
     * @param objectType Domo's word for the thing, such as {@code DATA_SOURCE}, {@code PAGE}, {@code USER},
     *     {@code GROUP}
     */
    public void record(String actionType, String objectType, Object objectId, String objectName) {
        entries.add(new Entry(state.now(), actionType, objectType, String.valueOf(objectId), objectName));
        if (entries.size() > REMEMBERED) {
            entries.remove(0);
        }
    }

    /** Gives every entry, oldest first. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }
}

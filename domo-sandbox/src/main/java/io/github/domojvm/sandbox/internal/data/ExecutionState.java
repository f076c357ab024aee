package io.github.domojvm.sandbox.internal.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.http.Json;
import io.github.domojvm.sandbox.internal.rows.Segment;
import java.time.Instant;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An execution of a Stream. Guarded by the lock of {@link DataState}. */
final class ExecutionState {
    static final String ACTIVE = "ACTIVE";
    static final String SUCCESS = "SUCCESS";
    static final String INVALID = "INVALID";
    static final String ABORTED = "ABORTED";

    /** A stored part, or the problem that makes its rows invalid. */
    record Part(@Nullable Segment rows, @Nullable String problem) {
        void release() {
            if (rows != null) {
                rows.release();
            }
        }
    }

    final long id;
    /** The method at the time the execution was created. Later changes of the Stream do not affect it. */
    final String updateMethod;

    final TreeMap<Long, Part> parts = new TreeMap<>();
    private final Instant createdAt;
    private Instant modifiedAt;
    private @Nullable Instant endedAt;
    private String state = ACTIVE;
    private long rows;
    int commits;

    ExecutionState(long id, String updateMethod, Instant now) {
        this.id = id;
        this.updateMethod = updateMethod;
        this.createdAt = now;
        this.modifiedAt = now;
    }

    boolean active() {
        return state.equals(ACTIVE);
    }

    boolean open() {
        return active() && commits == 0;
    }

    boolean aborted() {
        return state.equals(ABORTED);
    }

    String state() {
        return state;
    }

    void put(long number, Part part, Instant now) {
        Part earlier = parts.put(number, part);
        if (earlier != null) {
            earlier.release();
        }
        modifiedAt = now;
    }

    void commit(Instant now) {
        commits++;
        modifiedAt = now;
    }

    /** Ends the execution and releases its parts. */
    void end(String finalState, long storedRows, Instant now) {
        state = finalState;
        rows = storedRows;
        endedAt = now;
        modifiedAt = now;
        parts.values().forEach(Part::release);
        parts.clear();
    }

    /** Returns the form used in lists (Domo docs, Stream API; a listing in domo-python-sdk issue 27). */
    ObjectNode json() {
        ObjectNode json = Json.object().put("id", id).put("startedAt", Json.seconds(createdAt));
        if (endedAt != null) {
            json.put("endedAt", Json.millis(endedAt));
        }
        return json.put("currentState", state)
                .put("createdAt", Json.seconds(createdAt))
                .put("modifiedAt", Json.millis(modifiedAt))
                .put("updateMethod", updateMethod);
    }

    /** Returns the form of all other responses. */
    ObjectNode fullJson() {
        return state.equals(SUCCESS) ? json().put("rows", rows) : json();
    }
}

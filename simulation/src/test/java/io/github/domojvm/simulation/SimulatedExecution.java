package io.github.domojvm.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An execution of the simulated Stream. */
final class SimulatedExecution {
    /** The states of an execution. */
    enum State {
        ACTIVE,
        SUCCESS,
        INVALID,
        ABORTED,
        ERROR
    }

    /** A stored part, and whether its rows had the columns of the DataSet when it arrived. */
    record Part(List<String> rows, boolean valid) {}

    final long id;
    /** Who created it. */
    final Caller owner;

    final String updateMethod;
    /** The columns of the DataSet that its owner had last read when it was created. */
    List<String> columns = List.of();

    final Instant createdAt;
    final Map<Long, Part> parts = new TreeMap<>();
    State state = State.ACTIVE;
    Instant modifiedAt;
    Instant endedAt;
    /** Who sent the first accepted commit; null if there was none. */
    Caller committer;
    /** The number of commits that count: a second one duplicates the rows if the service has this defect. */
    int commits;
    /** How often its rows were stored in the DataSet. */
    int applied;
    /** The rows that were stored, in order; empty before. */
    List<String> appliedRows = List.of();

    SimulatedExecution(long id, Caller owner, String updateMethod, Instant now) {
        this.id = id;
        this.owner = owner;
        this.updateMethod = updateMethod;
        this.createdAt = now;
        this.modifiedAt = now;
    }

    boolean isActive() {
        return state == State.ACTIVE;
    }

    boolean isOpen() {
        return isActive() && commits == 0;
    }

    void end(State end, Instant now) {
        state = end;
        endedAt = now;
        modifiedAt = now;
    }

    /** Returns the rows of all parts, in the order of their numbers. */
    List<String> rows() {
        List<String> rows = new ArrayList<>();
        parts.values().forEach(part -> rows.addAll(part.rows()));
        return rows;
    }

    /** Returns the form of lists. */
    String json() {
        return "{" + members() + "}";
    }

    /** Returns the form of all other responses. */
    String fullJson() {
        return "{" + members() + (state == State.SUCCESS ? ",\"rows\":" + appliedRows.size() : "") + "}";
    }

    private String members() {
        return "\"id\":" + id + ",\"startedAt\":\"" + createdAt + "\""
                + (endedAt == null ? "" : ",\"endedAt\":\"" + endedAt + "\"") + ",\"currentState\":\"" + state
                + "\",\"createdAt\":\"" + createdAt + "\",\"modifiedAt\":\"" + modifiedAt + "\",\"updateMethod\":\""
                + updateMethod + "\"";
    }
}

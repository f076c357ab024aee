package io.github.domojvm.benchmarks.sink;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** The parts of one execution. Thread-safe. */
final class Execution {
    private final int id;
    private final TreeMap<Integer, StoredPart> parts = new TreeMap<>();
    private int puts;
    private int failures;
    private int commits;

    Execution(int id) {
        this.id = id;
    }

    synchronized Response put(int number, Body body, boolean gzip, boolean fail) {
        puts++;
        if (fail) {
            failures++;
            return Response.json(
                    503, "{\"status\":503,\"statusReason\":\"Service Unavailable\",\"message\":\"Try again\"}");
        }
        StoredPart replaced = parts.put(number, new StoredPart(body, gzip));
        if (replaced != null) {
            replaced.body().release();
        }
        return json();
    }

    synchronized Response commit() {
        commits++;
        return json();
    }

    synchronized Response json() {
        return Response.json(
                200,
                "{\"id\":" + id + ",\"startedAt\":\"2025-03-04T05:10:01Z\",\"createdAt\":\"2025-03-04T05:10:00Z\","
                        + "\"updateMethod\":\"REPLACE\",\"currentState\":\"" + (commits > 0 ? "SUCCESS" : "ACTIVE")
                        + "\"}");
    }

    synchronized boolean keeps(Body body) {
        return parts.values().stream().anyMatch(part -> part.body() == body);
    }

    synchronized void release() {
        parts.values().forEach(part -> part.body().release());
        parts.clear();
    }

    /** Returns the stored parts in order. */
    synchronized Collection<StoredPart> parts() {
        return new ArrayList<>(parts.values());
    }

    synchronized List<Integer> counts() {
        return List.of(puts, failures, commits);
    }
}

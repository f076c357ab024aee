package io.github.domojvm.sandbox;

import io.github.domojvm.sandbox.rows.Column;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All that the sandbox remembers, under one lock. Work that Domo does later (commits, imports) is queued with the time
 * it is due, and done by whoever looks next after that time; so there is no background thread, and nobody ever sees
 * state that is older than the clock.
 */
final class SandboxState {
    private record Work(Instant due, long order, Runnable task) {}

    private final Clock clock;
    private final Map<String, DataSetState> dataSets = new LinkedHashMap<>();
    private final TreeMap<Long, StreamState> streams = new TreeMap<>();
    private final PriorityQueue<Work> work =
            new PriorityQueue<>(Comparator.comparing(Work::due).thenComparing(Work::order));
    private long numbers;

    SandboxState(Clock clock) {
        this.clock = clock;
    }

    /** Does due work, then runs a task; one task at a time. */
    synchronized <T> T with(Supplier<T> task) {
        for (Work next = work.peek(); next != null && !next.due.isAfter(now()); next = work.peek()) {
            work.remove();
            next.task.run();
        }
        return task.get();
    }

    Instant now() {
        return clock.instant();
    }

    /** Queues work; call it inside {@link #with}. */
    void later(Duration delay, Runnable task) {
        work.add(new Work(now().plus(delay), nextNumber(), task));
    }

    DataSetState addDataSet(String name, @Nullable String description, List<Column> columns) {
        DataSetState dataSet = new DataSetState(UUID.randomUUID().toString(), name, columns, now(), nextNumber());
        dataSet.description = description;
        dataSets.put(dataSet.id, dataSet);
        return dataSet;
    }

    StreamState addStream(DataSetState dataSet, String updateMethod) {
        StreamState stream = new StreamState(nextNumber(), dataSet, updateMethod, now());
        streams.put(stream.id, stream);
        return stream;
    }

    List<DataSetState> dataSets() {
        return List.copyOf(dataSets.values());
    }

    List<StreamState> streams() {
        return List.copyOf(streams.values());
    }

    boolean has(DataSetState dataSet) {
        return dataSets.containsKey(dataSet.id);
    }

    DataSetState dataSet(String id) {
        DataSetState dataSet = dataSets.get(id);
        if (dataSet == null) {
            throw ApiError.notFound("DataSet", id);
        }
        return dataSet;
    }

    StreamState stream(long id) {
        StreamState stream = streams.get(id);
        if (stream == null) {
            throw ApiError.notFound("Stream", id);
        }
        return stream;
    }

    void remove(DataSetState dataSet) {
        dataSets.remove(dataSet.id);
        dataSet.segments.forEach(segment -> segment.release());
        dataSet.segments = List.of();
        for (StreamState stream : streams.values()) {
            stream.dataSetDeleted |= stream.dataSet == dataSet;
        }
    }

    void remove(StreamState stream) {
        streams.remove(stream.id);
        ExecutionState active = stream.active();
        if (active != null) {
            active.end(ExecutionState.ABORTED, 0, now());
        }
    }

    private long nextNumber() {
        return ++numbers;
    }
}

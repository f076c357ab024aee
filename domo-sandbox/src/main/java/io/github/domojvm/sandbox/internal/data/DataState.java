package io.github.domojvm.sandbox.internal.data;

import io.github.domojvm.sandbox.internal.ActivityLog;
import io.github.domojvm.sandbox.internal.SandboxState;
import io.github.domojvm.sandbox.internal.Tombstones;
import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.http.Json;
import io.github.domojvm.sandbox.internal.rows.Column;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The DataSets and Streams of a sandbox. Access only inside {@link #with}. */
final class DataState {
    static final String DATA_SET = "DataSet";

    private final SandboxState state;
    private final ActivityLog activity;
    final Tombstones tombstones;
    final DataRules rules;
    private final Map<String, DataSetState> dataSets = new LinkedHashMap<>();
    private final TreeMap<Long, StreamState> streams = new TreeMap<>();

    DataState(SandboxState state, ActivityLog activity, Tombstones tombstones, DataRules rules) {
        this.state = state;
        this.activity = activity;
        this.tombstones = tombstones;
        this.rules = rules;
    }

    <T> T with(Supplier<T> task) {
        return state.with(task);
    }

    Instant now() {
        return state.now();
    }

    void later(Duration delay, Runnable task) {
        state.later(delay, task);
    }

    long nextNumber() {
        return state.nextNumber();
    }

    /** Records an event. Returns null, so that it can be used as a task. */
    @Nullable
    Void note(String action, DataSetState dataSet) {
        return note(action, "DATA_SOURCE", dataSet.id, dataSet.name);
    }

    /** Records an event of a Stream under the name of its DataSet, since a Stream has no name. */
    @Nullable
    Void note(String action, StreamState stream) {
        return note(action, "STREAM", stream.id, stream.dataSet.name);
    }

    @Nullable
    Void note(String action, String objectType, Object id, String name) {
        activity.record(action, objectType, id, name);
        return null;
    }

    DataSetState addDataSet(String name, @Nullable String description, List<Column> columns) {
        DataSetState dataSet = new DataSetState(UUID.randomUUID().toString(), name, columns, now(), state.nextNumber());
        dataSet.description = description;
        dataSets.put(dataSet.id, dataSet);
        return dataSet;
    }

    StreamState addStream(DataSetState dataSet, String updateMethod) {
        StreamState stream = new StreamState(state.nextNumber(), dataSet, updateMethod, now());
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
            throw ApiException.notFound(DATA_SET, id);
        }
        return dataSet;
    }

    StreamState stream(long id) {
        StreamState stream = streams.get(id);
        if (stream == null) {
            throw ApiException.notFound("Stream", id);
        }
        return stream;
    }

    void remove(DataSetState dataSet) {
        dataSets.remove(dataSet.id);
        tombstones.add(DATA_SET, Json.object().put("id", dataSet.id).put("name", dataSet.name));
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
}

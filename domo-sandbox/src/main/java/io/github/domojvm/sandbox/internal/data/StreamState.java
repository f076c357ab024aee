package io.github.domojvm.sandbox.internal.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.http.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Stream with its executions. Guarded by the lock of {@link DataState}. */
final class StreamState {
    final long id;
    final DataSetState dataSet;
    final Instant createdAt;
    final List<ExecutionState> executions = new ArrayList<>();
    String updateMethod;
    Instant modifiedAt;
    boolean dataSetDeleted;

    @Nullable
    Instant lastCommit;

    StreamState(long id, DataSetState dataSet, String updateMethod, Instant now) {
        this.id = id;
        this.dataSet = dataSet;
        this.updateMethod = updateMethod;
        this.createdAt = now;
        this.modifiedAt = now;
    }

    /** Returns the execution that is neither finished nor aborted, whether committed or not. */
    @Nullable
    ExecutionState active() {
        return executions.stream().filter(ExecutionState::active).findFirst().orElse(null);
    }

    /**
     * Returns the form used in lists (Domo docs, Stream API).
     *
     * @param brief whether the DataSet has only the members that lists contain by default
     */
    ObjectNode json(boolean brief) {
        ObjectNode shown = Json.object().put("id", dataSet.id);
        if (brief) {
            shown.put("pdpEnabled", dataSet.pdpEnabled);
        } else if (!dataSetDeleted) {
            shown = dataSet.streamJson();
        }
        ObjectNode json = Json.object().put("id", id);
        json.set("dataSet", shown);
        json.put("updateMethod", updateMethod)
                .put("createdAt", Json.seconds(createdAt))
                .put("modifiedAt", Json.millis(modifiedAt));
        return dataSetDeleted ? json.put("deleted", true) : json;
    }

    /** Returns the form used by get, create and update. */
    ObjectNode fullJson() {
        ObjectNode json = json(false);
        if (!dataSet.keyColumns.isEmpty()) {
            ArrayNode keys = json.putArray("keyColumnNames");
            dataSet.keyColumns.forEach(keys::add);
        }
        if (!executions.isEmpty()) {
            json.set("lastExecution", executions.get(executions.size() - 1).fullJson());
        }
        return json;
    }
}

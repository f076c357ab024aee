package io.github.domojvm.sandbox.internal.project;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.http.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A list with its ordered tasks. Guarded by the lock of the sandbox. */
final class ListState {
    final String id;
    final Instant createdDate;
    final List<TaskState> tasks = new ArrayList<>();
    String name;
    ListType type;
    Instant updatedDate;

    ListState(String id, String name, ListType type, Instant now) {
        this.id = id;
        this.name = name;
        this.type = type;
        this.createdDate = now;
        this.updatedDate = now;
    }

    TaskState task(String taskId) {
        return tasks.stream()
                .filter(task -> task.id.equals(taskId))
                .findFirst()
                .orElseThrow(() -> ApiException.notFound("Task", taskId));
    }

    /**
     * Returns the form used in lists (Domo docs, Projects and Tasks API).
     *
     * @param index the position in the project, from 1
     */
    ObjectNode json(int index) {
        return Json.object()
                .put("id", id)
                .put("name", name)
                .put("type", type.name())
                .put("index", index);
    }

    /** Returns the form used by get, create and update, with the dates that domo-java-sdk reads. */
    ObjectNode fullJson(int index) {
        return json(index).put("createdDate", Json.seconds(createdDate)).put("updatedDate", Json.millis(updatedDate));
    }
}

package io.github.domojvm.sandbox.internal.project;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.Owner;
import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.http.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A project with its ordered lists. Guarded by the lock of the sandbox. */
final class ProjectState {
    final String id;
    final Instant createdDate;
    final List<ListState> lists = new ArrayList<>();
    String name;
    List<Long> members;
    boolean isPublic;
    Instant updatedDate;

    @Nullable
    String description;

    @Nullable
    Instant dueDate;

    ProjectState(String id, String name, List<Long> members, boolean isPublic, Instant now) {
        this.id = id;
        this.name = name;
        this.members = members;
        this.isPublic = isPublic;
        this.createdDate = now;
        this.updatedDate = now;
    }

    ListState list(String listId) {
        return lists.stream()
                .filter(list -> list.id.equals(listId))
                .findFirst()
                .orElseThrow(() -> ApiException.notFound("List", listId));
    }

    Stream<TaskState> tasks() {
        return lists.stream().flatMap(list -> list.tasks.stream());
    }

    TaskState task(String taskId) {
        return tasks().filter(task -> task.id.equals(taskId))
                .findFirst()
                .orElseThrow(() -> ApiException.notFound("Task", taskId));
    }

    int index(ListState list) {
        return Positions.of(lists, list);
    }

    /** Returns the form used in lists (Domo docs, Projects and Tasks API). */
    ObjectNode json() {
        return Json.object()
                .put("id", id)
                .put("name", name)
                .<ObjectNode>set("members", Json.array(members))
                .put("createdBy", Owner.ID)
                .put("createdDate", Json.seconds(createdDate))
                .put("public", isPublic);
    }

    /** Returns the form used by get, create and update. */
    ObjectNode fullJson() {
        ObjectNode json = json().put("updatedDate", Json.millis(updatedDate));
        if (description != null) {
            json.put("description", description);
        }
        return dueDate == null ? json : json.put("dueDate", Json.seconds(dueDate));
    }
}

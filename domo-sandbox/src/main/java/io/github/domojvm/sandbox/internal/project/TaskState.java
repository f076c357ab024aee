package io.github.domojvm.sandbox.internal.project;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.Owner;
import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.http.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A task with its attachments. Guarded by the lock of the sandbox. */
final class TaskState {
    final String id;
    final ProjectState project;
    final Instant createdDate;
    final List<AttachmentState> attachments = new ArrayList<>();
    ListState list;
    String name;
    List<Long> contributors = List.of();
    List<String> tags = List.of();
    long ownedBy = Owner.ID;
    boolean archived;
    Instant updatedDate;

    @Nullable
    String description;

    @Nullable
    Instant dueDate;

    TaskState(String id, ProjectState project, ListState list, String name, Instant now) {
        this.id = id;
        this.project = project;
        this.list = list;
        this.name = name;
        this.createdDate = now;
        this.updatedDate = now;
    }

    AttachmentState attachment(long attachmentId) {
        return attachments.stream()
                .filter(attachment -> attachment.id() == attachmentId)
                .findFirst()
                .orElseThrow(() -> ApiException.notFound("Attachment", attachmentId));
    }

    /** Returns the form used in lists. */
    ObjectNode json() {
        ObjectNode json = Json.object()
                .put("id", id)
                .put("projectId", project.id)
                .put("projectListId", list.id)
                .put("taskName", name);
        if (description != null) {
            json.put("description", description);
        }
        if (dueDate != null) {
            json.put("dueDate", Json.seconds(dueDate));
        }
        json.put("createdDate", Json.seconds(createdDate))
                .put("priority", Positions.of(list.tasks, this))
                .put("createdBy", Owner.ID)
                .put("ownedBy", ownedBy)
                .put("attachmentCount", attachments.size())
                .put("archived", archived)
                .set("contributors", Json.array(contributors));
        ArrayNode tagArray = json.putArray("tags");
        tags.forEach(tagArray::add);
        return json;
    }

    ObjectNode fullJson() {
        return json().put("updatedDate", Json.millis(updatedDate));
    }
}

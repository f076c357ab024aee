package io.github.domojvm.sandbox.internal.project;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.Owner;
import io.github.domojvm.sandbox.internal.http.FilePart;
import io.github.domojvm.sandbox.internal.http.Json;
import java.time.Instant;

/** A file of a task. Its id and the id of the task are numbers (Domo docs, Projects and Tasks API). */
record AttachmentState(long id, long taskId, Instant createdDate, FilePart file) {
    ObjectNode json() {
        return Json.object()
                .put("id", id)
                .put("taskId", taskId)
                .put("createdDate", Json.seconds(createdDate))
                .put("createdBy", Owner.ID)
                .put("fileName", file.fileName())
                .put("mimeType", file.mimeType());
    }
}

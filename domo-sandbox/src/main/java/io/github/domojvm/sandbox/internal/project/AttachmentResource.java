package io.github.domojvm.sandbox.internal.project;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.domojvm.sandbox.internal.http.ApiResponse;
import io.github.domojvm.sandbox.internal.http.Call;
import io.github.domojvm.sandbox.internal.http.FilePart;
import io.github.domojvm.sandbox.internal.http.Json;
import io.github.domojvm.sandbox.internal.http.Router;
import java.io.IOException;

/** Attachments of tasks. */
final class AttachmentResource {
    private static final String ATTACHMENTS = "/v1/projects/{id}/lists/{listId}/tasks/{taskId}/attachments";
    /** Name of the part with the file, as sent by the Java SDK of Domo. */
    private static final String FILE = "file";

    private final ProjectsState state;

    AttachmentResource(ProjectsState state) {
        this.state = state;
    }

    /** Adds three paths for deletion: the reference, the Java SDK and the Rust SDK each use a different one. */
    void addTo(Router router) {
        router.add("POST", ATTACHMENTS, "workflow", this::create)
                .add("GET", ATTACHMENTS, "workflow", this::list)
                .add("GET", ATTACHMENTS + "/{attachmentId}", "workflow", this::download)
                .add("DELETE", ATTACHMENTS + "/{attachmentId}", "workflow", this::deleteOfList)
                .add("DELETE", "/v1/projects/{id}/tasks/{taskId}/attachments/{attachmentId}", "workflow", this::delete)
                .add("DELETE", "/v1/project/{id}/tasks/{taskId}/attachments/{attachmentId}", "workflow", this::delete);
    }

    private ApiResponse create(Call call) throws IOException {
        FilePart file = FilePart.read(call, FILE);
        return ApiResponse.json(200, state.with(() -> {
            TaskState task = task(call);
            AttachmentState attachment =
                    new AttachmentState(Long.parseLong(state.nextId()), Long.parseLong(task.id), state.now(), file);
            task.attachments.add(attachment);
            task.updatedDate = state.now();
            state.note("CREATED", attachment);
            return attachment.json();
        }));
    }

    private ApiResponse list(Call call) {
        return ApiResponse.json(200, state.with(() -> {
            ArrayNode attachments = Json.array();
            task(call).attachments.forEach(attachment -> attachments.add(attachment.json()));
            return attachments;
        }));
    }

    private ApiResponse download(Call call) {
        return state.with(() -> {
            AttachmentState attachment = task(call).attachment(call.number(3));
            state.note("VIEWED", attachment);
            return attachment.file().download();
        });
    }

    private ApiResponse deleteOfList(Call call) {
        return state.with(() -> delete(task(call), call.number(3)));
    }

    private ApiResponse delete(Call call) {
        return state.with(() -> delete(state.project(call.variable(0)).task(call.variable(1)), call.number(2)));
    }

    private ApiResponse delete(TaskState task, long id) {
        AttachmentState attachment = task.attachment(id);
        task.attachments.remove(attachment);
        task.updatedDate = state.now();
        state.note("DELETED", attachment);
        return ApiResponse.empty(200);
    }

    private TaskState task(Call call) {
        return state.project(call.variable(0)).list(call.variable(1)).task(call.variable(2));
    }
}

package io.github.domojvm.contract;

import static io.github.domojvm.contract.ClientCall.reading;
import static io.github.domojvm.contract.ClientCall.rest;
import static io.github.domojvm.contract.ClientCall.restSilent;
import static io.github.domojvm.contract.ClientCall.tolerant;

import io.github.domojvm.project.AttachmentFile;
import io.github.domojvm.rest.model.CreateTaskRequest;
import io.github.domojvm.rest.model.UpdateTaskRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The client calls of the Task and attachment operations. */
final class TaskCalls {
    static final List<ClientCall> ALL = List.of(
            reading(
                    "listProjectTasks",
                    "Tasks.list(project)",
                    (domo, ids) -> domo.tasks().list(ids.project()).toList()),
            reading(
                    "listTasks",
                    "Tasks.list(project, list)",
                    (domo, ids) -> domo.tasks().list(ids.project(), ids.list()).toList()),
            reading(
                    "createTask",
                    "Tasks.create",
                    (domo, ids) -> domo.tasks()
                            .create(
                                    ids.project(),
                                    ids.list(),
                                    CreateTaskRequest.builder()
                                            .taskName("Ask")
                                            .ownedBy(ids.stranger())
                                            .build())),
            reading("getTask", "Tasks.get", (domo, ids) -> domo.tasks().get(ids.project(), ids.list(), ids.task())),
            tolerant(
                    "getTask",
                    "Tasks.find",
                    true,
                    Optional.empty(),
                    (domo, ids) -> domo.tasks().find(ids.project(), ids.list(), ids.task())),
            reading(
                    "updateTask",
                    "Tasks.update",
                    (domo, ids) -> domo.tasks()
                            .update(ids.project(), ids.list(), ids.task(), change -> change.taskName("Ask again"))),
            tolerant(
                    "deleteTask",
                    "Tasks.delete",
                    false,
                    false,
                    (domo, ids) -> domo.tasks().delete(ids.project(), ids.list(), ids.task())),
            reading(
                    "listAttachments",
                    "Tasks.attachments",
                    (domo, ids) -> domo.tasks().attachments(ids.project(), ids.list(), ids.task())),
            reading(
                    "addAttachment",
                    "Tasks.addAttachment",
                    (domo, ids) -> domo.tasks()
                            .addAttachment(
                                    ids.project(),
                                    ids.list(),
                                    ids.task(),
                                    AttachmentFile.of(
                                            "permit.txt",
                                            "text/plain",
                                            "Permit no. 12".getBytes(StandardCharsets.UTF_8)))),
            reading(
                    "downloadAttachment",
                    "Tasks.downloadAttachment",
                    (domo, ids) -> new String(
                            domo.tasks().downloadAttachment(ids.project(), ids.list(), ids.task(), ids.attachment()),
                            StandardCharsets.UTF_8)),
            tolerant(
                    "deleteAttachment",
                    "Tasks.deleteAttachment",
                    false,
                    false,
                    (domo, ids) -> domo.tasks().deleteAttachment(ids.project(), ids.task(), ids.attachment())),
            rest("listProjectTasks", (api, ids) -> api.tasks().listProjectTasks(ids.project(), 50, 0)),
            rest("listTasks", (api, ids) -> api.tasks().listTasks(ids.project(), ids.list(), 50, 0)),
            rest(
                    "createTask",
                    (api, ids) -> api.tasks()
                            .createTask(
                                    ids.project(),
                                    ids.list(),
                                    CreateTaskRequest.builder()
                                            .taskName("Ask")
                                            .ownedBy(ids.stranger())
                                            .contributors(List.of(ids.stranger()))
                                            .build())),
            rest("getTask", (api, ids) -> api.tasks().getTask(ids.project(), ids.list(), ids.task())),
            rest(
                    "updateTask",
                    (api, ids) -> api.tasks()
                            .updateTask(
                                    ids.project(),
                                    ids.list(),
                                    ids.task(),
                                    UpdateTaskRequest.builder()
                                            .taskName("Ask again")
                                            .build())),
            restSilent("deleteTask", (api, ids) -> api.tasks().deleteTask(ids.project(), ids.list(), ids.task())),
            rest("listAttachments", (api, ids) -> api.tasks().listAttachments(ids.project(), ids.list(), ids.task())),
            rest(
                    "addAttachment",
                    (api, ids) ->
                            api.tasks().addAttachment(ids.project(), ids.list(), ids.task(), SandboxWorld.file())),
            rest(
                    "downloadAttachment",
                    (api, ids) ->
                            api.tasks().downloadAttachment(ids.project(), ids.list(), ids.task(), ids.attachment())),
            restSilent(
                    "deleteAttachment",
                    (api, ids) -> api.tasks().deleteAttachment(ids.project(), ids.task(), ids.attachment())));

    private TaskCalls() {}
}

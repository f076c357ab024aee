package io.github.domojvm.contract;

import static io.github.domojvm.contract.ClientCall.rest;
import static io.github.domojvm.contract.ClientCall.restSilent;

import io.github.domojvm.rest.model.CreateTaskRequest;
import io.github.domojvm.rest.model.UpdateTaskRequest;
import java.util.List;

/** How programs reach the Task and attachment operations. */
final class TaskCalls {
    static final List<ClientCall> ALL = List.of(
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

package io.github.domojvm.project;

import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.internal.Args;
import io.github.domojvm.internal.call.CallExecutor;
import io.github.domojvm.internal.call.PagedCalls;
import io.github.domojvm.internal.call.ResponseCheck;
import io.github.domojvm.internal.client.ClientContext;
import io.github.domojvm.internal.client.FacadeFactory;
import io.github.domojvm.paging.PagedIterable;
import io.github.domojvm.rest.api.TasksApi;
import io.github.domojvm.rest.model.Attachment;
import io.github.domojvm.rest.model.CreateTaskRequest;
import io.github.domojvm.rest.model.Task;
import io.github.domojvm.rest.model.UpdateTaskRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import okhttp3.ResponseBody;

/**
 * Manages the tasks in the lists of {@link Projects} and their attachments. The project id {@code me} addresses the
 * personal project of the client's user.
 *
 * <p>Thread-safe. All methods block on the network unless stated otherwise, and throw a {@link DomoException} if the
 * service or the network fails. Scope: {@code workflow}.
 */
public final class Tasks {
    static {
        FacadeFactory.register(Tasks.class, Tasks::new);
    }

    /** Domo docs, Projects and Tasks API. */
    private static final int MAX_PAGE = 50;

    private final TasksApi api;
    private final CallExecutor calls;

    Tasks(ClientContext client) {
        this.api = client.api().tasks();
        this.calls = client.calls();
    }

    /**
     * Lists the tasks in all lists of a project. Sends nothing before the first item is requested.
     *
     * @param projectId the project's id, or {@code me}
     * @return the tasks; iterating throws {@link NotFoundException} if there is no project with that id
     */
    public PagedIterable<Task> list(String projectId) {
        String project = project(projectId);
        return new PagedCalls<>(MAX_PAGE, (limit, offset) -> calls.page(api.listProjectTasks(project, limit, offset)));
    }

    /**
     * Lists the tasks in a list. Sends nothing before the first item is requested.
     *
     * @param projectId the project's id, or {@code me}
     * @param listId the list's id
     * @return the tasks; iterating throws {@link NotFoundException} if there is no such project or list
     */
    public PagedIterable<Task> list(String projectId, String listId) {
        String project = project(projectId);
        String tasks = listIn(listId);
        return new PagedCalls<>(MAX_PAGE, (limit, offset) -> calls.page(api.listTasks(project, tasks, limit, offset)));
    }

    /**
     * Returns a task.
     *
     * @param projectId the project's id, or {@code me}
     * @param listId the list's id
     * @param id the task's id
     * @return the task
     * @throws NotFoundException if there is no such project, list or task
     */
    public Task get(String projectId, String listId, String id) {
        return calls.get(api.getTask(project(projectId), listIn(listId), task(id)), addressed(id));
    }

    /**
     * Returns a task if it exists.
     *
     * @param projectId the project's id, or {@code me}
     * @param listId the list's id
     * @param id the task's id
     * @return the task, empty if there is no such project, list or task
     */
    public Optional<Task> find(String projectId, String listId, String id) {
        return calls.find(api.getTask(project(projectId), listIn(listId), task(id)), addressed(id));
    }

    /**
     * Creates a task. Without a {@code priority} it is inserted as the first task of the list. Not retried after a lost
     * response, since that could create two.
     *
     * @param projectId the project's id, or {@code me}
     * @param listId the list's id
     * @param request the name; optionally description, due date, priority, owner, contributors and tags
     * @return the created task
     * @throws NotFoundException if there is no such project or list
     */
    public Task create(String projectId, String listId, CreateTaskRequest request) {
        return calls.get(
                api.createTask(project(projectId), listIn(listId), Args.notNull("request", request)),
                ResponseCheck.hasId(Task::id));
    }

    /**
     * Updates the members that the change sets. The others are assumed not to change, and another {@code projectListId}
     * is assumed to move the task to that list; Domo's reference does not state it.
     *
     * @param projectId the project's id, or {@code me}
     * @param listId the list's id
     * @param id the task's id
     * @param change sets the members to change
     * @return the task after the update
     * @throws NotFoundException if there is no such project, list or task
     */
    public Task update(String projectId, String listId, String id, UnaryOperator<UpdateTaskRequest.Builder> change) {
        UpdateTaskRequest request = change.apply(UpdateTaskRequest.builder()).build();
        return calls.get(api.updateTask(project(projectId), listIn(listId), task(id), request), addressed(id));
    }

    /**
     * Deletes a task. Domo's reference does not list this operation and archives tasks instead; domo-rust-sdk uses it.
     *
     * @param projectId the project's id, or {@code me}
     * @param listId the list's id
     * @param id the task's id
     * @return whether it was deleted; false if there was no such project, list or task
     */
    public boolean delete(String projectId, String listId, String id) {
        return calls.delete(api.deleteTask(project(projectId), listIn(listId), task(id)));
    }

    /**
     * Returns the attachments of a task, without their content.
     *
     * @param projectId the project's id, or {@code me}
     * @param listId the list's id
     * @param id the task's id
     * @return all attachments
     * @throws NotFoundException if there is no such project, list or task
     */
    public List<Attachment> attachments(String projectId, String listId, String id) {
        return calls.page(api.listAttachments(project(projectId), listIn(listId), task(id)));
    }

    /**
     * Adds an attachment to a task. Not retried after a lost response, since that could add two.
     *
     * @param projectId the project's id, or {@code me}
     * @param listId the list's id
     * @param id the task's id
     * @param file the file to attach
     * @return the created attachment
     * @throws NotFoundException if there is no such project, list or task
     */
    public Attachment addAttachment(String projectId, String listId, String id, AttachmentFile file) {
        return calls.get(
                api.addAttachment(project(projectId), listIn(listId), task(id), file.part()),
                ResponseCheck.hasId(Attachment::id));
    }

    /**
     * Downloads the content of an attachment, of any size, into memory. If the connection breaks, the download is
     * retried from the start.
     *
     * @param projectId the project's id, or {@code me}
     * @param listId the list's id
     * @param id the task's id
     * @param attachmentId the attachment's id
     * @return the bytes of the file
     * @throws NotFoundException if there is no such project, list, task or attachment
     */
    public byte[] downloadAttachment(String projectId, String listId, String id, long attachmentId) {
        return calls.stream(
                api.downloadAttachment(
                        project(projectId), listIn(listId), task(id), Args.positive("attachmentId", attachmentId)),
                response -> {
                    ResponseBody body = response.body();
                    return body == null ? new byte[0] : body.bytes();
                });
    }

    /**
     * Deletes an attachment.
     *
     * @param projectId the project's id, or {@code me}
     * @param id the task's id
     * @param attachmentId the attachment's id
     * @return whether it was deleted; false if there was no such project, task or attachment
     */
    public boolean deleteAttachment(String projectId, String id, long attachmentId) {
        return calls.delete(
                api.deleteAttachment(project(projectId), task(id), Args.positive("attachmentId", attachmentId)));
    }

    private static String project(String projectId) {
        return Args.notBlank("projectId", projectId);
    }

    private static String listIn(String listId) {
        return Args.notBlank("listId", listId);
    }

    private static String task(String id) {
        return Args.notBlank("id", id);
    }

    private static ResponseCheck<Task> addressed(String id) {
        return ResponseCheck.hasId(Task::id, id);
    }
}

package io.github.domojvm.contract;

import io.github.domojvm.pdp.PolicyFilters;
import io.github.domojvm.rest.DomoRest;
import io.github.domojvm.rest.model.CreateDataSetRequest;
import io.github.domojvm.rest.model.CreateExecutionRequest;
import io.github.domojvm.rest.model.CreateGroupRequest;
import io.github.domojvm.rest.model.CreatePageCollectionRequest;
import io.github.domojvm.rest.model.CreatePageRequest;
import io.github.domojvm.rest.model.CreatePolicyRequest;
import io.github.domojvm.rest.model.CreateProjectListRequest;
import io.github.domojvm.rest.model.CreateProjectRequest;
import io.github.domojvm.rest.model.CreateStreamRequest;
import io.github.domojvm.rest.model.CreateTaskRequest;
import io.github.domojvm.rest.model.DataSet;
import io.github.domojvm.rest.model.Group;
import io.github.domojvm.rest.model.ImportMethod;
import io.github.domojvm.rest.model.Project;
import io.github.domojvm.rest.model.ProjectListType;
import io.github.domojvm.rest.model.UpdateGroupRequest;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.rest.model.UpdatePageCollectionRequest;
import io.github.domojvm.rest.model.UpdatePageRequest;
import io.github.domojvm.rest.model.UpdatePolicyRequest;
import io.github.domojvm.rest.model.UpdateProjectRequest;
import io.github.domojvm.rest.model.UpdateStreamRequest;
import io.github.domojvm.rest.model.UpdateTaskRequest;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.RequestBody;

/**
 * Creates, updates and deletes objects in a service, without changing existing ones. Users, accounts, cards and clients
 * are excluded, because users would be notified or the objects could not be deleted.
 */
final class DriftWrites {
    private static final String NAME = "domo-jvm drift check, may be deleted";

    private final DriftCaller caller;
    private final DomoRest api;

    private DriftWrites(DriftCaller caller) {
        this.caller = caller;
        this.api = caller.api();
    }

    static void run(DriftCaller caller) {
        DriftWrites writes = new DriftWrites(caller);
        writes.dataSet();
        writes.stream();
        writes.group();
        writes.page();
        writes.project();
    }

    private void dataSet() {
        caller.call(api.dataSets().createDataSet(definition())).map(DataSet::id).ifPresent(id -> {
            caller.call(api.dataSets().importData(id, rows(), ImportMethod.REPLACE));
            caller.call(api.dataSets()
                    .updateDataSet(id, DataSet.builder().description("None").build()));
            caller.call(api.policies()
                            .createPolicy(
                                    id,
                                    CreatePolicyRequest.builder()
                                            .name(NAME)
                                            .filters(List.of(PolicyFilters.column("meter")
                                                    .equalTo("1001")))
                                            .build()))
                    .ifPresent(policy -> {
                        caller.call(api.policies()
                                .updatePolicy(
                                        id,
                                        policy.id(),
                                        UpdatePolicyRequest.builder()
                                                .name(NAME)
                                                .filters(policy.filters())
                                                .build()));
                        caller.call(api.policies().deletePolicy(id, policy.id()));
                    });
            caller.call(api.dataSets().deleteDataSet(id));
        });
    }

    private void stream() {
        caller.call(api.streams()
                        .createStream(CreateStreamRequest.builder()
                                .dataSet(definition())
                                .updateMethod(UpdateMethod.APPEND)
                                .build()))
                .ifPresent(stream -> {
                    long id = stream.id();
                    caller.call(api.streams()
                            .updateStream(
                                    id,
                                    UpdateStreamRequest.builder()
                                            .updateMethod(UpdateMethod.REPLACE)
                                            .build()));
                    execute(id);
                    caller.call(api.streams().deleteStream(id));
                    caller.call(api.dataSets().deleteDataSet(stream.dataSet().id()));
                });
    }

    private void execute(long stream) {
        CreateExecutionRequest withoutOptions = CreateExecutionRequest.builder().build();
        caller.call(api.streams().createExecution(stream, withoutOptions))
                .ifPresent(execution -> caller.call(api.streams().abortExecution(stream, execution.id())));
        caller.call(api.streams().createExecution(stream, withoutOptions))
                .ifPresent(execution -> caller.call(api.streams().abortCurrentExecution(stream)));
        caller.call(api.streams().createExecution(stream, withoutOptions)).ifPresent(execution -> {
            caller.call(api.streams().uploadPart(stream, execution.id(), 1L, rows(), null));
            caller.call(api.streams().commitExecution(stream, execution.id()));
        });
    }

    private void group() {
        caller.call(api.groups()
                        .createGroup(CreateGroupRequest.builder().name(NAME).build()))
                .map(Group::id)
                .ifPresent(id -> {
                    caller.call(api.groups()
                            .updateGroup(
                                    id,
                                    UpdateGroupRequest.builder()
                                            .name(NAME)
                                            .active(true)
                                            .build()));
                    caller.first(api.users().listUsers(1, 0)).ifPresent(user -> {
                        caller.call(api.groups().addGroupUser(id, user.id()));
                        caller.call(api.groups().removeGroupUser(id, user.id()));
                    });
                    caller.call(api.groups().deleteGroup(id));
                });
    }

    private void page() {
        caller.call(api.pages()
                        .createPage(CreatePageRequest.builder().name(NAME).build()))
                .ifPresent(page -> {
                    caller.call(api.pages()
                            .updatePage(
                                    page.id(),
                                    UpdatePageRequest.builder().locked(true).build()));
                    caller.call(api.pages()
                                    .createPageCollection(
                                            page.id(),
                                            CreatePageCollectionRequest.builder()
                                                    .title(NAME)
                                                    .build()))
                            .ifPresent(collection -> {
                                caller.call(api.pages()
                                        .updatePageCollection(
                                                page.id(),
                                                collection.id(),
                                                UpdatePageCollectionRequest.builder()
                                                        .title(NAME)
                                                        .build()));
                                caller.call(api.pages().deletePageCollection(page.id(), collection.id()));
                            });
                    caller.call(api.pages().deletePage(page.id()));
                });
    }

    private void project() {
        caller.call(api.projects()
                        .createProject(CreateProjectRequest.builder()
                                .name(NAME)
                                .members(List.of())
                                .isPublic(false)
                                .build()))
                .map(Project::id)
                .ifPresent(id -> {
                    caller.call(api.projects()
                            .updateProject(
                                    id,
                                    UpdateProjectRequest.builder().name(NAME).build()));
                    caller.call(api.projects()
                                    .createProjectList(
                                            id,
                                            CreateProjectListRequest.builder()
                                                    .name(NAME)
                                                    .type(ProjectListType.TODO)
                                                    .build()))
                            .ifPresent(list -> {
                                task(id, list.id());
                                caller.call(api.projects().deleteProjectList(id, list.id()));
                            });
                    caller.call(api.projects().deleteProject(id));
                });
    }

    private void task(String project, String list) {
        caller.call(api.tasks()
                        .createTask(
                                project,
                                list,
                                CreateTaskRequest.builder().taskName(NAME).build()))
                .ifPresent(task -> {
                    caller.call(api.tasks()
                            .updateTask(
                                    project,
                                    list,
                                    task.id(),
                                    UpdateTaskRequest.builder().taskName(NAME).build()));
                    caller.call(api.tasks().addAttachment(project, list, task.id(), SandboxWorld.file()))
                            .ifPresent(attachment -> {
                                caller.call(api.tasks().downloadAttachment(project, list, task.id(), attachment.id()));
                                caller.call(api.tasks().deleteAttachment(project, task.id(), attachment.id()));
                            });
                    caller.call(api.tasks().deleteTask(project, list, task.id()));
                });
    }

    private static CreateDataSetRequest definition() {
        return CreateDataSetRequest.builder()
                .name(NAME)
                .schema(DataSetCalls.SCHEMA)
                .build();
    }

    private static RequestBody rows() {
        return RequestBody.create(DataSetCalls.ROWS, MediaType.get("text/csv"));
    }
}

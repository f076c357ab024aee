package io.github.domojvm.sandbox.internal.project;

import io.github.domojvm.sandbox.internal.ActivityLog;
import io.github.domojvm.sandbox.internal.Owner;
import io.github.domojvm.sandbox.internal.SandboxState;
import io.github.domojvm.sandbox.internal.http.ApiException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The projects of a sandbox, including the personal project. Access only inside {@link #with}. */
final class ProjectsState {
    /** Identifies the personal project of the client in place of an id. */
    private static final String ME = "me";

    final Map<String, ProjectState> projects = new LinkedHashMap<>();
    private final SandboxState state;
    private final ActivityLog activity;
    private final ProjectState personal;

    ProjectsState(SandboxState state, ActivityLog activity) {
        this.state = state;
        this.activity = activity;
        personal = state.with(() -> add("Personal", List.of(Owner.ID), false));
    }

    <T> T with(Supplier<T> task) {
        return state.with(task);
    }

    Instant now() {
        return state.now();
    }

    String nextId() {
        return Long.toString(state.nextNumber());
    }

    ProjectState add(String name, List<Long> members, boolean isPublic) {
        ProjectState project = new ProjectState(nextId(), name, members, isPublic, now());
        project.lists.add(new ListState(nextId(), "To Do", ListType.TODO, now()));
        project.lists.add(new ListState(nextId(), "Working On", ListType.WORKING_ON, now()));
        project.lists.add(new ListState(nextId(), "Completed", ListType.COMPLETED, now()));
        projects.put(project.id, project);
        return project;
    }

    void remove(ProjectState project) {
        if (project == personal) {
            throw ApiException.badRequest("The personal project cannot be deleted");
        }
        projects.remove(project.id);
    }

    ProjectState project(String id) {
        ProjectState project = id.equals(ME) ? personal : projects.get(id);
        if (project == null) {
            throw ApiException.notFound("Project", id);
        }
        return project;
    }

    void note(String action, ProjectState project) {
        activity.record(action, "PROJECT", project.id, project.name);
    }

    void note(String action, ListState list) {
        activity.record(action, "PROJECT_LIST", list.id, list.name);
    }

    void note(String action, TaskState task) {
        activity.record(action, "TASK", task.id, task.name);
    }

    void note(String action, AttachmentState attachment) {
        activity.record(action, "ATTACHMENT", attachment.id(), attachment.file().fileName());
    }
}

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
import io.github.domojvm.rest.api.ProjectsApi;
import io.github.domojvm.rest.model.CreateProjectListRequest;
import io.github.domojvm.rest.model.CreateProjectRequest;
import io.github.domojvm.rest.model.Project;
import io.github.domojvm.rest.model.ProjectList;
import io.github.domojvm.rest.model.UpdateProjectListRequest;
import io.github.domojvm.rest.model.UpdateProjectRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Manages projects, their members and the lists of their {@link Tasks}. The id {@code me} addresses the personal
 * project of the client's user (Domo docs, Projects and Tasks API).
 *
 * <p>Thread-safe. All methods block on the network unless stated otherwise, and throw a {@link DomoException} if the
 * service or the network fails. Scope: {@code workflow}.
 */
public final class Projects {
    static {
        FacadeFactory.register(Projects.class, Projects::new);
    }

    /** The maximum is not documented; 50 is the smallest maximum of all lists of the service. */
    private static final int MAX_PAGE = 50;

    private static final String PERSONAL = "me";

    private final ProjectsApi api;
    private final CallExecutor calls;

    Projects(ClientContext client) {
        this.api = client.api().projects();
        this.calls = client.calls();
    }

    /**
     * Lists the projects that the client can access. Sends nothing before the first item is requested.
     *
     * @return the projects
     */
    public PagedIterable<Project> list() {
        return new PagedCalls<>(MAX_PAGE, (limit, offset) -> calls.page(api.listProjects(limit, offset)));
    }

    /**
     * Returns a project.
     *
     * @param id the project's id, or {@code me}
     * @return the project
     * @throws NotFoundException if there is no project with that id
     */
    public Project get(String id) {
        return calls.get(api.getProject(project(id)), addressed(id));
    }

    /**
     * Returns a project if it exists.
     *
     * @param id the project's id, or {@code me}
     * @return the project, empty if there is no project with that id
     */
    public Optional<Project> find(String id) {
        return calls.find(api.getProject(project(id)), addressed(id));
    }

    /**
     * Creates a project. Not retried after a lost response, since that could create two.
     *
     * @param request the name, the members, and whether the entire instance can see it; optionally description and due
     *     date
     * @return the created project
     */
    public Project create(CreateProjectRequest request) {
        return calls.get(api.createProject(Args.notNull("request", request)), ResponseCheck.hasId(Project::id));
    }

    /**
     * Updates the members that the change sets. The others are assumed not to change; Domo's reference does not state
     * it.
     *
     * @param id the project's id, or {@code me}
     * @param change sets the members to change
     * @return the project after the update
     * @throws NotFoundException if there is no project with that id
     */
    public Project update(String id, UnaryOperator<UpdateProjectRequest.Builder> change) {
        UpdateProjectRequest request =
                change.apply(UpdateProjectRequest.builder()).build();
        return calls.get(api.updateProject(project(id), request), addressed(id));
    }

    /**
     * Deletes a project. Its lists and tasks are assumed to be deleted with it; Domo's reference does not state it.
     *
     * @param id the project's id
     * @return whether it was deleted; false if there was no project with that id
     */
    public boolean delete(String id) {
        return calls.delete(api.deleteProject(project(id)));
    }

    /**
     * Returns the members of a project.
     *
     * @param id the project's id, or {@code me}
     * @return the ids of all members
     * @throws NotFoundException if there is no project with that id
     */
    public List<Long> members(String id) {
        return calls.page(api.getProjectMembers(project(id)));
    }

    /**
     * Sets the members of a project and removes all others (Domo docs, Projects and Tasks API).
     *
     * @param id the project's id, or {@code me}
     * @param userIds the ids of all members
     * @throws NotFoundException if there is no project with that id
     */
    public void setMembers(String id, Collection<Long> userIds) {
        calls.send(api.setProjectMembers(project(id), Args.listOf("userIds", userIds)));
    }

    /**
     * Returns the lists of a project.
     *
     * @param id the project's id, or {@code me}
     * @return all lists in order
     * @throws NotFoundException if there is no project with that id
     */
    public List<ProjectList> lists(String id) {
        return calls.page(api.listProjectLists(project(id)));
    }

    /**
     * Returns a list of a project.
     *
     * @param id the project's id, or {@code me}
     * @param listId the list's id
     * @return the list
     * @throws NotFoundException if there is no such project or list
     */
    public ProjectList getList(String id, String listId) {
        return calls.get(api.getProjectList(project(id), list(listId)), addressedList(listId));
    }

    /**
     * Returns a list of a project if it exists.
     *
     * @param id the project's id, or {@code me}
     * @param listId the list's id
     * @return the list, empty if there is no such project or list
     */
    public Optional<ProjectList> findList(String id, String listId) {
        return calls.find(api.getProjectList(project(id), list(listId)), addressedList(listId));
    }

    /**
     * Creates a list. Without an {@code index} it is inserted as the first list. Not retried after a lost response,
     * since that could create two.
     *
     * @param id the project's id, or {@code me}
     * @param request the name and type; optionally the position among the lists
     * @return the created list
     * @throws NotFoundException if there is no project with that id
     */
    public ProjectList createList(String id, CreateProjectListRequest request) {
        return calls.get(
                api.createProjectList(project(id), Args.notNull("request", request)),
                ResponseCheck.hasId(ProjectList::id));
    }

    /**
     * Updates the members of a list that the change sets. The service requires name, type and position with every
     * update, so the list is read first.
     *
     * @param id the project's id, or {@code me}
     * @param listId the list's id
     * @param change sets the members to change
     * @return the list after the update
     * @throws NotFoundException if there is no such project or list
     */
    public ProjectList updateList(String id, String listId, UnaryOperator<UpdateProjectListRequest.Builder> change) {
        Args.notNull("change", change);
        ProjectList existing = getList(id, listId);
        UpdateProjectListRequest.Builder request = UpdateProjectListRequest.builder()
                .name(existing.name())
                .type(existing.type())
                .index(existing.index());
        return calls.get(api.updateProjectList(id, listId, change.apply(request).build()), addressedList(listId));
    }

    /**
     * Deletes a list. Domo's reference does not state whether its tasks are deleted with it.
     *
     * @param id the project's id, or {@code me}
     * @param listId the list's id
     * @return whether it was deleted; false if there was no such project or list
     */
    public boolean deleteList(String id, String listId) {
        return calls.delete(api.deleteProjectList(project(id), list(listId)));
    }

    private static String project(String id) {
        return Args.notBlank("id", id);
    }

    private static String list(String listId) {
        return Args.notBlank("listId", listId);
    }

    /** The id in the response for {@code me} is that of the personal project. */
    private static ResponseCheck<Project> addressed(String id) {
        return id.equals(PERSONAL) ? ResponseCheck.hasId(Project::id) : ResponseCheck.hasId(Project::id, id);
    }

    private static ResponseCheck<ProjectList> addressedList(String listId) {
        return ResponseCheck.hasId(ProjectList::id, listId);
    }
}

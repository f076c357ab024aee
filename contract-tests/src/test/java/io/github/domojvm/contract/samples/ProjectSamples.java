package io.github.domojvm.contract.samples;

import io.github.domojvm.DomoClient;
import io.github.domojvm.RestAccess;
import io.github.domojvm.rest.model.CreateProjectListRequest;
import io.github.domojvm.rest.model.CreateProjectRequest;
import io.github.domojvm.rest.model.Project;
import io.github.domojvm.rest.model.ProjectList;
import io.github.domojvm.rest.model.ProjectListType;
import io.github.domojvm.rest.model.UpdateProjectListRequest;
import io.github.domojvm.rest.model.UpdateProjectRequest;
import java.util.List;

/** The samples of the Project operations in the API reference. Each method is named after its operation. */
@SuppressWarnings("unused")
final class ProjectSamples {
    void createProject(DomoClient domo) {
        CreateProjectRequest request = CreateProjectRequest.builder()
                .name("New pier")
                .members(List.of(730114L, 730200L))
                .isPublic(true)
                .build();
        Project project = domo.projects().create(request);
    }

    void createProject(RestAccess rest) {
        CreateProjectRequest request = CreateProjectRequest.builder()
                .name("New pier")
                .members(List.of(730114L, 730200L))
                .isPublic(true)
                .build();
        Project project = rest.execute(rest.api().projects().createProject(request));
    }

    void listProjects(DomoClient domo) {
        List<Project> projects = domo.projects().list().toList();
    }

    void listProjects(RestAccess rest) {
        List<Project> page = rest.execute(rest.api().projects().listProjects(50, 0));
    }

    void getProject(DomoClient domo) {
        Project project = domo.projects().get("501");
    }

    void getProject(RestAccess rest) {
        Project project = rest.execute(rest.api().projects().getProject("501"));
    }

    void updateProject(DomoClient domo) {
        Project project = domo.projects().update("501", change -> change.name("New pier"));
    }

    void updateProject(RestAccess rest) {
        UpdateProjectRequest change =
                UpdateProjectRequest.builder().name("New pier").isPublic(true).build();
        Project project = rest.execute(rest.api().projects().updateProject("501", change));
    }

    void deleteProject(DomoClient domo) {
        boolean deleted = domo.projects().delete("501");
    }

    void deleteProject(RestAccess rest) {
        rest.execute(rest.api().projects().deleteProject("501"));
    }

    void setProjectMembers(DomoClient domo) {
        domo.projects().setMembers("501", List.of(730114L, 730200L));
    }

    void setProjectMembers(RestAccess rest) {
        rest.execute(rest.api().projects().setProjectMembers("501", List.of(730114L, 730200L)));
    }

    void getProjectMembers(DomoClient domo) {
        List<Long> userIds = domo.projects().members("501");
    }

    void getProjectMembers(RestAccess rest) {
        List<Long> userIds = rest.execute(rest.api().projects().getProjectMembers("501"));
    }

    void createProjectList(DomoClient domo) {
        CreateProjectListRequest request = CreateProjectListRequest.builder()
                .name("Permits")
                .type(ProjectListType.TODO)
                .build();
        ProjectList list = domo.projects().createList("501", request);
    }

    void createProjectList(RestAccess rest) {
        CreateProjectListRequest request = CreateProjectListRequest.builder()
                .name("Permits")
                .type(ProjectListType.TODO)
                .build();
        ProjectList list = rest.execute(rest.api().projects().createProjectList("501", request));
    }

    void listProjectLists(DomoClient domo) {
        List<ProjectList> lists = domo.projects().lists("501");
    }

    void listProjectLists(RestAccess rest) {
        List<ProjectList> lists = rest.execute(rest.api().projects().listProjectLists("501"));
    }

    void getProjectList(DomoClient domo) {
        ProjectList list = domo.projects().getList("501", "611");
    }

    void getProjectList(RestAccess rest) {
        ProjectList list = rest.execute(rest.api().projects().getProjectList("501", "611"));
    }

    void updateProjectList(DomoClient domo) {
        ProjectList list = domo.projects().updateList("501", "611", change -> change.name("To Do"));
    }

    void updateProjectList(RestAccess rest) {
        UpdateProjectListRequest change = UpdateProjectListRequest.builder()
                .name("To Do")
                .type(ProjectListType.TODO)
                .index(2)
                .build();
        ProjectList list = rest.execute(rest.api().projects().updateProjectList("501", "611", change));
    }

    void deleteProjectList(DomoClient domo) {
        boolean deleted = domo.projects().deleteList("501", "611");
    }

    void deleteProjectList(RestAccess rest) {
        rest.execute(rest.api().projects().deleteProjectList("501", "611"));
    }
}

package io.github.domojvm.contract;

import static io.github.domojvm.contract.ClientCall.rest;
import static io.github.domojvm.contract.ClientCall.restSilent;

import io.github.domojvm.rest.model.CreateProjectListRequest;
import io.github.domojvm.rest.model.CreateProjectRequest;
import io.github.domojvm.rest.model.ProjectListType;
import io.github.domojvm.rest.model.UpdateProjectListRequest;
import io.github.domojvm.rest.model.UpdateProjectRequest;
import java.util.List;

/** How programs reach the Project operations. */
final class ProjectCalls {
    static final List<ClientCall> ALL = List.of(
            rest("listProjects", (api, ids) -> api.projects().listProjects(500, 0)),
            rest(
                    "createProject",
                    (api, ids) -> api.projects()
                            .createProject(CreateProjectRequest.builder()
                                    .name("Pier")
                                    .members(List.of(ids.stranger()))
                                    .isPublic(true)
                                    .build())),
            rest("getProject", (api, ids) -> api.projects().getProject(ids.project())),
            rest(
                    "updateProject",
                    (api, ids) -> api.projects()
                            .updateProject(
                                    ids.project(),
                                    UpdateProjectRequest.builder()
                                            .name("Pier")
                                            .isPublic(false)
                                            .build())),
            restSilent("deleteProject", (api, ids) -> api.projects().deleteProject(ids.project())),
            rest("getProjectMembers", (api, ids) -> api.projects().getProjectMembers(ids.project())),
            restSilent(
                    "setProjectMembers",
                    (api, ids) -> api.projects().setProjectMembers(ids.project(), List.of(ids.stranger()))),
            rest("listProjectLists", (api, ids) -> api.projects().listProjectLists(ids.project())),
            rest(
                    "createProjectList",
                    (api, ids) -> api.projects()
                            .createProjectList(
                                    ids.project(),
                                    CreateProjectListRequest.builder()
                                            .name("Permits")
                                            .type(ProjectListType.TODO)
                                            .build())),
            rest("getProjectList", (api, ids) -> api.projects().getProjectList(ids.project(), ids.list())),
            rest(
                    "updateProjectList",
                    (api, ids) -> api.projects()
                            .updateProjectList(
                                    ids.project(),
                                    ids.list(),
                                    UpdateProjectListRequest.builder()
                                            .name("Permits")
                                            .type(ProjectListType.COMPLETED)
                                            .index(2)
                                            .build())),
            restSilent("deleteProjectList", (api, ids) -> api.projects().deleteProjectList(ids.project(), ids.list())));

    private ProjectCalls() {}
}

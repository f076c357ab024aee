package io.github.domojvm.contract;

import static io.github.domojvm.contract.ClientCall.reading;
import static io.github.domojvm.contract.ClientCall.rest;
import static io.github.domojvm.contract.ClientCall.restSilent;
import static io.github.domojvm.contract.ClientCall.silent;
import static io.github.domojvm.contract.ClientCall.tolerant;

import io.github.domojvm.rest.model.CreateProjectListRequest;
import io.github.domojvm.rest.model.CreateProjectRequest;
import io.github.domojvm.rest.model.ProjectListType;
import io.github.domojvm.rest.model.UpdateProjectListRequest;
import io.github.domojvm.rest.model.UpdateProjectRequest;
import java.util.List;
import java.util.Optional;

/** The client calls of the Project operations. */
final class ProjectCalls {
    static final List<ClientCall> ALL = List.of(
            reading(
                    "listProjects",
                    "Projects.list",
                    (domo, ids) -> domo.projects().list().toList()),
            reading(
                    "createProject",
                    "Projects.create",
                    (domo, ids) -> domo.projects()
                            .create(CreateProjectRequest.builder()
                                    .name("Pier")
                                    .members(List.of(ids.stranger()))
                                    .isPublic(true)
                                    .build())),
            reading("getProject", "Projects.get", (domo, ids) -> domo.projects().get(ids.project())),
            tolerant(
                    "getProject",
                    "Projects.find",
                    true,
                    Optional.empty(),
                    (domo, ids) -> domo.projects().find(ids.project())),
            reading(
                    "updateProject",
                    "Projects.update",
                    (domo, ids) -> domo.projects().update(ids.project(), change -> change.name("Pier"))),
            tolerant(
                    "deleteProject",
                    "Projects.delete",
                    false,
                    false,
                    (domo, ids) -> domo.projects().delete(ids.project())),
            reading(
                    "getProjectMembers",
                    "Projects.members",
                    (domo, ids) -> domo.projects().members(ids.project())),
            silent(
                    "setProjectMembers",
                    "Projects.setMembers",
                    (domo, ids) -> domo.projects().setMembers(ids.project(), List.of(ids.stranger()))),
            reading(
                    "listProjectLists",
                    "Projects.lists",
                    (domo, ids) -> domo.projects().lists(ids.project())),
            reading(
                    "createProjectList",
                    "Projects.createList",
                    (domo, ids) -> domo.projects()
                            .createList(
                                    ids.project(),
                                    CreateProjectListRequest.builder()
                                            .name("Permits")
                                            .type(ProjectListType.TODO)
                                            .build())),
            reading(
                    "getProjectList",
                    "Projects.getList",
                    (domo, ids) -> domo.projects().getList(ids.project(), ids.list())),
            tolerant(
                    "getProjectList",
                    "Projects.findList",
                    true,
                    Optional.empty(),
                    (domo, ids) -> domo.projects().findList(ids.project(), ids.list())),
            reading(
                    "updateProjectList",
                    "Projects.updateList",
                    (domo, ids) ->
                            domo.projects().updateList(ids.project(), ids.list(), change -> change.name("Permits"))),
            tolerant(
                    "deleteProjectList",
                    "Projects.deleteList",
                    false,
                    false,
                    (domo, ids) -> domo.projects().deleteList(ids.project(), ids.list())),
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

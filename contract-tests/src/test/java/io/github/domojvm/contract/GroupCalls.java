package io.github.domojvm.contract;

import static io.github.domojvm.contract.ClientCall.reading;
import static io.github.domojvm.contract.ClientCall.rest;
import static io.github.domojvm.contract.ClientCall.restSilent;
import static io.github.domojvm.contract.ClientCall.silent;
import static io.github.domojvm.contract.ClientCall.tolerant;

import io.github.domojvm.rest.model.CreateGroupRequest;
import io.github.domojvm.rest.model.UpdateGroupRequest;
import java.util.List;
import java.util.Optional;

/** The client calls of the Group operations. */
final class GroupCalls {
    static final List<ClientCall> ALL = List.of(
            reading(
                    "listGroups",
                    "Groups.list",
                    (domo, ids) -> domo.groups().list().toList()),
            reading(
                    "createGroup",
                    "Groups.create(name)",
                    (domo, ids) -> domo.groups().create("Pilots")),
            reading("getGroup", "Groups.get", (domo, ids) -> domo.groups().get(ids.group())),
            tolerant(
                    "getGroup",
                    "Groups.find",
                    true,
                    Optional.empty(),
                    (domo, ids) -> domo.groups().find(ids.group())),
            silent(
                    "updateGroup",
                    "Groups.update",
                    (domo, ids) -> domo.groups().update(ids.group(), change -> change.name("Harbour pilots"))),
            silent("updateGroup", "Groups.rename", (domo, ids) -> domo.groups().rename(ids.group(), "Harbour pilots")),
            silent(
                    "updateGroup",
                    "Groups.deactivate",
                    (domo, ids) -> domo.groups().deactivate(ids.group())),
            tolerant(
                    "deleteGroup",
                    "Groups.delete",
                    false,
                    false,
                    (domo, ids) -> domo.groups().delete(ids.emptyGroup())),
            reading(
                    "listGroupUsers",
                    "Groups.users",
                    (domo, ids) -> domo.groups().users(ids.group()).toList()),
            silent(
                    "addGroupUser",
                    "Groups.addUser",
                    (domo, ids) -> domo.groups().addUser(ids.group(), ids.stranger())),
            tolerant(
                    "removeGroupUser",
                    "Groups.removeUser",
                    false,
                    false,
                    (domo, ids) -> domo.groups().removeUser(ids.group(), ids.member())),
            rest("listGroups", (api, ids) -> api.groups().listGroups(500, 0)),
            rest(
                    "createGroup",
                    (api, ids) -> api.groups()
                            .createGroup(
                                    CreateGroupRequest.builder().name("Pilots").build())),
            rest("getGroup", (api, ids) -> api.groups().getGroup(ids.group())),
            rest(
                    "updateGroup",
                    (api, ids) -> api.groups()
                            .updateGroup(
                                    ids.group(),
                                    UpdateGroupRequest.builder()
                                            .name("Pilots")
                                            .active(true)
                                            .build())),
            restSilent("deleteGroup", (api, ids) -> api.groups().deleteGroup(ids.emptyGroup())),
            rest("listGroupUsers", (api, ids) -> api.groups().listGroupUsers(ids.group(), 500, 0)),
            restSilent("addGroupUser", (api, ids) -> api.groups().addGroupUser(ids.group(), ids.stranger())),
            restSilent("removeGroupUser", (api, ids) -> api.groups().removeGroupUser(ids.group(), ids.member())));

    private GroupCalls() {}
}

package io.github.domojvm.contract;

import static io.github.domojvm.contract.ClientCall.rest;
import static io.github.domojvm.contract.ClientCall.restSilent;

import io.github.domojvm.rest.model.CreateGroupRequest;
import io.github.domojvm.rest.model.UpdateGroupRequest;
import java.util.List;

/** How programs reach the Group operations. */
final class GroupCalls {
    static final List<ClientCall> ALL = List.of(
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

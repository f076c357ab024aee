package io.github.domojvm.contract.samples;

import io.github.domojvm.DomoClient;
import io.github.domojvm.RestAccess;
import io.github.domojvm.rest.model.CreateGroupRequest;
import io.github.domojvm.rest.model.Group;
import io.github.domojvm.rest.model.UpdateGroupRequest;
import java.util.List;

/** The samples of the Group operations in the API reference. Each method is named after its operation. */
@SuppressWarnings("unused")
final class GroupSamples {
    void createGroup(DomoClient domo) {
        Group group =
                domo.groups().create(CreateGroupRequest.builder().name("Pilots").build());
    }

    void createGroup(RestAccess rest) {
        CreateGroupRequest request = CreateGroupRequest.builder().name("Pilots").build();
        Group group = rest.execute(rest.api().groups().createGroup(request));
    }

    void listGroups(DomoClient domo) {
        List<Group> groups = domo.groups().list().toList();
    }

    void listGroups(RestAccess rest) {
        List<Group> page = rest.execute(rest.api().groups().listGroups(500, 0));
    }

    void getGroup(DomoClient domo) {
        Group group = domo.groups().get(901);
    }

    void getGroup(RestAccess rest) {
        Group group = rest.execute(rest.api().groups().getGroup(901L));
    }

    void updateGroup(DomoClient domo) {
        Group group = domo.groups().update(901, change -> change.name("Harbour pilots"));
    }

    void updateGroup(RestAccess rest) {
        UpdateGroupRequest change =
                UpdateGroupRequest.builder().name("Harbour pilots").build();
        Group group = rest.execute(rest.api().groups().updateGroup(901L, change));
    }

    void deleteGroup(DomoClient domo) {
        boolean deleted = domo.groups().delete(901);
    }

    void deleteGroup(RestAccess rest) {
        rest.execute(rest.api().groups().deleteGroup(901L));
    }

    void addGroupUser(DomoClient domo) {
        domo.groups().addUser(901, 730200);
    }

    void addGroupUser(RestAccess rest) {
        rest.execute(rest.api().groups().addGroupUser(901L, 730200L));
    }

    void listGroupUsers(DomoClient domo) {
        List<Long> userIds = domo.groups().users(901).toList();
    }

    void listGroupUsers(RestAccess rest) {
        List<Long> page = rest.execute(rest.api().groups().listGroupUsers(901L, 500, 0));
    }

    void removeGroupUser(DomoClient domo) {
        boolean removed = domo.groups().removeUser(901, 730200);
    }

    void removeGroupUser(RestAccess rest) {
        rest.execute(rest.api().groups().removeGroupUser(901L, 730200L));
    }
}

package io.github.domojvm.contract.samples;

import io.github.domojvm.DomoClient;
import io.github.domojvm.RestAccess;
import io.github.domojvm.rest.model.CreateUserRequest;
import io.github.domojvm.rest.model.UpdateUserRequest;
import io.github.domojvm.rest.model.User;
import java.util.List;

/** The samples of the User operations in the API reference. Each method is named after its operation. */
@SuppressWarnings("unused")
final class UserSamples {
    void createUser(DomoClient domo) {
        CreateUserRequest request = CreateUserRequest.builder()
                .name("Grace Lime")
                .email("grace.lime@northwind.example")
                .role("Privileged")
                .build();
        User user = domo.users().create(request);
    }

    void createUser(RestAccess rest) {
        CreateUserRequest request = CreateUserRequest.builder()
                .name("Grace Lime")
                .email("grace.lime@northwind.example")
                .role("Privileged")
                .build();
        User user = rest.execute(rest.api().users().createUser(request, true));
    }

    void listUsers(DomoClient domo) {
        List<User> users = domo.users().list().toList();
    }

    void listUsers(RestAccess rest) {
        List<User> page = rest.execute(rest.api().users().listUsers(500, 0));
    }

    void findUsersByEmail(DomoClient domo) {
        List<User> users = domo.users().searchByEmail(List.of("grace.lime@northwind.example"));
    }

    void findUsersByEmail(RestAccess rest) {
        List<String> emails = List.of("grace.lime@northwind.example");
        List<User> users = rest.execute(rest.api().users().findUsersByEmail(emails));
    }

    void getUser(DomoClient domo) {
        User user = domo.users().get(730200);
    }

    void getUser(RestAccess rest) {
        User user = rest.execute(rest.api().users().getUser(730200L));
    }

    void updateUser(DomoClient domo) {
        User user = domo.users().update(730200, change -> change.title("Senior pilot"));
    }

    void updateUser(RestAccess rest) {
        UpdateUserRequest change = UpdateUserRequest.builder()
                .email("grace.lime@northwind.example")
                .title("Senior pilot")
                .build();
        User user = rest.execute(rest.api().users().updateUser(730200L, change));
    }

    void deleteUser(DomoClient domo) {
        boolean deleted = domo.users().delete(730200);
    }

    void deleteUser(RestAccess rest) {
        rest.execute(rest.api().users().deleteUser(730200L));
    }
}

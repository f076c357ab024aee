package io.github.domojvm.contract;

import static io.github.domojvm.contract.ClientCall.reading;
import static io.github.domojvm.contract.ClientCall.rest;
import static io.github.domojvm.contract.ClientCall.restSilent;
import static io.github.domojvm.contract.ClientCall.silent;
import static io.github.domojvm.contract.ClientCall.tolerant;

import io.github.domojvm.rest.model.CreateUserRequest;
import io.github.domojvm.rest.model.UpdateUserRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The client calls of the User operations. */
final class UserCalls {
    static final List<ClientCall> ALL = List.of(
            reading(
                    "findUsersByEmail",
                    "Users.searchByEmail",
                    (domo, ids) -> domo.users().searchByEmail(List.of("grace.lime@northwind.example"))),
            reading(
                    "listUsers",
                    "Users.list",
                    (domo, ids) -> domo.users().list().toList()),
            reading(
                    "createUser",
                    "Users.create(name, email)",
                    (domo, ids) -> domo.users().create("Grace Lime", freshEmail())),
            reading(
                    "createUser",
                    "Users.invite",
                    (domo, ids) -> domo.users()
                            .invite(CreateUserRequest.builder()
                                    .name("Grace Lime")
                                    .email(freshEmail())
                                    .role("Privileged")
                                    .build())),
            reading("getUser", "Users.get", (domo, ids) -> domo.users().get(ids.stranger())),
            tolerant(
                    "getUser",
                    "Users.find",
                    true,
                    Optional.empty(),
                    (domo, ids) -> domo.users().find(ids.stranger())),
            silent(
                    "updateUser",
                    "Users.update",
                    (domo, ids) -> domo.users().update(ids.stranger(), user -> user.title("Pilot"))),
            tolerant(
                    "deleteUser",
                    "Users.delete",
                    false,
                    false,
                    (domo, ids) -> domo.users().delete(ids.stranger())),
            silent(
                    "listUsers",
                    "Users.findByEmail",
                    (domo, ids) -> domo.users().findByEmail("grace.lime@northwind.example")),
            rest("listUsers", (api, ids) -> api.users().listUsers(500, 0)),
            rest(
                    "createUser",
                    (api, ids) -> api.users()
                            .createUser(
                                    CreateUserRequest.builder()
                                            .name("Grace Lime")
                                            .email(freshEmail())
                                            .role("Privileged")
                                            .employeeNumber("007")
                                            .build(),
                                    true)),
            rest("getUser", (api, ids) -> api.users().getUser(ids.stranger())),
            rest(
                    "updateUser",
                    (api, ids) -> api.users()
                            .updateUser(
                                    ids.stranger(),
                                    UpdateUserRequest.builder()
                                            .email(freshEmail())
                                            .title("Pilot")
                                            .build())),
            restSilent("deleteUser", (api, ids) -> api.users().deleteUser(ids.stranger())),
            rest(
                    "findUsersByEmail",
                    (api, ids) -> api.users().findUsersByEmail(List.of("grace.lime@northwind.example"))));

    private UserCalls() {}

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    /** Returns a new address, because the service accepts each address only once. */
    private static String freshEmail() {
        return "calls" + NUMBERS.incrementAndGet() + "@northwind.example";
    }
}

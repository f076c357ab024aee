package io.github.domojvm.contract;

import static io.github.domojvm.contract.ClientCall.reading;
import static io.github.domojvm.contract.ClientCall.rest;
import static io.github.domojvm.contract.ClientCall.restSilent;
import static io.github.domojvm.contract.ClientCall.silent;
import static io.github.domojvm.contract.ClientCall.tolerant;

import io.github.domojvm.rest.model.AccountSettings;
import io.github.domojvm.rest.model.AccountUser;
import io.github.domojvm.rest.model.CreateAccountRequest;
import io.github.domojvm.rest.model.ShareAccountRequest;
import io.github.domojvm.rest.model.UpdateAccountRequest;
import java.util.List;
import java.util.Optional;

/** The client calls of the Account operations. */
final class AccountCalls {
    static final List<ClientCall> ALL = List.of(
            reading(
                    "listAccounts",
                    "Accounts.list",
                    (domo, ids) -> domo.accounts().list().toList()),
            reading(
                    "createAccount",
                    "Accounts.create",
                    (domo, ids) -> domo.accounts()
                            .create(CreateAccountRequest.builder()
                                    .name("Harbour database")
                                    .type(settings(ids))
                                    .build())),
            reading("getAccount", "Accounts.get", (domo, ids) -> domo.accounts().get(ids.account())),
            tolerant(
                    "getAccount",
                    "Accounts.find",
                    true,
                    Optional.empty(),
                    (domo, ids) -> domo.accounts().find(ids.account())),
            reading(
                    "updateAccount",
                    "Accounts.update",
                    (domo, ids) -> domo.accounts().update(ids.account(), change -> change.name("Harbour"))),
            tolerant(
                    "deleteAccount",
                    "Accounts.delete",
                    false,
                    false,
                    (domo, ids) -> domo.accounts().delete(ids.account())),
            silent(
                    "shareAccount",
                    "Accounts.share",
                    (domo, ids) -> domo.accounts().share(ids.account(), ids.stranger())),
            reading(
                    "listAccountTypes",
                    "Accounts.listTypes",
                    (domo, ids) -> domo.accounts().listTypes().toList()),
            reading(
                    "getAccountType",
                    "Accounts.getType",
                    (domo, ids) -> domo.accounts().getType(ids.accountType())),
            tolerant(
                    "getAccountType",
                    "Accounts.findType",
                    true,
                    Optional.empty(),
                    (domo, ids) -> domo.accounts().findType(ids.accountType())),
            rest("listAccounts", (api, ids) -> api.accounts().listAccounts(500, 0)),
            rest(
                    "createAccount",
                    (api, ids) -> api.accounts()
                            .createAccount(CreateAccountRequest.builder()
                                    .name("Harbour database")
                                    .type(settings(ids))
                                    .build())),
            rest("getAccount", (api, ids) -> api.accounts().getAccount(ids.account())),
            rest(
                    "updateAccount",
                    (api, ids) -> api.accounts()
                            .updateAccount(
                                    ids.account(),
                                    UpdateAccountRequest.builder()
                                            .name("Harbour")
                                            .build())),
            restSilent("deleteAccount", (api, ids) -> api.accounts().deleteAccount(ids.account())),
            restSilent(
                    "shareAccount",
                    (api, ids) -> api.accounts()
                            .shareAccount(
                                    ids.account(),
                                    ShareAccountRequest.builder()
                                            .user(AccountUser.builder()
                                                    .id(ids.stranger())
                                                    .build())
                                            .build())),
            rest("listAccountTypes", (api, ids) -> api.accounts().listAccountTypes(500, 0)),
            rest("getAccountType", (api, ids) -> api.accounts().getAccountType(ids.accountType())));

    private AccountCalls() {}

    private static AccountSettings settings(Ids ids) {
        return AccountSettings.builder()
                .id(ids.accountType())
                .properties(SandboxWorld.settings())
                .build();
    }
}

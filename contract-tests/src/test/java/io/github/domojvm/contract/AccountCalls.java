package io.github.domojvm.contract;

import static io.github.domojvm.contract.ClientCall.rest;
import static io.github.domojvm.contract.ClientCall.restSilent;

import io.github.domojvm.rest.model.AccountSettings;
import io.github.domojvm.rest.model.AccountUser;
import io.github.domojvm.rest.model.CreateAccountRequest;
import io.github.domojvm.rest.model.ShareAccountRequest;
import io.github.domojvm.rest.model.UpdateAccountRequest;
import java.util.List;

/** How programs reach the Account operations. */
final class AccountCalls {
    static final List<ClientCall> ALL = List.of(
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

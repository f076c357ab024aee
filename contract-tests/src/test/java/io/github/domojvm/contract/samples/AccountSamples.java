package io.github.domojvm.contract.samples;

import io.github.domojvm.DomoClient;
import io.github.domojvm.RestAccess;
import io.github.domojvm.rest.model.Account;
import io.github.domojvm.rest.model.AccountSettings;
import io.github.domojvm.rest.model.AccountType;
import io.github.domojvm.rest.model.AccountUser;
import io.github.domojvm.rest.model.CreateAccountRequest;
import io.github.domojvm.rest.model.ShareAccountRequest;
import io.github.domojvm.rest.model.UpdateAccountRequest;
import java.util.List;
import java.util.Map;

/** The samples of the Account operations in the API reference. Each method is named after its operation. */
@SuppressWarnings("unused")
final class AccountSamples {
    void createAccount(DomoClient domo) {
        AccountSettings settings = AccountSettings.builder()
                .id("harbour-db")
                .properties(Map.of("user", "tide", "password", "invented"))
                .build();
        CreateAccountRequest request = CreateAccountRequest.builder()
                .name("Harbour database")
                .type(settings)
                .build();
        Account account = domo.accounts().create(request);
    }

    void createAccount(RestAccess rest) {
        AccountSettings settings = AccountSettings.builder()
                .id("harbour-db")
                .properties(Map.of("user", "tide", "password", "invented"))
                .build();
        CreateAccountRequest request = CreateAccountRequest.builder()
                .name("Harbour database")
                .type(settings)
                .build();
        Account account = rest.execute(rest.api().accounts().createAccount(request));
    }

    void listAccounts(DomoClient domo) {
        List<Account> accounts = domo.accounts().list().toList();
    }

    void listAccounts(RestAccess rest) {
        List<Account> page = rest.execute(rest.api().accounts().listAccounts(50, 0));
    }

    void getAccount(DomoClient domo) {
        Account account = domo.accounts().get("8801");
    }

    void getAccount(RestAccess rest) {
        Account account = rest.execute(rest.api().accounts().getAccount("8801"));
    }

    void updateAccount(DomoClient domo) {
        Account account = domo.accounts().update("8801", change -> change.name("Harbour database"));
    }

    void updateAccount(RestAccess rest) {
        UpdateAccountRequest change =
                UpdateAccountRequest.builder().name("Harbour database").build();
        Account account = rest.execute(rest.api().accounts().updateAccount("8801", change));
    }

    void shareAccount(DomoClient domo) {
        domo.accounts().share("8801", 730200);
    }

    void shareAccount(RestAccess rest) {
        ShareAccountRequest request = ShareAccountRequest.builder()
                .user(AccountUser.builder().id(730200L).build())
                .build();
        rest.execute(rest.api().accounts().shareAccount("8801", request));
    }

    void deleteAccount(DomoClient domo) {
        boolean deleted = domo.accounts().delete("8801");
    }

    void deleteAccount(RestAccess rest) {
        rest.execute(rest.api().accounts().deleteAccount("8801"));
    }

    void listAccountTypes(DomoClient domo) {
        List<AccountType> types = domo.accounts().listTypes().toList();
    }

    void listAccountTypes(RestAccess rest) {
        List<AccountType> page = rest.execute(rest.api().accounts().listAccountTypes(50, 0));
    }

    void getAccountType(DomoClient domo) {
        AccountType type = domo.accounts().getType("harbour-db");
    }

    void getAccountType(RestAccess rest) {
        AccountType type = rest.execute(rest.api().accounts().getAccountType("harbour-db"));
    }
}

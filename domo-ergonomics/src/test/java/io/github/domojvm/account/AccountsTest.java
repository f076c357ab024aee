package io.github.domojvm.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.domojvm.error.BadRequestException;
import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.internal.call.FakeTiming;
import io.github.domojvm.internal.call.TestDomo;
import io.github.domojvm.rest.model.Account;
import io.github.domojvm.rest.model.AccountSettings;
import io.github.domojvm.rest.model.AccountType;
import io.github.domojvm.rest.model.AccountTypeProperty;
import io.github.domojvm.rest.model.CreateAccountRequest;
import io.github.domojvm.rest.model.UpdateAccountRequest;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.Fault;
import io.github.domojvm.sandbox.Quirk;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class AccountsTest {
    private static final long OWNER = 730_114;

    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.builder()
            .quirk(Quirk.UNKNOWN_ACCOUNT_TYPES_ARE_REJECTED)
            .start();

    @AutoClose
    private final TestDomo domo = new TestDomo(sandbox, new FakeTiming());

    private final Accounts accounts = domo.facade(Accounts.class);

    @Test
    void listReadsAllPages() {
        IntStream.range(0, 51).forEach(i -> create("Account " + i));

        assertThat(accounts.list()).extracting(Account::name).hasSize(51).startsWith("Account 0");
    }

    @Test
    void unknownAccountIsNotFound() {
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> accounts.get("99"));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> accounts.update("99", change -> change.name("Pier")));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> accounts.share("99", OWNER));
        assertThat(accounts.find("99")).isEmpty();
    }

    @Test
    void updatingTheNamePreservesTheType() {
        String id = create("Tides").id();

        Account updated = accounts.update(id, change -> change.name("Ebb"));

        assertThat(accounts.get(id)).isEqualTo(updated);
        assertThat(updated.name()).isEqualTo("Ebb");
        assertThat(updated.type().id()).isEqualTo("tide-tables");
        assertThat(updated.valid()).isTrue();
    }

    @Test
    void updateReadsTheAccountIfTheResponseIsEmpty() {
        String id = create("Tides").id();
        sandbox.faults().add(Fault.on("PATCH", "/v1/accounts/{id}").always().performThenRespond(200, ""));

        assertThat(accounts.update(id, change -> change.name("Ebb")).name()).isEqualTo("Ebb");
        assertThat(domo.calls()
                        .run(domo.rest()
                                .accounts()
                                .updateAccount(
                                        id,
                                        UpdateAccountRequest.builder()
                                                .name("Flow")
                                                .build())))
                .isNull();
        assertThat(accounts.get(id).name()).isEqualTo("Flow");
    }

    @Test
    void deleteReturnsWhetherSomethingWasDeleted() {
        String id = create("Tides").id();

        assertThat(accounts.delete(id)).isTrue();
        assertThat(accounts.delete(id)).isFalse();
        assertThat(accounts.find(id)).isEmpty();
    }

    @Test
    void sharesAnAccountOnlyWithAnExistingUser() {
        String id = create("Tides").id();

        accounts.share(id, OWNER);

        assertThatExceptionOfType(BadRequestException.class).isThrownBy(() -> accounts.share(id, 99));
    }

    @Test
    void getTypeReturnsTheSettingsOfItsAccounts() {
        assertThat(accounts.listTypes()).extracting(AccountType::id).contains("tide-tables");
        assertThat(accounts.getType("tide-tables").templates().byDefault().properties())
                .extracting(AccountTypeProperty::name)
                .containsExactly("apiKey");
        assertThat(accounts.findType("no-such-type")).isEmpty();
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> accounts.getType("no-such-type"));
    }

    @Test
    void rejectsABlankIdBeforeAnyRequest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> accounts.delete(" "))
                .withMessage("id must not be blank");
        assertThat(sandbox.requests()).isEmpty();
    }

    private Account create(String name) {
        return accounts.create(CreateAccountRequest.builder()
                .name(name)
                .type(AccountSettings.builder()
                        .id("tide-tables")
                        .properties(Map.of("apiKey", "invented"))
                        .build())
                .build());
    }
}

package io.github.domojvm.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.internal.call.FakeTiming;
import io.github.domojvm.internal.call.TestDomo;
import io.github.domojvm.rest.model.User;
import io.github.domojvm.sandbox.DomoSandbox;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class UsersTest {
    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.start();

    @AutoClose
    private final TestDomo domo = new TestDomo(sandbox, new FakeTiming());

    private final Users users = domo.facade(Users.class);

    @Test
    void searchByEmailReturnsOnlyExistingUsers() {
        users.create("Grace Lime", "grace.lime@northwind.example");
        users.create("Ada Moss", "ada.moss@northwind.example");

        assertThat(users.searchByEmail(List.of("grace.lime@northwind.example", "missing@northwind.example")))
                .extracting(User::name)
                .containsExactly("Grace Lime");
        assertThat(users.searchByEmail(List.of("missing@northwind.example"))).isEmpty();
    }
}

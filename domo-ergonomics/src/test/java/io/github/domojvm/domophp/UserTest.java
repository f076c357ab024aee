package io.github.domojvm.domophp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.rest.model.CreateUserRequest;
import io.github.domojvm.rest.model.User;
import org.junit.jupiter.api.Test;

class UserTest extends ManualTest {
    @Test
    void getList() {
        User john = john();

        assertThat(domo.users().list()).extracting(User::id).containsExactly(john.id(), 730_114L);
    }

    @Test
    void getListWithLimitAndOffset() {
        john();

        assertThat(domo.users().list().stream().skip(1).limit(10))
                .extracting(User::id)
                .containsExactly(730_114L);
    }

    @Test
    void getUser() {
        User john = john();

        assertThat(domo.users().get(john.id()).email()).isEqualTo("john.doe@example.org");
        assertThat(domo.users().find(999_999)).isEmpty();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> domo.users().get(999_999));
        assertThat(domo.users().findByEmail("John.Doe@Example.org").map(User::id))
                .as("domo-php has no search")
                .hasValue(john.id());
    }

    @Test
    void createUser() {
        assertThat(john().role()).isEqualTo("Participant");
    }

    @Test
    void createUserWithProfileAndInvitation() {
        User full = domo.users()
                .invite(CreateUserRequest.builder()
                        .name("Full User")
                        .email("fulluser@example.org")
                        .role("Privileged")
                        .title("Junior Something")
                        .phone("+18001234567")
                        .employeeNumber("007")
                        .build());

        User stored = domo.users().get(full.id());
        assertThat(stored.role()).isEqualTo("Privileged");
        assertThat(stored.title()).isEqualTo("Junior Something");
        assertThat(stored.employeeNumber()).isEqualTo("007");
        assertThat(stored.phone())
                .as("the mobile of the manual is not a member of the API")
                .isEqualTo("+18001234567");
        assertThat(sandbox.requests())
                .anyMatch(request -> String.valueOf(request.query()).contains("sendInvite=true"));
    }

    @Test
    void updateUser() {
        User john = john();

        User updated = domo.users().update(john.id(), change -> change.title("Senior Something"));

        assertThat(updated.title()).isEqualTo("Senior Something");
        assertThat(updated.email()).isEqualTo("john.doe@example.org");
        assertThat(updated.name()).isEqualTo("John Doe");
    }

    @Test
    void deleteUser() {
        User john = john();

        assertThat(domo.users().delete(john.id())).isTrue();
        assertThat(domo.users().delete(john.id())).isFalse();
    }
}

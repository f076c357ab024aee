package io.github.domojvm.domophp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.domojvm.error.BadRequestException;
import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.rest.model.Group;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupTest extends ManualTest {
    private Group group;

    @BeforeEach
    void createMyGroup() {
        group = domo.groups().create("My Group");
    }

    @Test
    void getList() {
        domo.groups().create("Other");

        assertThat(domo.groups().list()).extracting(Group::name).containsExactly("Default", "My Group", "Other");
    }

    @Test
    void getListWithLimitAndOffset() {
        List.of("b", "c", "d").forEach(domo.groups()::create);

        assertThat(domo.groups().list().stream().skip(2).limit(2))
                .extracting(Group::name)
                .containsExactly("b", "c");
    }

    @Test
    void getGroup() {
        assertThat(domo.groups().get(group.id()).name()).isEqualTo("My Group");
        assertThat(domo.groups().find(999_999)).isEmpty();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> domo.groups().get(999_999));
    }

    @Test
    void createGroup() {
        assertThat(group.name()).isEqualTo("My Group");
        assertThat(group.active()).isTrue();
        assertThat(domo.groups().users(group.id())).isEmpty();
    }

    @Test
    void renameGroup() {
        domo.groups().deactivate(group.id());

        Group renamed = domo.groups().rename(group.id(), "New Name");

        assertThat(renamed.name()).isEqualTo("New Name");
        assertThat(renamed.active()).as("domo-php activates the group again").isFalse();
        assertThat(domo.groups().get(group.id())).isEqualTo(renamed);
    }

    @Test
    void activateGroup() {
        domo.groups().deactivate(group.id());

        assertThat(domo.groups().activate(group.id()).active()).isTrue();
        assertThat(domo.groups().get(group.id()).name()).isEqualTo("My Group");
    }

    @Test
    void deactivateGroup() {
        assertThat(domo.groups().deactivate(group.id()).active()).isFalse();
        assertThat(domo.groups().get(group.id()).name()).isEqualTo("My Group");
        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(() -> domo.groups().addUser(group.id(), 730_114));
    }

    @Test
    void deleteGroup() {
        domo.groups().addUser(group.id(), 730_114);

        assertThatExceptionOfType(BadRequestException.class)
                .as("the service rejects the deletion of a group with users")
                .isThrownBy(() -> domo.groups().delete(group.id()));
        assertThat(domo.groups().deleteWithMembers(group.id())).isTrue();
        assertThat(domo.groups().delete(group.id())).isFalse();
        assertThat(domo.users().find(730_114)).isPresent();
    }

    @Test
    void addUser() {
        domo.groups().addUser(group.id(), 730_114);
        domo.groups().addUser(group.id(), 730_114);

        assertThat(domo.groups().users(group.id())).containsExactly(730_114L);
    }

    @Test
    void listUsers() {
        long john = john().id();
        domo.groups().addUsers(group.id(), List.of(730_114L, john));

        assertThat(domo.groups().users(group.id())).containsExactlyInAnyOrder(730_114L, john);
        assertThat(domo.groups().users(group.id()).stream().skip(1).limit(1)).hasSize(1);
    }

    @Test
    void removeUser() {
        domo.groups().addUser(group.id(), 730_114);

        assertThat(domo.groups().removeUser(group.id(), 730_114)).isTrue();
        assertThat(domo.groups().removeUser(group.id(), 730_114)).isFalse();
        assertThat(domo.groups().users(group.id())).isEmpty();
    }
}

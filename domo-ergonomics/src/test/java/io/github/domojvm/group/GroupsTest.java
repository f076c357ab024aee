package io.github.domojvm.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.domojvm.error.BadRequestException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.error.PermissionException;
import io.github.domojvm.internal.call.FakeTiming;
import io.github.domojvm.internal.call.TestDomo;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.Fault;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class GroupsTest {
    private static final long OWNER = 730_114;

    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.start();

    @AutoClose
    private final TestDomo domo = new TestDomo(sandbox, new FakeTiming());

    private final Groups groups = domo.facade(Groups.class);

    @Test
    void reportListsTheAddedAndTheFailedUsers() {
        long id = groups.create("Pilots").id();

        MembershipReport report = groups.addUsers(id, List.of(OWNER, 99L));

        assertThat(report.isComplete()).isFalse();
        assertThat(report.done()).containsExactly(OWNER);
        assertThat(report.failed()).containsOnlyKeys(99L);
        assertThat(report.failed().get(99L)).isInstanceOf(NotFoundException.class);
        assertThat(groups.removeUsers(id, List.of(OWNER)).isComplete()).isTrue();
        assertThat(groups.users(id)).isEmpty();
    }

    @Test
    void missingPermissionFailsTheEntireCall() {
        long id = groups.create("Pilots").id();
        sandbox.faults()
                .add(Fault.on("PUT", "/v1/groups/*/users/*")
                        .respond(
                                403,
                                "{\"status\":403,\"statusReason\":\"Forbidden\",\"message\":\"Access is denied\"}"));

        assertThatExceptionOfType(PermissionException.class).isThrownBy(() -> groups.addUsers(id, List.of(OWNER, 5L)));
    }

    @Test
    void connectionFailureStopsTheCallAndReportsTheRemainingUsers() {
        long id = groups.create("Pilots").id();
        sandbox.faults().add(Fault.on("PUT", "/v1/groups/*/users/5").always().dropConnection());

        MembershipReport report = groups.addUsers(id, List.of(OWNER, 5L, 6L));

        assertThat(report.done()).containsExactly(OWNER);
        assertThat(report.failed().get(5L)).isInstanceOf(DomoIoException.class);
        assertThat(report.notTried()).containsExactly(6L);
        assertThat(report.isComplete()).isFalse();
    }

    @Test
    void deletesAGroupWithUsersOnlyWithItsMembers() {
        long id = groups.create("Pilots").id();
        groups.addUser(id, OWNER);

        assertThatExceptionOfType(BadRequestException.class).isThrownBy(() -> groups.delete(id));
        assertThat(groups.deleteWithMembers(id)).isTrue();
        assertThat(groups.find(id)).isEmpty();
        assertThat(groups.deleteWithMembers(id)).isFalse();
    }
}

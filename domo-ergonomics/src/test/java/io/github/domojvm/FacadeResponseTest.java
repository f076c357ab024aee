package io.github.domojvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.internal.call.FakeTiming;
import io.github.domojvm.rest.model.CreatePolicyRequest;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.Fault;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** JSON that names no id, or another one, is not the object that was requested. */
class FacadeResponseTest {
    private static final Schema NO_COLUMNS = Schema.builder().build();

    private static final CreatePolicyRequest ANY_ROWS =
            CreatePolicyRequest.builder().name("x").filters(List.of()).build();

    static Stream<Arguments> calls() {
        return Stream.of(
                call("get a DataSet", domo -> domo.dataSets().get("d1")),
                call("find a DataSet", domo -> domo.dataSets().find("d1")),
                call("create a DataSet", domo -> domo.dataSets().create("x", NO_COLUMNS)),
                call("update a DataSet", domo -> domo.dataSets().update("d1", change -> change.name("x"))),
                call("get a Stream", domo -> domo.streams().get(3)),
                call("find a Stream", domo -> domo.streams().find(3)),
                call("create a Stream", domo -> domo.streams().create("x", NO_COLUMNS, UpdateMethod.APPEND)),
                call("update a Stream", domo -> domo.streams().update(3, UpdateMethod.APPEND)),
                call("get a user", domo -> domo.users().get(3)),
                call("find a user", domo -> domo.users().find(3)),
                call("create a user", domo -> domo.users().create("x", "x@example.com")),
                call("get a group", domo -> domo.groups().get(3)),
                call("find a group", domo -> domo.groups().find(3)),
                call("create a group", domo -> domo.groups().create("x")),
                call("get a page", domo -> domo.pages().get(3)),
                call("find a page", domo -> domo.pages().find(3)),
                call("create a page", domo -> domo.pages().create("x")),
                call("get a policy", domo -> domo.policies().get("d1", 3)),
                call("find a policy", domo -> domo.policies().find("d1", 3)),
                call("create a policy", domo -> domo.policies().create("d1", ANY_ROWS)));
    }

    private static Arguments call(String name, Consumer<DomoClient> call) {
        return Arguments.of(name, call);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void aPortalsJsonIsNoObjectOfDomo(String name, Consumer<DomoClient> call) {
        try (DomoSandbox sandbox = DomoSandbox.start();
                DomoClient domo = DomoClient.builder()
                        .apiUrl(sandbox.url().toString())
                        .credentials(sandbox.clientId(), sandbox.clientSecret())
                        .timing(new FakeTiming())
                        .build()) {
            sandbox.faults().add(Fault.on("*", "/v1/**").always().respond(200, "{\"portal\":\"sign in\"}"));

            DomoDataException e = catchThrowableOfType(DomoDataException.class, () -> call.accept(domo));

            assertThat(e).isNotNull().hasMessageContaining("not Domo's").hasMessageNotContaining("sign in");
        }
    }
}

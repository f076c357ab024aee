package io.github.domojvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.internal.call.FakeTiming;
import io.github.domojvm.rest.model.CardDefinition;
import io.github.domojvm.rest.model.CreatePolicyRequest;
import io.github.domojvm.rest.model.CreateSimpleDataSetRequest;
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

/** JSON without an id, or with another id, is not the requested object. */
class FacadeResponseTest {
    private static final Schema NO_COLUMNS = Schema.builder().build();

    private static final CreatePolicyRequest ANY_ROWS =
            CreatePolicyRequest.builder().name("x").filters(List.of()).build();

    private static final CardDefinition NO_CHART = CardDefinition.builder().build();

    private static final CreateSimpleDataSetRequest NAMED =
            CreateSimpleDataSetRequest.builder().name("x").build();

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
                call("create a policy", domo -> domo.policies().create("d1", ANY_ROWS)),
                call("get an account", domo -> domo.accounts().get("3")),
                call("find an account", domo -> domo.accounts().find("3")),
                call("update an account", domo -> domo.accounts().update("3", change -> change.name("x"))),
                call("get a type of accounts", domo -> domo.accounts().getType("x")),
                call("get a card", domo -> domo.cards().get("3")),
                call("find a card", domo -> domo.cards().find("3")),
                call("get the definition of a card", domo -> domo.cards().getDefinition("3")),
                call("create a card", domo -> domo.cards().create(NO_CHART)),
                call("add a drill view", domo -> domo.cards().addDrillView("3", NO_CHART)),
                call("get a project", domo -> domo.projects().get("3")),
                call("get the personal project", domo -> domo.projects().get("me")),
                call("update a project", domo -> domo.projects().update("3", change -> change.name("x"))),
                call("get a list", domo -> domo.projects().getList("3", "4")),
                call("get a task", domo -> domo.tasks().get("3", "4", "5")),
                call("update a task", domo -> domo.tasks().update("3", "4", "5", change -> change.taskName("x"))),
                call("get an integration", domo -> domo.buzz().get("3")),
                call("find an integration", domo -> domo.buzz().find("3")),
                call("list the integrations", domo -> domo.buzz().list()),
                call("list the subscriptions", domo -> domo.buzz().subscriptions("3")),
                call("create a DataSet for JSON", domo -> domo.simple().create(NAMED)));
    }

    private static Arguments call(String name, Consumer<DomoClient> call) {
        return Arguments.of(name, call);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void rejectsJsonThatIsNotTheRequestedObject(String name, Consumer<DomoClient> call) {
        try (DomoSandbox sandbox = DomoSandbox.start();
                DomoClient domo = DomoClient.builder()
                        .apiUrl(sandbox.url().toString())
                        .credentials(sandbox.clientId(), sandbox.clientSecret())
                        .timing(new FakeTiming())
                        .build()) {
            sandbox.faults().add(Fault.on("*", "/v1/**").always().respond(200, "{\"portal\":\"sign in\"}"));

            DomoDataException e = catchThrowableOfType(DomoDataException.class, () -> call.accept(domo));

            assertThat(e).isNotNull().hasMessageContaining("not from Domo").hasMessageNotContaining("sign in");
        }
    }
}

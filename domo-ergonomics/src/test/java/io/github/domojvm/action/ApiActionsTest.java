package io.github.domojvm.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.domojvm.account.Accounts;
import io.github.domojvm.dataset.DataSets;
import io.github.domojvm.error.BadRequestException;
import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.error.ServerException;
import io.github.domojvm.internal.call.FakeTiming;
import io.github.domojvm.internal.call.TestDomo;
import io.github.domojvm.rest.model.AccountSettings;
import io.github.domojvm.rest.model.CreateAccountRequest;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.Fault;
import io.github.domojvm.schema.SchemaBuilder;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ApiActionsTest {
    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.start();

    @AutoClose
    private final TestDomo domo = new TestDomo(sandbox, new FakeTiming());

    private final ApiActions actions = domo.facade(ApiActions.class);
    private final String action = actions.list().get(0).guid();
    private final String path = "/v1/domoactions/" + action + "/process";
    private final String dataSet = domo.facade(DataSets.class)
            .create("Tides", SchemaBuilder.builder().doubleColumn("level").build())
            .id();
    private final String account = domo.facade(Accounts.class)
            .create(CreateAccountRequest.builder()
                    .name("Tides")
                    .type(AccountSettings.builder()
                            .id("tide-tables")
                            .properties(Map.of())
                            .build())
                    .build())
            .id();

    @Test
    void returnsTheResultOfTheActionUnchanged() {
        assertThat(actions.process(action, account, dataSet))
                .isEqualTo("\"Harbour alerts processed DataSet " + dataSet + "\"");

        sandbox.faults().add(Fault.on("POST", path).respond(200, "id,sent\n7,åtta\n"));
        assertThat(actions.process(action, account, dataSet)).isEqualTo("id,sent\n7,åtta\n");
    }

    @Test
    void anEmptyResponseIsAnEmptyResult() {
        sandbox.faults().add(Fault.on("POST", path).respond(204, ""));
        assertThat(actions.process(action, account, dataSet)).isEmpty();
    }

    @Test
    void isNotRetriedAfterALostResponse() {
        sandbox.faults().add(Fault.on("POST", path).performThenDropConnection());
        int sent = sandbox.requests().size();

        assertThatExceptionOfType(DomoException.class).isThrownBy(() -> actions.process(action, account, dataSet));

        assertThat(sandbox.requests()).hasSize(sent + 1);
    }

    @Test
    void anHtmlPageIsNotAResult() {
        sandbox.faults()
                .add(Fault.on("POST", path).always().respond(200, "<html>Sign in</html>", "Content-Type", "text/html"));

        assertThatExceptionOfType(DomoException.class).isThrownBy(() -> actions.process(action, account, dataSet));
    }

    @Test
    void reportsAnUnknownActionAndAnUnknownAccount() {
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> actions.process("none", account, dataSet));
        assertThatExceptionOfType(BadRequestException.class).isThrownBy(() -> actions.process(action, "none", dataSet));
    }

    @Test
    void theListIsRetriedAfterAServerError() {
        sandbox.faults().add(Fault.on("GET", "/v1/domoactions").times(2).respond(503, ""));
        assertThat(actions.list()).extracting(found -> found.guid()).contains(action);

        sandbox.faults().add(Fault.on("GET", "/v1/domoactions").always().respond(500, ""));
        assertThatExceptionOfType(ServerException.class).isThrownBy(actions::list);
    }
}

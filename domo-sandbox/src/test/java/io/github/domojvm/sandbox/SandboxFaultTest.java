package io.github.domojvm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The effects that need the state of the sandbox. */
class SandboxFaultTest {
    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.start();

    private final Caller caller = new Caller(sandbox);
    private final String stream = caller.newStream("APPEND");

    @Test
    void acknowledgesAPartThatIsNotStored() {
        String execution = caller.newExecution(stream);
        Reply stored = caller.put(execution + "/part/1", "a,1\n");
        Fault dropped = sandbox.faults()
                .add(Fault.on("PUT", "/v1/streams/*/executions/*/part/2").acknowledge());

        Reply reply = caller.put(execution + "/part/2", "b,2\n");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().fieldNames())
                .toIterable()
                .containsExactlyElementsOf(() -> stored.json().fieldNames());
        assertThat(reply.json().path("id")).isEqualTo(stored.json().path("id"));
        assertThat(sandbox.faults().fired(dropped)).isEqualTo(1);
        caller.put(execution + "/commit", "");
        assertThat(sandbox.rows(caller.dataSetOf(stream))).containsExactly(List.of("a", "1"));
    }

    @Test
    void acknowledgesACommitThatIsNotPerformed() {
        String execution = caller.newExecution(stream);
        caller.put(execution + "/part/1", "a,1\n");
        sandbox.faults()
                .add(Fault.on("PUT", "/v1/streams/*/executions/*/commit").acknowledge());

        assertThat(caller.put(execution + "/commit", "").status()).isEqualTo(200);

        assertThat(caller.state(execution)).isEqualTo("ACTIVE");
        assertThat(sandbox.rowCount(caller.dataSetOf(stream))).isZero();
        assertThat(sandbox.faults().outstanding()).isEmpty();
    }

    @Test
    void acknowledgesAnImportThatIsNotPerformed() {
        String dataSet = caller.newDataSet();
        sandbox.faults().add(Fault.on("PUT", "/v1/datasets/*/data").acknowledge());

        assertThat(caller.put("/v1/datasets/" + dataSet + "/data", "a,1\n", "Content-Type", "text/csv")
                        .status())
                .isEqualTo(204);

        assertThat(sandbox.rowCount(dataSet)).isZero();
        assertThat(sandbox.faults().outstanding()).isEmpty();
    }

    @Test
    void acknowledgesOnlyRequestsThatCouldBePerformed() {
        sandbox.faults().add(Fault.on("*", "/v1/**").always().acknowledge());

        assertThat(caller.put(stream + "/executions/7/part/1", "a,1\n").status())
                .isEqualTo(404);
        assertThat(caller.put("/v1/datasets/none/data", "a,1\n").status()).isEqualTo(404);
        caller.useToken("unknown");
        assertThat(caller.put(stream + "/executions/7/commit", "").status()).isEqualTo(403);
    }

    @Test
    void performsRequestsThatCannotBeAcknowledged() {
        Fault all = sandbox.faults().add(Fault.on("*", "/v1/**").always().acknowledge());

        assertThat(caller.newDataSet()).isNotEmpty();
        assertThat(caller.get("/v1/datasets").json()).hasSize(2);
        assertThat(sandbox.faults().report().entries()).containsExactly(new FaultReport.Entry(all, 0, 0, List.of()));
    }

    @Test
    void opensAnExecutionOfAnotherProgramBeforeTheOperation() {
        String execution = caller.newExecution(stream);
        Fault competing = sandbox.faults()
                .add(Fault.on("PUT", "/v1/streams/*/executions/*/part/*").openExecutionThenPerform());

        Reply reply = caller.put(execution + "/part/1", "a,1\n");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(caller.state(execution)).isEqualTo("ABORTED");
        assertThat(caller.state(stream + "/executions/2")).isEqualTo("ACTIVE");
        assertThat(sandbox.faults().fired(competing)).isEqualTo(1);
    }

    @Test
    void opensAnExecutionForRequestsOfAStreamOnly() {
        sandbox.faults().add(Fault.on("*", "/**").always().openExecutionThenPerform());

        assertThat(caller.newDataSet()).isNotEmpty();
        assertThat(caller.get(stream).status()).isEqualTo(200);
        sandbox.faults().clear();

        assertThat(caller.get(stream + "/executions").json()).hasSize(1);
    }

    @Test
    void respondsWithABrokenGzipBody() {
        sandbox.faults().add(Fault.on("GET", "/v1/users").respond(FaultResponse.BROKEN_GZIP));

        Reply reply = caller.get("/v1/users", "Accept-Encoding", "gzip");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(reply.text()).startsWith("\u001f");
    }

    @Test
    void respondsWithJsonThatIsNotAResponseOfTheOperation() {
        sandbox.faults().add(Fault.on("GET", "/v1/users").respond(FaultResponse.UNRELATED_JSON));
        sandbox.faults().add(Fault.on("GET", "/v1/users").respond(FaultResponse.TRUNCATED_JSON));

        assertThat(caller.get("/v1/users").json().path("portal").asText()).isEqualTo("guest");
        assertThat(caller.get("/v1/users").text()).isEqualTo("{\"id\":");
    }

    @Test
    void isRefusedByTheProxy() {
        try (FaultProxy proxy = FaultProxy.start(sandbox.url())) {
            Fault.On on = Fault.on("PUT", "/v1/streams/**");

            assertThatThrownBy(() -> proxy.faults().add(on.acknowledge()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("a FaultProxy cannot carry out 'PUT /v1/streams/**")
                    .hasMessageContaining("add it to DomoSandbox.faults()");
            assertThatThrownBy(() -> proxy.faults().add(on.openExecutionThenPerform()))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(proxy.faults().outstanding()).isEmpty();
        }
    }

    @Test
    void refusesFaultsAtAByteOfAMessage() {
        Fault reset = Fault.on("PUT", "/v1/streams/**").inRequestBody(10).reset();

        assertThatThrownBy(() -> sandbox.faults().add(reset))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reset after 10 byte(s) of the request body")
                .hasMessageContaining("FaultProxy.faults()");
        assertThatThrownBy(() -> DomoSandbox.builder().faults(reset)).hasMessageContaining("FaultProxy");
        assertThat(sandbox.faults().outstanding()).isEmpty();
    }
}

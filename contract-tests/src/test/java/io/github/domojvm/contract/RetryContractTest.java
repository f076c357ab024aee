package io.github.domojvm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.domojvm.DomoClient;
import io.github.domojvm.contract.Spec.Operation;
import io.github.domojvm.error.ServerException;
import io.github.domojvm.retry.RetryPolicy;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.sandbox.Fault;
import io.github.domojvm.sandbox.RecordedRequest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each call, through a facade and through {@code rest()}, receives one status 503. The client must retry it as the
 * description declares for the operation.
 */
class RetryContractTest {
    private static final int BUSY = 503;
    private static final int TOO_EARLY = 425;
    private static final Spec SPEC = Spec.read();

    private static DomoSandbox sandbox;
    private static DomoClient setup;

    @BeforeAll
    static void start() {
        sandbox = DomoSandbox.start();
        setup = client();
    }

    @AfterAll
    static void stop() {
        setup.close();
        sandbox.close();
    }

    /** The log of a sandbox contains only the latest requests. */
    @BeforeEach
    void reset() {
        sandbox.reset();
    }

    static Stream<ClientCall> calls() {
        return ClientCalls.ALL.stream().filter(call -> !call.operationId().equals("createAccessToken"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void retriesACallAsTheDescriptionDeclares(ClientCall call) {
        Operation operation = operation(call);
        Ids ids = SandboxWorld.create(setup);
        int before = sandbox.requests().size();
        Fault busy = sandbox.faults()
                .add(Fault.on(operation.method(), operation.path()).respond(BUSY, ""));

        Throwable thrown;
        try (DomoClient domo = client()) {
            thrown = catchThrowable(() -> call.run(domo, ids));
        }

        assertThat(sandbox.faults().fired(busy)).isEqualTo(1);
        List<RecordedRequest> requests = requests(operation, before);
        if (operation.retries().includesProcessed(requests.get(0).query())) {
            assertThat(thrown).isNull();
            assertThat(requests)
                    .extracting(RecordedRequest::status)
                    .startsWith(BUSY)
                    .hasSizeGreaterThan(1)
                    .filteredOn(status -> status >= 300)
                    .containsExactly(BUSY);
        } else {
            assertThat(thrown).isInstanceOf(ServerException.class);
            assertThat(requests).extracting(RecordedRequest::status).containsExactly(BUSY);
        }
    }

    /** RFC 8470: the service has not processed the request. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void retriesEveryCallThatWasTooEarly(ClientCall call) throws Exception {
        Operation operation = operation(call);
        Ids ids = SandboxWorld.create(setup);
        int before = sandbox.requests().size();
        sandbox.faults().add(Fault.on(operation.method(), operation.path()).respond(TOO_EARLY, ""));

        try (DomoClient domo = client()) {
            call.run(domo, ids);
        }

        assertThat(requests(operation, before))
                .extracting(RecordedRequest::status)
                .startsWith(TOO_EARLY)
                .hasSizeGreaterThan(1)
                .filteredOn(status -> status >= 300)
                .containsExactly(TOO_EARLY);
    }

    @Test
    void theDescriptionDeclaresEveryModeAndAConditionDependsOnTheQuery() {
        assertThat(SPEC.operations())
                .extracting(operation -> operation.retries().mode())
                .contains("safe", "idempotent", "delete", "part", "unsent-only");
        assertThat(SPEC.operations())
                .filteredOn(operation -> operation.retries().includesProcessed("updateMethod=REPLACE")
                        && !operation.retries().includesProcessed("updateMethod=APPEND"))
                .extracting(Operation::id)
                .containsExactlyInAnyOrder("importData", "importJson");
    }

    private static List<RecordedRequest> requests(Operation operation, int before) {
        return sandbox.requests().stream()
                .skip(before)
                .filter(request ->
                        SPEC.operation(request.method(), request.path()).equals(operation))
                .toList();
    }

    private static Operation operation(ClientCall call) {
        return SPEC.operations().stream()
                .filter(operation -> operation.id().equals(call.operationId()))
                .findFirst()
                .orElseThrow();
    }

    private static DomoClient client() {
        return DomoClient.builder()
                .credentials(sandbox.clientId(), sandbox.clientSecret())
                .apiUrl(sandbox.url().toString())
                .retryPolicy(RetryPolicy.builder().baseDelay(Duration.ZERO).build())
                .build();
    }
}

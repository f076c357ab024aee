package io.github.domojvm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.domojvm.DomoClient;
import io.github.domojvm.contract.Spec.Operation;
import io.github.domojvm.contract.WireTap.Exchange;
import io.github.domojvm.error.AuthenticationException;
import io.github.domojvm.error.DomoApiException;
import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.error.PermissionException;
import io.github.domojvm.error.ServerException;
import io.github.domojvm.retry.RetryPolicy;
import io.github.domojvm.sandbox.Fault;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests the sandbox against the description with the client calls, through a Prism proxy that validates every response.
 */
@ExtendWith(PrismExtension.class)
class SandboxContractTest {
    /**
     * The outcome of a call. Tests check violations before it, because the client receives only status 500 for them.
     */
    private record Outcome(Object result, Throwable thrown) {
        static Outcome of(ClientCall.Code code, DomoClient domo, Ids ids) {
            try {
                return new Outcome(code.run(domo, ids), null);
            } catch (Exception thrown) {
                return new Outcome(null, thrown);
            }
        }
    }

    private static final String NO_BODY = "The received media type \\\"\\\" does not match";
    private static final List<Operation> OPERATIONS = Spec.read().operations();

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void responsesConformToTheDescription(ClientCall call, ProxiedSandbox proxied) throws Exception {
        Ids ids = proxied.world();
        try (WireTap tap = WireTap.before(proxied.prism());
                DomoClient domo = proxied.client(tap)) {
            Outcome outcome = Outcome.of(call.code(), domo, ids);

            assertNoViolations(tap);
            assertThat(outcome.thrown()).isNull();
            assertThat(outcome.result() != null).isEqualTo(call.returnsResponse() || call.whenNotFound() != null);
            assertThat(of(call, tap))
                    .isNotEmpty()
                    .allSatisfy(exchange -> assertThat(exchange.status()).isBetween(200, 299));
            of(call, tap).forEach(exchange -> ContractTable.SANDBOX.add(call.operationId(), exchange.status()));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("callsWithAnId")
    void returns404ForAnUnknownId(ClientCall call, ProxiedSandbox proxied) throws Exception {
        try (WireTap tap = WireTap.before(proxied.prism());
                DomoClient domo = proxied.client(tap)) {
            Outcome outcome = Outcome.of(call.code(), domo, Ids.UNKNOWN);

            assertNoViolations(tap);
            if (call.whenNotFound() == null) {
                assertThat(outcome.thrown()).isInstanceOf(NotFoundException.class);
            } else {
                assertThat(outcome.thrown()).isNull();
                assertThat(outcome.result()).isEqualTo(call.whenNotFound());
            }
            assertThat(tap.exchanges()).last().extracting(Exchange::status).isEqualTo(404);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("callsWithAToken")
    void rejectsATokenWithAnotherScope(ClientCall call, ProxiedSandbox proxied) throws Exception {
        String needed = operation(call).scope();
        try (WireTap tap = WireTap.before(proxied.prism());
                DomoClient domo = proxied.client(tap, needed.equals("data") ? "user" : "data")) {
            Outcome outcome = Outcome.of(call.code(), domo, Ids.OF_THE_EXAMPLES);

            assertNoViolations(tap);
            assertThat(outcome.thrown())
                    .isInstanceOfSatisfying(
                            PermissionException.class,
                            permission -> assertThat(permission.missingScope()).contains(needed));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("callsWithAToken")
    void rejectsAnExpiredTokenWhichTheClientRenews(ClientCall call, ProxiedSandbox proxied) throws Exception {
        Ids ids = proxied.world();
        // The strict Prism would replace the 401 with a 500, because it has no body, and OpenAPI cannot declare a body
        // as
        // optional.
        try (WireTap tap = WireTap.before(proxied.observer());
                DomoClient domo = proxied.client(tap)) {
            Object token = domo.rest().execute(domo.rest().api().users().listUsers(1, 0));
            proxied.sandbox().expireTokens();

            Outcome outcome = Outcome.of(call.code(), domo, ids);

            assertThat(token).isNotNull();
            assertThat(outcome.thrown()).isNull();
            assertThat(violations(tap)).hasSize(1).first().asString().contains("returned 401", NO_BODY);
            assertThat(tap.exchanges())
                    .extracting(Exchange::status)
                    .filteredOn(status -> status >= 400)
                    .containsExactly(401);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rejections")
    void rejectionsConformToTheDescription(SandboxRefusals.Case rejection, ProxiedSandbox proxied) throws Exception {
        Ids ids = proxied.world();
        try (WireTap tap = WireTap.before(proxied.prism());
                DomoClient domo = proxied.client(tap)) {
            Outcome outcome = Outcome.of(rejection.code(), domo, ids);

            assertNoViolations(tap);
            assertThat(outcome.thrown())
                    .isInstanceOfSatisfying(
                            DomoApiException.class,
                            error -> assertThat(error.status()).isEqualTo(rejection.status()));
            assertThat(tap.exchanges())
                    .last()
                    .extracting(exchange -> exchange.operation().id(), Exchange::status)
                    .containsExactly(rejection.operationId(), rejection.status());
        }
    }

    @Test
    void rejectsWrongCredentialsAsDescribed(ProxiedSandbox proxied) throws Exception {
        try (WireTap tap = WireTap.before(proxied.prism());
                DomoClient domo = DomoClient.builder()
                        .credentials("ada", "wrong")
                        .apiUrl(tap.url().toString())
                        .retryPolicy(RetryPolicy.none())
                        .build()) {
            assertThat(catchThrowable(() -> domo.dataSets().get(Ids.UNKNOWN.dataSet())))
                    .isInstanceOf(AuthenticationException.class);

            assertNoViolations(tap);
            assertThat(tap.exchanges()).extracting(Exchange::status).containsExactly(401);
        }
    }

    /** Verifies that the other tests can fail. */
    @Test
    void detectsAResponseThatViolatesTheDescription(ProxiedSandbox proxied) throws Exception {
        proxied.sandbox().faults().add(Fault.on("GET", "/v1/users").respond(200, "[{\"id\":\"seven\"}]"));
        try (WireTap tap = WireTap.before(proxied.prism());
                DomoClient domo = proxied.client(tap)) {
            assertThat(catchThrowable(
                            () -> domo.rest().execute(domo.rest().api().users().listUsers(1, 0))))
                    .isInstanceOf(ServerException.class);

            assertThat(tap.exchanges())
                    .last()
                    .satisfies(exchange -> assertThat(exchange.violations()).contains("id", "integer"));
        }
    }

    static Stream<ClientCall> calls() {
        // Prism decodes a compressed request body as text and thereby corrupts it.
        return ClientCalls.ALL.stream().filter(call -> !call.how().endsWith("with gzip"));
    }

    static Stream<ClientCall> callsWithAnId() {
        return calls().filter(call -> operation(call).path().contains("{"))
                .filter(call -> operation(call).errors().stream().anyMatch(error -> error.status() == 404));
    }

    static Stream<ClientCall> callsWithAToken() {
        return calls().filter(call -> !operation(call).scope().equals("none"));
    }

    static Stream<SandboxRefusals.Case> rejections() {
        return SandboxRefusals.ALL.stream();
    }

    private static void assertNoViolations(WireTap tap) {
        assertThat(tap.exchanges()).isNotEmpty();
        assertThat(violations(tap)).isEmpty();
        assertThat(tap.exchanges())
                .allSatisfy(exchange -> assertThat(exchange.absent())
                        .as(exchange.operation().id())
                        .isEmpty());
    }

    private static List<String> violations(WireTap tap) {
        return tap.exchanges().stream()
                .filter(exchange -> !exchange.violations().isEmpty())
                .map(exchange ->
                        exchange.operation().id() + " returned " + exchange.status() + ": " + exchange.violations())
                .toList();
    }

    private static List<Exchange> of(ClientCall call, WireTap tap) {
        return tap.exchanges().stream()
                .filter(exchange -> exchange.operation().id().equals(call.operationId()))
                .toList();
    }

    private static Operation operation(ClientCall call) {
        return operation(call.operationId());
    }

    private static Operation operation(String id) {
        return OPERATIONS.stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The description has no operation " + id));
    }
}

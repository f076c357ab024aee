package io.github.domojvm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.domojvm.DomoClient;
import io.github.domojvm.contract.Spec.ErrorResponse;
import io.github.domojvm.contract.Spec.Operation;
import io.github.domojvm.contract.Spec.Success;
import io.github.domojvm.contract.WireTap.Exchange;
import io.github.domojvm.retry.RetryPolicy;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests each client call of each operation with each response of the description. */
@ExtendWith(PrismExtension.class)
class ClientContractTest {
    private static final String TOKEN = "createAccessToken";
    private static final List<Operation> OPERATIONS = Spec.read().operations();

    @Test
    void everyOperationHasACallAndEveryCallHasAnOperation() {
        assertThat(ClientCalls.ALL)
                .extracting(ClientCall::operationId)
                .containsOnly(OPERATIONS.stream().map(Operation::id).toArray(String[]::new));
    }

    @Test
    void everyResponseBodyIsReturnedByACall() {
        List<String> read = calls().filter(ClientCall::returnsResponse)
                .map(ClientCall::operationId)
                .toList();

        // Calls with an access token prove that its response is read.
        assertThat(OPERATIONS)
                .filteredOn(operation -> !operation.id().equals(TOKEN))
                .filteredOn(operation -> operation.successes().stream()
                        .anyMatch(success -> !success.body().isMissingNode()))
                .hasSizeGreaterThan(10)
                .extracting(Operation::id)
                .isSubsetOf(read);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void requestsConformToTheDescription(ClientCall call, Prism prism) throws Exception {
        try (WireTap tap = WireTap.before(prism);
                DomoClient domo = client(tap)) {
            assertThat(call.run(domo, Ids.OF_THE_EXAMPLES) != null)
                    .isEqualTo(call.returnsResponse() || call.whenNotFound() != null);

            assertThat(tap.exchanges())
                    .extracting(exchange -> exchange.operation().id())
                    .contains(call.operationId())
                    .satisfies(ids -> assertThat(Collections.frequency(ids, TOKEN))
                            .isEqualTo(call.operationId().equals("createClient") ? 0 : 1));
            assertThat(tap.exchanges()).allSatisfy(exchange -> {
                assertThat(exchange.violations()).isEmpty();
                assertThat(exchange.status()).isBetween(200, 299);
                assertThat(exchange.authorization()).satisfies(header -> {
                    if (exchange.operation().id().equals("createClient")) {
                        // The operation uses a session of the instance; the access token must not be sent.
                        assertThat(header).isEmpty();
                    } else {
                        assertThat(header).singleElement().asString().matches(authorization(exchange));
                    }
                });
            });
        }
    }

    @ParameterizedTest(name = "{0} with response {1}")
    @MethodSource("successes")
    void readsEverySuccessResponse(ClientCall call, Success success, Prism prism) throws Exception {
        try (WireTap tap = WireTap.before(prism);
                DomoClient domo = client(tap)) {
            tap.selectResponse(call.operationId(), success.prefer());

            Object result = call.run(domo, Ids.OF_THE_EXAMPLES);

            assertThat(of(call.operationId(), tap)).isNotEmpty().allSatisfy(exchange -> {
                assertThat(exchange.violations()).isEmpty();
                assertThat(exchange.status()).isEqualTo(success.status());
            });
            if (call.returnsResponse()) {
                assertThat(ModelJson.of(result)).isEqualTo(success.body());
            }
            ContractTable.CLIENT.add(call.operationId(), success);
        }
    }

    @ParameterizedTest(name = "{0} with response {1}")
    @MethodSource("errors")
    void throwsTheExpectedExceptionForEveryErrorResponse(ClientCall call, ErrorResponse response, Prism prism)
            throws Exception {
        ExpectedError expected = ExpectedError.of(call.operationId(), response);
        try (WireTap tap = WireTap.before(prism);
                DomoClient domo = client(tap)) {
            tap.selectResponse(call.operationId(), response.prefer());

            Object tested = response;
            if (call.whenNotFound() != null && response.status() == 404) {
                assertThat(call.run(domo, Ids.OF_THE_EXAMPLES)).isEqualTo(call.whenNotFound());
                tested = response + " as " + call.whenNotFound();
            } else {
                expected.assertMatches(response, catchThrowable(() -> call.run(domo, Ids.OF_THE_EXAMPLES)));
            }

            int attempts = expected.renewsToken() ? 2 : 1;
            assertThat(of(TOKEN, tap)).hasSize(call.operationId().equals("createClient") ? 0 : attempts);
            assertThat(of(call.operationId(), tap)).hasSize(attempts).allSatisfy(exchange -> {
                assertThat(exchange.violations()).isEmpty();
                assertThat(exchange.status()).isEqualTo(response.status());
            });
            ContractTable.CLIENT.add(call.operationId(), tested);
        }
    }

    static Stream<ClientCall> calls() {
        return ClientCalls.ALL.stream();
    }

    static Stream<Arguments> successes() {
        return calls().flatMap(
                        call -> operation(call).successes().stream().map(success -> Arguments.of(call, success)));
    }

    static Stream<Arguments> errors() {
        return calls().flatMap(call -> operation(call).errors().stream().map(error -> Arguments.of(call, error)));
    }

    private static Operation operation(ClientCall call) {
        return OPERATIONS.stream()
                .filter(operation -> operation.id().equals(call.operationId()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The description has no operation " + call.operationId()));
    }

    private static DomoClient client(WireTap tap) {
        return DomoClient.builder()
                .credentials("ada", "marker-secret")
                .apiUrl(tap.url().toString())
                .scopes("data")
                .retryPolicy(RetryPolicy.none())
                .build();
    }

    private static List<Exchange> of(String operationId, WireTap tap) {
        return tap.exchanges().stream()
                .filter(exchange -> exchange.operation().id().equals(operationId))
                .toList();
    }

    private static Pattern authorization(Exchange exchange) {
        if (exchange.operation().id().equals(TOKEN)) {
            return Pattern.compile("(?i:basic) "
                    + Base64.getEncoder().encodeToString("ada:marker-secret".getBytes(StandardCharsets.UTF_8)));
        }
        Operation token = OPERATIONS.stream()
                .filter(operation -> operation.id().equals(TOKEN))
                .findFirst()
                .orElseThrow();
        return Pattern.compile("(?i:bearer) "
                + Pattern.quote(
                        token.successes().get(0).body().get("access_token").asText()));
    }
}

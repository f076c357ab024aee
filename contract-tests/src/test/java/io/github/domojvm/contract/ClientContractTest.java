package io.github.domojvm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.domojvm.DomoClient;
import io.github.domojvm.contract.Spec.Operation;
import io.github.domojvm.contract.Spec.Refusal;
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

/** The client against the description: each way to call each operation, with each answer that the description has. */
@ExtendWith(PrismExtension.class)
class ClientContractTest {
    private static final String TOKEN = "createAccessToken";
    private static final List<Operation> OPERATIONS = Spec.read().operations();

    @Test
    void everyOperationHasACallAndEveryCallAnOperation() {
        assertThat(ClientCalls.ALL)
                .extracting(ClientCall::operationId)
                .containsOnly(OPERATIONS.stream().map(Operation::id).toArray(String[]::new));
    }

    @Test
    void everyAnswerWithABodyIsReadByACall() {
        List<String> read = calls().filter(ClientCall::readsAnswer)
                .map(ClientCall::operationId)
                .toList();

        // That the token is read shows in the calls that carry it.
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
    void aCallIsWhatTheDescriptionAllows(ClientCall call, Prism prism) throws Exception {
        try (WireTap tap = WireTap.before(prism);
                DomoClient domo = client(tap)) {
            assertThat(call.run(domo, Ids.OF_THE_EXAMPLES) != null)
                    .isEqualTo(call.readsAnswer() || call.whenGone() != null);

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
                        // It takes a session of the instance, and the token must not go along.
                        assertThat(header).isEmpty();
                    } else {
                        assertThat(header).singleElement().asString().matches(authorization(exchange));
                    }
                });
            });
        }
    }

    @ParameterizedTest(name = "{0} answered {1}")
    @MethodSource("successes")
    void everySuccessIsRead(ClientCall call, Success success, Prism prism) throws Exception {
        try (WireTap tap = WireTap.before(prism);
                DomoClient domo = client(tap)) {
            tap.answer(call.operationId(), success.prefer());

            Object answer = call.run(domo, Ids.OF_THE_EXAMPLES);

            assertThat(of(call.operationId(), tap)).isNotEmpty().allSatisfy(exchange -> {
                assertThat(exchange.violations()).isEmpty();
                assertThat(exchange.status()).isEqualTo(success.status());
            });
            if (call.readsAnswer()) {
                assertThat(ModelJson.of(answer)).isEqualTo(success.body());
            }
            ContractTable.CLIENT.add(call.operationId(), success);
        }
    }

    @ParameterizedTest(name = "{0} answered {1}")
    @MethodSource("refusals")
    void everyErrorBecomesItsException(ClientCall call, Refusal refusal, Prism prism) throws Exception {
        ExpectedError expected = ExpectedError.of(call.operationId(), refusal);
        try (WireTap tap = WireTap.before(prism);
                DomoClient domo = client(tap)) {
            tap.answer(call.operationId(), refusal.prefer());

            Object shown = refusal;
            if (call.whenGone() != null && refusal.status() == 404) {
                assertThat(call.run(domo, Ids.OF_THE_EXAMPLES)).isEqualTo(call.whenGone());
                shown = refusal + " as " + call.whenGone();
            } else {
                expected.assertTold(refusal, catchThrowable(() -> call.run(domo, Ids.OF_THE_EXAMPLES)));
            }

            int tries = expected.renewsToken() ? 2 : 1;
            assertThat(of(TOKEN, tap)).hasSize(call.operationId().equals("createClient") ? 0 : tries);
            assertThat(of(call.operationId(), tap)).hasSize(tries).allSatisfy(exchange -> {
                assertThat(exchange.violations()).isEmpty();
                assertThat(exchange.status()).isEqualTo(refusal.status());
            });
            ContractTable.CLIENT.add(call.operationId(), shown);
        }
    }

    static Stream<ClientCall> calls() {
        return ClientCalls.ALL.stream();
    }

    static Stream<Arguments> successes() {
        return calls().flatMap(
                        call -> operation(call).successes().stream().map(success -> Arguments.of(call, success)));
    }

    static Stream<Arguments> refusals() {
        return calls().flatMap(call -> operation(call).refusals().stream().map(refusal -> Arguments.of(call, refusal)));
    }

    private static Operation operation(ClientCall call) {
        return OPERATIONS.stream()
                .filter(operation -> operation.id().equals(call.operationId()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The description has no operation " + call.operationId()));
    }

    private static DomoClient client(WireTap tap) {
        return DomoClient.builder()
                .credentials("ada", "harbour")
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
            return Pattern.compile(
                    "(?i:basic) " + Base64.getEncoder().encodeToString("ada:harbour".getBytes(StandardCharsets.UTF_8)));
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

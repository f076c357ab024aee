package io.github.domojvm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults as JSON. */
class FaultJsonTest {
    @AutoClose
    private final DomoSandbox sandbox = DomoSandbox.start();

    private final Caller caller = new Caller(sandbox);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'action':'stall'                                        | from request 1, 1 time(s): stall",
                "'action':'perform-then-stall','nth':2                   | from request 2, 1 time(s): perform then stall",
                "'action':'perform-twice','times':3                      | from request 1, 3 time(s): perform twice",
                "'action':'acknowledge','always':true                    | from request 1, always: acknowledge",
                "'action':'open-execution-then-perform'                  | from request 1, 1 time(s): open execution then perform",
                "'action':'drop-connection','probability':0.05,'seed':7  | from request 1, always with probability 0.05 and seed 7: drop connection",
                "'action':'stall','probability':0.5,'times':2            | from request 1, 2 time(s) with probability 0.5 and seed 0: stall",
                "'action':'respond','response':'html-page'               | from request 1, 1 time(s): respond 200",
                "'action':'perform-then-respond','status':409            | from request 1, 1 time(s): perform then respond 409",
                "'action':'close','in':'response'                        | from request 1, 1 time(s): close after 0 byte(s) of the response",
                "'action':'reset','in':'request-body','afterBytes':9     | from request 1, 1 time(s): reset after 9 byte(s) of the request body",
                "'action':'stall','in':'request'                         | from request 1, 1 time(s): stall after 0 byte(s) of the request",
                "'action':'delay','in':'response','time':'PT2S'          | from request 1, 1 time(s): delay of PT2S after 0 byte(s) of the response",
                "'action':'drip','in':'response-body','bytes':4,'time':'PT2S' | from request 1, 1 time(s): drip of 4 byte(s) per PT2S after 0 byte(s) of the response body"
            })
    void describesEveryFault(String members, String text) {
        Fault fault = Fault.fromJson("{'path':'/v1/**',%s}".formatted(members).replace('\'', '"'));

        assertThat(fault).hasToString("* /v1/** " + text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'action':'disrupt'                      | action: must be one of [respond, perform-then-respond,",
                "'action':'close'                        | action: must be one of [respond, perform-then-respond,",
                "'action':'respond','in':'request'       | action: must be one of [close, reset, stall, delay, drip], but is 'respond'",
                "'action':'close','in':'header'          | in: must be one of [request, request-body, response, response-body]",
                "'action':'close','in':'request','afterBytes':-1 | afterBytes: must not be negative, but is -1",
                "'action':'close','in':'request','afterBytes':'x' | afterBytes: must be a whole number, but is \"x\"",
                "'action':'delay','in':'request','time':'2s'     | time: must be an ISO 8601 duration such as PT0.5S, but is '2s'",
                "'action':'drip','in':'request','time':'PT2S'    | bytes: must be at least 1, but is 0",
                "'action':'stall','probability':2        | probability: must be 0 to 1, but is 2.0",
                "'action':'stall','probability':'2'      | probability: must be a number, but is \"2\"",
                "'action':'stall','probability':1,'seed':0.5     | seed: must be a whole number, but is 0.5",
                "'action':'stall','nth':1.5               | nth: must be a whole number, but is 1.5",
                "'action':'respond','response':'page'    | response: must be one of [broken-gzip, html-page, truncated-json, unrelated-json], but is 'page'",
                "'action':'respond','status':200,'bodyBase64':'*' | bodyBase64: is not Base64"
            })
    void rejectsAnInvalidMember(String members, String message) {
        String json = "{'path':'/v1/**',%s}".formatted(members).replace('\'', '"');

        assertThatThrownBy(() -> Fault.fromJson(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void listsFaultsWithTheirCountsSoThatTheyCanBeAddedAgain() {
        control(
                "POST",
                "{\"path\":\"/v1/users\",\"probability\":1,\"times\":2,\"action\":\"respond\","
                        + "\"response\":\"broken-gzip\"}");
        control("POST", "{\"path\":\"/v1/pages\",\"probability\":0.5,\"seed\":3,\"action\":\"perform-twice\"}");
        caller.get("/v1/users");

        Reply listed = control("GET", "");

        assertThat(listed.json().path(0))
                .hasToString("{\"method\":\"*\",\"path\":\"/v1/users\",\"nth\":1,\"times\":2,\"action\":\"respond\","
                        + "\"status\":200,\"bodyBase64\":\""
                        + Base64.getEncoder().encodeToString(FaultResponse.BROKEN_GZIP.body())
                        + "\",\"headers\":{\"Content-Type\":\"application/json\",\"Content-Encoding\":\"gzip\"},"
                        + "\"matched\":1,\"fired\":1,\"requests\":[\"GET /v1/users\"]}");
        assertThat(listed.json().path(1))
                .hasToString("{\"method\":\"*\",\"path\":\"/v1/pages\",\"nth\":1,\"probability\":0.5,\"seed\":3,"
                        + "\"always\":true,\"action\":\"perform-twice\",\"matched\":0,\"fired\":0,\"requests\":[]}");
        for (int i = 0; i < 2; i++) {
            String again = listed.json().path(i).toString().replaceFirst(",\"matched\".*", "}");
            assertThat(Fault.fromJson(again).toString()).startsWith("* /v1/");
        }
        Fault binary = Fault.fromJson(listed.json().path(0).toString().replaceFirst(",\"matched\".*", "}"));
        assertThat(binary.response().body()).isEqualTo(FaultResponse.BROKEN_GZIP.body());
    }

    @Test
    void refusesAFaultAtAByteOfAMessageWithTheReason() {
        Reply refused = control("POST", "{\"path\":\"/v1/users\",\"action\":\"reset\",\"in\":\"response\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.message()).contains("start a FaultProxy in front of the sandbox");
    }

    private Reply control(String method, String body) {
        return caller.raw(
                method,
                "/sandbox/faults",
                body.getBytes(StandardCharsets.UTF_8),
                "Authorization",
                Caller.basic(sandbox.clientId(), sandbox.clientSecret()));
    }
}

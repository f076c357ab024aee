package io.github.domojvm.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.http.ApiResponse;
import io.github.domojvm.sandbox.internal.http.Call;
import io.github.domojvm.sandbox.internal.http.Json;
import io.github.domojvm.sandbox.internal.http.Router;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * The requests below {@code /sandbox}, which control the sandbox itself. They require the id and the secret of the
 * first client as Basic credentials. They are not recorded, and neither faults nor the request limit apply to them.
 */
final class AdminResource {
    private static final String ROOT = "/sandbox";
    private static final int MAX_BODY = 10 * 1024 * 1024;

    private final DomoSandbox sandbox;
    private final MovableClock clock;
    private final TokenResource credentials;
    private final Router router = new Router();

    AdminResource(DomoSandbox sandbox, MovableClock clock, TokenResource credentials) {
        this.sandbox = sandbox;
        this.clock = clock;
        this.credentials = credentials;
        router.open("GET", ROOT + "/faults", this::faults)
                .open("POST", ROOT + "/faults", this::addFault)
                .open("DELETE", ROOT + "/faults", call -> done(sandbox.faults()::clear))
                .open("GET", ROOT + "/clock", call -> now())
                .open("POST", ROOT + "/clock", this::advance)
                .open("GET", ROOT + "/requests", call -> requests())
                .open("POST", ROOT + "/tokens/expire", call -> done(sandbox::expireTokens))
                .open("POST", ROOT + "/reset", call -> done(sandbox::reset));
    }

    static boolean handles(Call call) {
        return call.path().equals(ROOT) || call.path().startsWith(ROOT + "/");
    }

    ApiResponse perform(Call call) throws IOException {
        try {
            if (!credentials.isFirstClient(call)) {
                throw ApiException.badCredentials();
            }
            Router.Route route = router.find(call);
            if (route == null) {
                throw router.noRoute(call);
            }
            return route.operation().perform(call);
        } catch (ApiException e) {
            return e.response();
        }
    }

    private ApiResponse faults(Call call) {
        ArrayNode list = Json.array();
        sandbox.faults().report().entries().forEach(entry -> list.add(FaultJson.json(entry)));
        return ApiResponse.json(200, list);
    }

    private ApiResponse addFault(Call call) throws IOException {
        try {
            String json = new String(call.body().readNBytes(MAX_BODY), StandardCharsets.UTF_8);
            Fault fault = sandbox.faults().add(Fault.fromJson(json));
            return ApiResponse.json(201, FaultJson.json(new FaultReport.Entry(fault, 0, 0, List.of())));
        } catch (IllegalArgumentException e) {
            throw ApiException.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private ApiResponse advance(Call call) throws IOException {
        String text = Json.requiredText(call.json(), "advance");
        try {
            Duration by = Duration.parse(text);
            if (!by.isNegative()) {
                clock.advance(by);
                return now();
            }
        } catch (DateTimeParseException | ArithmeticException e) {
            throw notADuration(text);
        }
        throw notADuration(text);
    }

    private static ApiException notADuration(String text) {
        return ApiException.badRequest("advance must be an ISO 8601 duration such as PT15M, but is '" + text + "'");
    }

    private ApiResponse now() {
        return ApiResponse.json(200, Json.object().put("now", Json.millis(clock.instant())));
    }

    private ApiResponse requests() {
        ArrayNode list = Json.array();
        for (RecordedRequest request : sandbox.requests()) {
            ObjectNode json = list.addObject();
            json.put("method", request.method())
                    .put("path", request.path())
                    .put("query", request.query())
                    .put("status", request.status());
        }
        return ApiResponse.json(200, list);
    }

    private static ApiResponse done(Runnable action) {
        action.run();
        return ApiResponse.empty(204);
    }
}

package io.github.domojvm.sandbox;

import io.github.domojvm.sandbox.internal.http.ApiResponse;
import io.github.domojvm.sandbox.internal.http.Call;
import java.io.IOException;
import java.util.Map;

/** Performs calls to which a fault is applied. */
final class FaultyOperations {
    private final Operations operations;

    FaultyOperations(Operations operations) {
        this.operations = operations;
    }

    /** Returns the response. If the fault drops or stalls the connection, the client does not receive it. */
    ApiResponse perform(Fault fault, Call call) throws IOException {
        return switch (fault.action()) {
            case RESPOND -> planned(fault.response());
            case PERFORM_THEN_RESPOND -> {
                operations.perform(call).close();
                yield planned(fault.response());
            }
            case DROP_CONNECTION, STALL -> ApiResponse.empty(500);
            case PERFORM_THEN_DROP_CONNECTION, PERFORM_THEN_STALL -> operations.perform(call);
            case PERFORM_TWICE -> {
                byte[] body = call.body().readAllBytes();
                operations.perform(call.withBody(body)).close();
                yield operations.perform(call.withBody(body));
            }
            case ACKNOWLEDGE -> acknowledgment(call);
            case OPEN_EXECUTION_THEN_PERFORM -> {
                String stream = segments(call.path(), 3);
                operations
                        .performUnchecked(call.of("POST", stream + "/executions"))
                        .close();
                yield operations.perform(call);
            }
            case DISRUPT -> throw new IllegalStateException("Refused by the plan");
        };
    }

    /** Returns the present state of what the call would change. That is what the operation returns as well. */
    private ApiResponse acknowledgment(Call call) {
        boolean ofExecution = call.path().startsWith("/v1/streams/");
        ApiResponse state = operations.perform(call.of("GET", segments(call.path(), ofExecution ? 5 : 3)));
        if (ofExecution || state.status() != 200) {
            return state;
        }
        state.close();
        return ApiResponse.empty(204);
    }

    /** Returns the first segments of a path. */
    private static String segments(String path, int count) {
        int end = 0;
        for (int i = 0; i < count; i++) {
            int next = path.indexOf('/', end + 1);
            end = next < 0 ? path.length() : next;
        }
        return path.substring(0, end);
    }

    private static ApiResponse planned(FaultResponse response) {
        ApiResponse result = ApiResponse.bytes(response.status(), response.body());
        for (Map.Entry<String, String> header : response.headers().entrySet()) {
            result = result.with(header.getKey(), header.getValue());
        }
        return result;
    }
}

package io.github.domojvm.sandbox;

import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.http.ApiResponse;
import io.github.domojvm.sandbox.internal.http.Call;
import io.github.domojvm.sandbox.internal.http.Router;
import java.io.IOException;
import java.util.List;

/** Performs calls in this order: request limit, token, route, scope, operation. */
final class Operations {
    private final Tokens tokens;
    private final RateLimit limit;
    private volatile Router router;

    Operations(Router router, Tokens tokens, Settings settings) {
        this.router = router;
        this.tokens = tokens;
        this.limit = new RateLimit(settings);
    }

    /** Replaces the operations. Calls in progress finish with the previous ones. */
    void route(Router operations) {
        router = operations;
    }

    ApiResponse perform(Call call) {
        return respond(() -> {
            limit.count();
            Router operations = router;
            Router.Route route = operations.find(call);
            if (route != null && route.scope().isEmpty()) {
                return route.operation().perform(call);
            }
            List<String> scopes = tokens.scopes(call);
            if (route == null) {
                throw operations.noRoute(call);
            }
            if (!scopes.contains(route.scope())) {
                throw ApiException.insufficientScope(route.scope());
            }
            return route.operation().perform(call);
        });
    }

    /** Performs a call of another program, whose token and request limit are its own. */
    ApiResponse performUnchecked(Call call) {
        return respond(() -> {
            Router operations = router;
            Router.Route route = operations.find(call);
            if (route == null) {
                throw operations.noRoute(call);
            }
            return route.operation().perform(call);
        });
    }

    private interface Performed {
        ApiResponse response() throws IOException;
    }

    private static ApiResponse respond(Performed performed) {
        try {
            return performed.response();
        } catch (ApiException e) {
            return e.response();
        } catch (IOException | RuntimeException e) {
            return ApiException.standard(500, "The sandbox failed: " + e).response();
        }
    }
}

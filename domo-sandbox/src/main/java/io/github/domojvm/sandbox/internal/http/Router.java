package io.github.domojvm.sandbox.internal.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the operation for a method and a path. Routes are matched in the order they were added. */
public final class Router {
    /** An operation of the API. */
    public interface Operation {
        public ApiResponse perform(Call call) throws IOException;
    }

    /** An operation with its path and its scope. An operation with an empty scope requires no token. */
    public record Route(String method, Pattern path, String scope, Operation operation) {}

    private final List<Route> routes = new ArrayList<>();

    public Router open(String method, String path, Operation operation) {
        routes.add(new Route(method, PathPattern.compile(path), "", operation));
        return this;
    }

    public Router add(String method, String path, String scope, Operation operation) {
        routes.add(new Route(method, PathPattern.compile(path), scope, operation));
        return this;
    }

    /** Returns the route of a call and sets its path variables, or null if there is no route. */
    @Nullable
    public Route find(Call call) {
        for (Route route : routes) {
            Matcher matcher = route.path().matcher(call.path());
            if (route.method().equals(call.method()) && matcher.matches()) {
                List<String> variables = new ArrayList<>();
                for (int i = 1; i <= matcher.groupCount(); i++) {
                    variables.add(matcher.group(i));
                }
                call.variables(variables);
                return route;
            }
        }
        return null;
    }

    /** Creates the error for a call without a route: 404 for an unknown path, 405 for an unsupported method. */
    public ApiException noRoute(Call call) {
        TreeSet<String> allowed = new TreeSet<>();
        for (Route route : routes) {
            if (route.path().matcher(call.path()).matches()) {
                allowed.add(route.method());
            }
        }
        return allowed.isEmpty()
                ? ApiException.notFound("Resource", call.path())
                : ApiException.methodNotAllowed(call.method(), String.join(", ", allowed));
    }
}

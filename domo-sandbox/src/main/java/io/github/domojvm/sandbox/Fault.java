package io.github.domojvm.sandbox;

import io.github.domojvm.sandbox.internal.http.PathPattern;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A planned failure of a {@link DomoSandbox}: the requests it applies to, and the response they receive.
 *
 * <pre>{@code
 * try (DomoSandbox sandbox = DomoSandbox.start();
 *         DomoClient domo = DomoClient.fromEnvironment(sandbox.environment())) {
 *     Fault busy = sandbox.faults().add(Fault.on("GET", "/v1/datasets").times(2).respond(503, ""));
 *     domo.dataSets().list().toList(); // succeeds at the third attempt
 *     System.out.println(sandbox.faults().fired(busy)); // 2
 * }
 * }</pre>
 *
 * <p><b>Which requests.</b> By default a fault applies to the first request that matches its method and path, once.
 * {@link On#nth(int)}, {@link On#times(int)} and {@link On#always()} change that. Token requests ({@code /oauth/token})
 * match like any other request.
 *
 * <p><b>What happens.</b>
 *
 * <ul>
 *   <li>{@link On#respond respond}: a planned response; the operation is not performed.
 *   <li>{@link On#performThenRespond performThenRespond}: the operation is performed, and its response is replaced.
 *   <li>{@link On#dropConnection() dropConnection}: the connection is closed without a response; the operation is not
 *       performed.
 *   <li>{@link On#performThenDropConnection() performThenDropConnection}: the operation is performed, and its response
 *       is lost.
 * </ul>
 *
 * <p>If the operation is not performed, neither the token nor the request limit is checked.
 *
 * <p><b>Lifecycle.</b> A fault has no effect until it is added to a plan: with {@link FaultPlan#add(Fault)}, or with
 * {@link DomoSandboxBuilder#faults(Fault...)} before the start. The plan counts matching requests from then on.
 *
 * <p><b>Thread safety.</b> Immutable.
 *
 * <p><b>Exceptions.</b> Methods throw {@link IllegalArgumentException} with the name of the parameter if an argument is
 * invalid.
 */
public final class Fault {
    enum Action {
        RESPOND,
        PERFORM_THEN_RESPOND,
        DROP_CONNECTION,
        PERFORM_THEN_DROP_CONNECTION;

        boolean drops() {
            return this == DROP_CONNECTION || this == PERFORM_THEN_DROP_CONNECTION;
        }
    }

    private final On on;
    private final Action action;
    private final int status;
    private final byte[] body;
    private final Map<String, String> headers;

    private Fault(On on, Action action, int status, String body, Map<String, String> headers) {
        this.on = on;
        this.action = action;
        this.status = status;
        this.body = body.getBytes(StandardCharsets.UTF_8);
        this.headers = headers;
    }

    /**
     * Selects requests by method and path. By default a fault applies to the first such request, once.
     *
     * @param method HTTP method in any case, or {@code *} for every method
     * @param path pattern for the complete path, without the query; a segment {@code *} or <code>{name}</code> matches
     *     any one segment, a last segment {@code **} matches one or more remaining segments
     * @return the selected requests, to which an action is added
     * @throws IllegalArgumentException if the path does not begin with a slash
     */
    public static On on(String method, String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("path: must begin with '/', but is '" + path + "'");
        }
        return new On(method.toUpperCase(Locale.ROOT), path, 1, 1);
    }

    /**
     * Creates a fault from JSON, as {@code domo sandbox --fault} and {@code POST /sandbox/faults} accept it:
     * {@code {"method":"PUT","path":"/v1/streams/*","times":2,"action":"respond","status":503}}.
     *
     * <p>Members: {@code path}; {@code action}, one of {@code respond}, {@code perform-then-respond},
     * {@code drop-connection} and {@code perform-then-drop-connection}; and optionally {@code method} (default
     * {@code *}), {@code nth} (default 1), {@code times} (default 1) or {@code "always":true}. The first two actions
     * have {@code status} and optionally {@code body} and {@code headers}.
     *
     * @param json an object with these members
     * @return the fault
     * @throws IllegalArgumentException if the text is not such an object, or a member is invalid
     */
    public static Fault fromJson(String json) {
        return FaultJson.parse(json);
    }

    boolean matches(String method, String path) {
        return (on.method.equals("*") || on.method.equals(method))
                && on.pattern.matcher(path).matches();
    }

    String method() {
        return on.method;
    }

    String path() {
        return on.path;
    }

    int nth() {
        return on.nth;
    }

    int times() {
        return on.times;
    }

    Action action() {
        return action;
    }

    int status() {
        return status;
    }

    byte[] body() {
        return body.clone();
    }

    Map<String, String> headers() {
        return headers;
    }

    /**
     * Returns a description for the messages of failed assertions.
     *
     * @return method, path and action
     */
    @Override
    public String toString() {
        String done = action.name().toLowerCase(Locale.ROOT).replace('_', ' ') + (action.drops() ? "" : " " + status);
        return on.method + " " + on.path + " from request " + on.nth + ", "
                + (on.times == Integer.MAX_VALUE ? "always" : on.times + " time(s)") + ": " + done;
    }

    /** The requests that a fault applies to. Immutable; each method returns a new object. */
    public static final class On {
        private final String method;
        private final String path;
        private final Pattern pattern;
        private final int nth;
        private final int times;

        private On(String method, String path, int nth, int times) {
            this.method = method;
            this.path = path;
            this.pattern = PathPattern.compile(path);
            this.nth = nth;
            this.times = times;
        }

        /**
         * Sets the first matching request that the fault applies to. Earlier requests are processed normally. Default:
         * 1.
         *
         * @param nth number of the request, counted from 1 at the time the fault is added to a plan
         * @return these requests, starting with the nth
         * @throws IllegalArgumentException if {@code nth} is less than 1
         */
        public On nth(int nth) {
            return new On(method, path, atLeastOne("nth", nth), times);
        }

        /**
         * Sets the number of consecutive matching requests that the fault applies to. Default: 1.
         *
         * @param times number of requests, at least 1
         * @return these requests, limited to that number
         * @throws IllegalArgumentException if {@code times} is less than 1
         */
        public On times(int times) {
            return new On(method, path, nth, atLeastOne("times", times));
        }

        /**
         * Removes the limit on the number of requests: the fault applies until its plan is
         * {@linkplain FaultPlan#clear() cleared}.
         *
         * @return these requests, without a limit
         */
        public On always() {
            return new On(method, path, nth, Integer.MAX_VALUE);
        }

        /**
         * Responds without performing the operation. The content type is {@code text/html} if the body begins with
         * {@code <}, else {@code application/json}; an empty body has none. A {@code Content-Type} header overrides it.
         *
         * @param status HTTP status, 200 to 599
         * @param body body of the response, may be empty
         * @param headers alternating names and values, for example {@code "Retry-After", "2"}
         * @return the fault
         * @throws IllegalArgumentException if the status is out of range or the last header has no value
         */
        public Fault respond(int status, String body, String... headers) {
            return planned(Action.RESPOND, status, body, headers);
        }

        /**
         * Performs the operation, then replaces its response with this one. A proxy that forwards a request twice and
         * returns the second response has this effect. The content type is chosen as in {@link #respond}.
         *
         * @param status HTTP status, 200 to 599
         * @param body body of the response, may be empty
         * @param headers alternating names and values, for example {@code "Retry-After", "2"}
         * @return the fault
         * @throws IllegalArgumentException if the status is out of range or the last header has no value
         */
        public Fault performThenRespond(int status, String body, String... headers) {
            return planned(Action.PERFORM_THEN_RESPOND, status, body, headers);
        }

        private Fault planned(Action action, int status, String body, String... headers) {
            if (status < 200 || status > 599) {
                throw new IllegalArgumentException("status: must be 200 to 599, but is " + status);
            }
            if (headers.length % 2 != 0) {
                throw new IllegalArgumentException("headers: '" + headers[headers.length - 1] + "' has no value");
            }
            Map<String, String> named = new LinkedHashMap<>();
            if (!body.isEmpty()) {
                named.put("Content-Type", body.startsWith("<") ? "text/html;charset=utf-8" : "application/json");
            }
            for (int i = 0; i < headers.length; i += 2) {
                named.put(headers[i], Objects.requireNonNull(headers[i + 1]));
            }
            return new Fault(this, action, status, body, named);
        }

        /**
         * Closes the connection without a response and without performing the operation.
         *
         * @return the fault
         */
        public Fault dropConnection() {
            return new Fault(this, Action.DROP_CONNECTION, 0, "", Map.of());
        }

        /**
         * Performs the operation, then closes the connection without a response. The client cannot know whether its
         * request was processed.
         *
         * @return the fault
         */
        public Fault performThenDropConnection() {
            return new Fault(this, Action.PERFORM_THEN_DROP_CONNECTION, 0, "", Map.of());
        }

        private static int atLeastOne(String name, int value) {
            if (value < 1) {
                throw new IllegalArgumentException(name + ": must be at least 1, but is " + value);
            }
            return value;
        }
    }
}

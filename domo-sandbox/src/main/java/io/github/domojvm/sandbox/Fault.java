package io.github.domojvm.sandbox;

import io.github.domojvm.sandbox.internal.http.PathPattern;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One planned misbehaviour: which requests it strikes, and what happens to them. Immutable; a {@link FaultPlan} counts
 * how often it fired.
 *
 * <pre>{@code
 * Fault busy = Fault.on("PUT", "/v1/streams/{stream}/executions/{execution}/part/3").nth(2).respond(503, "");
 * sandbox.faults().add(busy);
 * }</pre>
 */
public final class Fault {
    enum Action {
        RESPOND,
        PERFORM_THEN_RESPOND,
        DROP,
        PERFORM_THEN_DROP;

        boolean drops() {
            return this == DROP || this == PERFORM_THEN_DROP;
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
     * Selects requests by method and path. By default a fault strikes the first such request, once.
     *
     * @param method HTTP method in any case, or {@code *} for every method
     * @param path path to match as a whole; a segment written {@code *} or <code>{name}</code> matches any one segment,
     *     a last segment {@code **} for any rest, of one segment or more
     * @return the requests that the fault strikes
     * @throws IllegalArgumentException when the path does not begin with a slash
     */
    public static On on(String method, String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("path: must begin with '/', but is '" + path + "'");
        }
        return new On(method.toUpperCase(Locale.ROOT), path, 1, 1);
    }

    boolean matches(String method, String path) {
        return (on.method.equals("*") || on.method.equals(method))
                && on.pattern.matcher(path).matches();
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
     * Describes the fault for messages of failed assertions.
     *
     * @return method, path and action
     */
    @Override
    public String toString() {
        String done = action.name().toLowerCase(Locale.ROOT).replace('_', ' ') + (action.drops() ? "" : " " + status);
        return on.method + " " + on.path + " from request " + on.nth + ", "
                + (on.times == Integer.MAX_VALUE ? "always" : on.times + " time(s)") + ": " + done;
    }

    /** The requests a fault strikes; immutable, each method returns a new value. */
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
         * Sets the first matching request that is struck; earlier ones pass.
         *
         * @param nth number of the first matching request that is struck, counted from 1 and from the moment the fault
         *     was planned
         * @return these requests, from the nth on
         * @throws IllegalArgumentException when below 1
         */
        public On nth(int nth) {
            return new On(method, path, atLeastOne("nth", nth), times);
        }

        /**
         * Sets how many matching requests in a row are struck.
         *
         * @param times number of requests, at least 1
         * @return these requests, so many times
         * @throws IllegalArgumentException when below 1
         */
        public On times(int times) {
            return new On(method, path, nth, atLeastOne("times", times));
        }

        /**
         * Strikes every matching request until the fault is removed from its plan.
         *
         * @return these requests, without an end
         */
        public On always() {
            return new On(method, path, nth, Integer.MAX_VALUE);
        }

        /**
         * Responds in place of the operation, which is not performed. The response is {@code application/json} unless
         * its body begins with {@code <}; then it is {@code text/html}.
         *
         * @param status HTTP status, 200 to 599
         * @param body text of the response, may be empty
         * @param headers names and values in turn, for instance {@code "Retry-After", "2"}
         * @return the fault
         * @throws IllegalArgumentException when the status is out of range or a header lacks its value
         */
        public Fault respond(int status, String body, String... headers) {
            return planned(Action.RESPOND, status, body, headers);
        }

        /**
         * Performs the operation, then responds with this status and body instead of the operation's own response, as a
         * proxy does that forwards a request twice and returns the second response.
         *
         * @param status HTTP status, 200 to 599
         * @param body text of the response, may be empty
         * @param headers names and values in turn, for instance {@code "Retry-After", "2"}
         * @return the fault
         * @throws IllegalArgumentException if the status is out of range or a header lacks its value
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
         * Closes the connection without a response; the operation is not performed.
         *
         * @return the fault
         */
        public Fault dropConnection() {
            return new Fault(this, Action.DROP, 0, "", Map.of());
        }

        /**
         * Performs the operation, then closes the connection without a response: the case in which a caller cannot know
         * whether its request took effect.
         *
         * @return the fault
         */
        public Fault performThenDropConnection() {
            return new Fault(this, Action.PERFORM_THEN_DROP, 0, "", Map.of());
        }

        private static int atLeastOne(String name, int value) {
            if (value < 1) {
                throw new IllegalArgumentException(name + ": must be at least 1, but is " + value);
            }
            return value;
        }
    }
}

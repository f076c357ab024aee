package io.github.domojvm.sandbox;

import io.github.domojvm.sandbox.internal.http.PathPattern;
import io.github.domojvm.sandbox.internal.proxy.Disruption;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A planned failure of a {@link DomoSandbox} or a {@link FaultProxy}: the requests it applies to, and what happens to
 * them.
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
 * {@link On#nth(int)}, {@link On#times(int)}, {@link On#always()} and {@link On#withProbability(double, long)} change
 * that. Token requests ({@code /oauth/token}) match like any other request.
 *
 * <p><b>What happens.</b> The methods of {@link On} without {@code perform} in their name do not perform the operation.
 * If it is not performed, neither the token nor the request limit is checked, except by {@link On#acknowledge()}.
 *
 * <p><b>Lifecycle.</b> A fault has no effect until it is added to a plan: with {@link FaultPlan#add(Fault)}, or with
 * {@link DomoSandboxBuilder#faults(Fault...)} before the start. The plan counts matching requests from then on. Faults
 * at a byte of a message require a {@link FaultProxy}, and {@link On#acknowledge()} and
 * {@link On#openExecutionThenPerform()} a sandbox; both carry out all others. In front of another server, "performed"
 * means forwarded.
 *
 * <p><b>Thread safety.</b> Immutable.
 *
 * <p><b>Exceptions.</b> Methods throw {@link IllegalArgumentException} with the name of the parameter if an argument is
 * invalid.
 */
public final class Fault {
    private final On on;
    private final FaultAction action;
    private final @Nullable FaultResponse response;
    private final @Nullable Disruption disruption;

    Fault(On on, FaultAction action, @Nullable FaultResponse response, @Nullable Disruption disruption) {
        this.on = on;
        this.action = action;
        this.response = response;
        this.disruption = disruption;
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
        return new On(method.toUpperCase(Locale.ROOT), path, 1, 1, 1, 0);
    }

    /**
     * Creates a fault from JSON, as {@code domo sandbox --fault} and {@code POST /sandbox/faults} accept it:
     * {@code {"method":"PUT","path":"/v1/streams/*","times":2,"action":"respond","status":503}}. The guide
     * {@code docs/testing-with-the-sandbox.md} lists the members.
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
                && on.pattern.matcher(path).matches()
                && action.appliesTo(method, path);
    }

    On on() {
        return on;
    }

    FaultAction action() {
        return action;
    }

    FaultResponse response() {
        return Objects.requireNonNull(response);
    }

    Disruption disruption() {
        return Objects.requireNonNull(disruption);
    }

    /**
     * Returns a description for the messages of failed assertions.
     *
     * @return method, path and action
     */
    @Override
    public String toString() {
        return on + ": " + FaultText.effect(this);
    }

    static int atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + ": must be at least 1, but is " + value);
        }
        return value;
    }

    /** The requests that a fault applies to. Immutable; each method returns a new object. */
    public static final class On extends FaultEffects {
        final String method;
        final String path;
        final int nth;
        final int times;
        final double probability;
        final long seed;
        private final Pattern pattern;

        private On(String method, String path, int nth, int times, double probability, long seed) {
            this.method = method;
            this.path = path;
            this.pattern = PathPattern.compile(path);
            this.nth = nth;
            this.times = times;
            this.probability = probability;
            this.seed = seed;
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
            return new On(method, path, atLeastOne("nth", nth), times, probability, seed);
        }

        /**
         * Sets the number of matching requests that the fault applies to. They are consecutive unless a probability is
         * set. Default: 1.
         *
         * @param times number of requests, at least 1
         * @return these requests, limited to that number
         * @throws IllegalArgumentException if {@code times} is less than 1
         */
        public On times(int times) {
            return new On(method, path, nth, atLeastOne("times", times), probability, seed);
        }

        /**
         * Removes the limit on the number of requests: the fault applies until its plan is
         * {@linkplain FaultPlan#clear() cleared}.
         *
         * @return these requests, without a limit
         */
        public On always() {
            return new On(method, path, nth, Integer.MAX_VALUE, probability, seed);
        }

        /**
         * Applies the fault to a random part of the matching requests, and removes the limit on their number; call
         * {@link #times(int)} afterwards to set one. The same seed and the same order of matching requests select the
         * same requests. Requests that are sent in parallel can arrive in another order.
         *
         * @param probability probability for each request, 0 to 1
         * @param seed seed of the random numbers
         * @return these requests, selected at random
         * @throws IllegalArgumentException if {@code probability} is less than 0, greater than 1 or not a number
         */
        public On withProbability(double probability, long seed) {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("probability: must be 0 to 1, but is " + probability);
            }
            return new On(method, path, nth, Integer.MAX_VALUE, probability, seed);
        }

        @Override
        On selected() {
            return this;
        }

        /**
         * Returns a description for the messages of failed assertions.
         *
         * @return method, path and which of these requests
         */
        @Override
        public String toString() {
            return FaultText.requests(this);
        }
    }
}

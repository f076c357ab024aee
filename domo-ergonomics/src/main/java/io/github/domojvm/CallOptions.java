package io.github.domojvm;

import io.github.domojvm.internal.Args;
import io.github.domojvm.internal.call.CallSettings;
import io.github.domojvm.retry.RetryPolicy;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is different for some calls, see {@link DomoClient#with}. What is not set stays as the client has it. Immutable.
 */
public final class CallOptions {
    final @Nullable Duration attemptTimeout;
    final @Nullable Duration totalTimeout;
    final @Nullable RetryPolicy retryPolicy;
    final Map<String, String> headers;

    private CallOptions(Builder builder) {
        this.attemptTimeout = builder.attemptTimeout;
        this.totalTimeout = builder.totalTimeout;
        this.retryPolicy = builder.retryPolicy;
        this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(builder.headers);
    }

    CallSettings over(CallSettings usual) {
        return new CallSettings(
                Objects.requireNonNullElse(retryPolicy, usual.policy()),
                attemptTimeout == null ? usual.attemptTimeout() : attemptTimeout,
                totalTimeout == null ? usual.totalTimeout() : totalTimeout,
                usual.purpose());
    }

    /**
     * Starts with nothing different.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the options; not for use by several threads. */
    public static final class Builder {
        private static final Set<String> OURS = Set.of(
                "accept",
                "accept-encoding",
                "authorization",
                "connection",
                "content-encoding",
                "content-length",
                "content-type",
                "host",
                "proxy-authorization",
                "transfer-encoding",
                "user-agent",
                "x-domo-authentication");

        private @Nullable Duration attemptTimeout;
        private @Nullable Duration totalTimeout;
        private @Nullable RetryPolicy retryPolicy;
        private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

        private Builder() {}

        /**
         * Sets how long one attempt may take, from sending to the end of the answer.
         *
         * @param attemptTimeout positive
         * @return this builder
         * @throws IllegalArgumentException when it is not positive
         */
        public Builder attemptTimeout(Duration attemptTimeout) {
            this.attemptTimeout = Args.positive("attemptTimeout", attemptTimeout);
            return this;
        }

        /**
         * Sets how long a call may take with all its attempts and the waits between them.
         *
         * @param totalTimeout positive
         * @return this builder
         * @throws IllegalArgumentException when it is not positive
         */
        public Builder totalTimeout(Duration totalTimeout) {
            this.totalTimeout = Args.positive("totalTimeout", totalTimeout);
            return this;
        }

        /**
         * Sets how often and how patiently a failed call is sent again.
         *
         * @param retryPolicy the policy
         * @return this builder
         */
        public Builder retryPolicy(RetryPolicy retryPolicy) {
            this.retryPolicy = Args.notNull("retryPolicy", retryPolicy);
            return this;
        }

        /**
         * Sends a header along, for instance an id by which the call is found in logs.
         *
         * @param name its name
         * @param value its value, replaces the one set before
         * @return this builder
         * @throws IllegalArgumentException when the client sets that header itself, or when it cannot be sent
         */
        public Builder header(String name, String value) {
            if (OURS.contains(Args.headerName("name", name).toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("The header " + name + " is set by the client itself");
            }
            headers.put(name, Args.headerValue("value of the header " + name, value));
            return this;
        }

        /**
         * Makes the options.
         *
         * @return the options
         */
        public CallOptions build() {
            return new CallOptions(this);
        }
    }
}

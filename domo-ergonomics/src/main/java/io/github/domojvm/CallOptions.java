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
 * Options for individual calls, see {@link DomoClient#with}. An option that is not set keeps the value of the client.
 * Immutable.
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

    CallSettings over(CallSettings defaults) {
        return new CallSettings(
                Objects.requireNonNullElse(retryPolicy, defaults.policy()),
                attemptTimeout == null ? defaults.attemptTimeout() : attemptTimeout,
                totalTimeout == null ? defaults.totalTimeout() : totalTimeout,
                defaults.purpose());
    }

    /**
     * Creates a builder without any option set.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link CallOptions}. Not thread-safe. */
    public static final class Builder {
        private static final Set<String> RESERVED = Set.of(
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
         * Sets the timeout of one attempt, from sending the request to the end of the response.
         *
         * @param attemptTimeout positive
         * @return this builder
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder attemptTimeout(Duration attemptTimeout) {
            this.attemptTimeout = Args.positive("attemptTimeout", attemptTimeout);
            return this;
        }

        /**
         * Sets the timeout of a call, including all attempts and the delays between them.
         *
         * @param totalTimeout positive
         * @return this builder
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder totalTimeout(Duration totalTimeout) {
            this.totalTimeout = Args.positive("totalTimeout", totalTimeout);
            return this;
        }

        /**
         * Sets the number of attempts and the delays between them.
         *
         * @param retryPolicy the policy
         * @return this builder
         */
        public Builder retryPolicy(RetryPolicy retryPolicy) {
            this.retryPolicy = Args.notNull("retryPolicy", retryPolicy);
            return this;
        }

        /**
         * Adds a request header, such as a correlation id for logs.
         *
         * @param name the name of the header
         * @param value the value; replaces a value set before
         * @return this builder
         * @throws IllegalArgumentException if the client sets this header itself, or if name or value is not valid in
         *     HTTP
         */
        public Builder header(String name, String value) {
            if (RESERVED.contains(Args.headerName("name", name).toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("name must not be a header that the client sets itself: " + name);
            }
            headers.put(name, Args.headerValue("value of the header " + name, value));
            return this;
        }

        /**
         * Creates the options.
         *
         * @return the options
         */
        public CallOptions build() {
            return new CallOptions(this);
        }
    }
}

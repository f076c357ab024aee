package io.github.domojvm.retry;

import io.github.domojvm.internal.Args;
import java.time.Duration;

/**
 * The number of attempts of a call and the waits between them. Immutable and thread-safe.
 *
 * <p>These settings do not change which calls may be retried: reads and the parts of an upload are retried; any other
 * call is retried if the request cannot have been processed; a commit is retried only if it cannot duplicate rows.
 */
public final class RetryPolicy {
    private static final RetryPolicy DEFAULTS = builder().build();

    private static final RetryPolicy NONE = builder()
            .readAttempts(1)
            .partAttempts(1)
            .unsentAttempts(1)
            .baseDelay(Duration.ZERO)
            .throttledBaseDelay(Duration.ZERO)
            .maxDelay(Duration.ZERO)
            .maxRetryAfter(Duration.ZERO)
            .budget(0)
            .build();

    private final int readAttempts;
    private final int partAttempts;
    private final int unsentAttempts;
    private final Duration baseDelay;
    private final Duration throttledBaseDelay;
    private final Duration maxDelay;
    private final Duration maxRetryAfter;
    private final int budget;

    private RetryPolicy(Builder builder) {
        this.readAttempts = builder.readAttempts;
        this.partAttempts = builder.partAttempts;
        this.unsentAttempts = builder.unsentAttempts;
        this.baseDelay = builder.baseDelay;
        this.throttledBaseDelay = builder.throttledBaseDelay;
        this.maxDelay = builder.maxDelay;
        this.maxRetryAfter = builder.maxRetryAfter;
        this.budget = builder.budget;
    }

    /**
     * Returns the default policy of a client.
     *
     * @return the policy with the defaults of the builder
     */
    public static RetryPolicy defaults() {
        return DEFAULTS;
    }

    /**
     * Returns a policy without retries and waits. An expired token is still renewed.
     *
     * @return the policy
     */
    public static RetryPolicy none() {
        return NONE;
    }

    /**
     * Returns a builder with the default settings.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the maximum number of attempts of a read.
     *
     * @return 1 or more
     */
    public int readAttempts() {
        return readAttempts;
    }

    /**
     * Returns the maximum number of attempts of one part of an upload.
     *
     * @return 1 or more
     */
    public int partAttempts() {
        return partAttempts;
    }

    /**
     * Returns the maximum number of attempts of any other call, which is retried only if the request cannot have been
     * processed.
     *
     * @return 1 or more
     */
    public int unsentAttempts() {
        return unsentAttempts;
    }

    /**
     * Returns the maximum wait before the first retry; it doubles with each retry.
     *
     * @return not negative
     */
    public Duration baseDelay() {
        return baseDelay;
    }

    /**
     * Returns the maximum wait before the first retry after status 429.
     *
     * @return not negative
     */
    public Duration throttledBaseDelay() {
        return throttledBaseDelay;
    }

    /**
     * Returns the maximum wait before any retry.
     *
     * @return not negative
     */
    public Duration maxDelay() {
        return maxDelay;
    }

    /**
     * Returns the maximum wait that the service may request.
     *
     * @return not negative
     */
    public Duration maxRetryAfter() {
        return maxRetryAfter;
    }

    /**
     * Returns the retry budget of all calls of a client, in retries.
     *
     * @return not negative
     */
    public int budget() {
        return budget;
    }

    /** Builds a {@link RetryPolicy}. Not thread-safe. */
    public static final class Builder {
        private int readAttempts = 4;
        private int partAttempts = 6;
        private int unsentAttempts = 3;
        private Duration baseDelay = Duration.ofMillis(200);
        private Duration throttledBaseDelay = Duration.ofSeconds(1);
        private Duration maxDelay = Duration.ofSeconds(20);
        private Duration maxRetryAfter = Duration.ofMinutes(5);
        private int budget = 100;

        private Builder() {}

        /**
         * Sets the maximum number of attempts of a read; 4 by default.
         *
         * @param readAttempts 1 or more
         * @return this builder
         */
        public Builder readAttempts(int readAttempts) {
            this.readAttempts = Args.positive("readAttempts", readAttempts);
            return this;
        }

        /**
         * Sets the maximum number of attempts of one part of an upload; 6 by default.
         *
         * @param partAttempts 1 or more
         * @return this builder
         */
        public Builder partAttempts(int partAttempts) {
            this.partAttempts = Args.positive("partAttempts", partAttempts);
            return this;
        }

        /**
         * Sets the maximum number of attempts of any other call, which is retried only if the request cannot have been
         * processed; 3 by default.
         *
         * @param unsentAttempts 1 or more
         * @return this builder
         */
        public Builder unsentAttempts(int unsentAttempts) {
            this.unsentAttempts = Args.positive("unsentAttempts", unsentAttempts);
            return this;
        }

        /**
         * Sets the maximum wait before the first retry; 200 ms by default. The maximum doubles with each retry, and
         * each wait is chosen at random between zero and the maximum.
         *
         * @param baseDelay not negative
         * @return this builder
         */
        public Builder baseDelay(Duration baseDelay) {
            this.baseDelay = Args.notNegative("baseDelay", baseDelay);
            return this;
        }

        /**
         * Sets the maximum wait before the first retry after status 429 without {@code Retry-After}; 1 s by default.
         *
         * @param throttledBaseDelay not negative
         * @return this builder
         */
        public Builder throttledBaseDelay(Duration throttledBaseDelay) {
            this.throttledBaseDelay = Args.notNegative("throttledBaseDelay", throttledBaseDelay);
            return this;
        }

        /**
         * Sets the maximum wait before any retry, unless the service requests a longer one; 20 s by default.
         *
         * @param maxDelay not negative
         * @return this builder
         */
        public Builder maxDelay(Duration maxDelay) {
            this.maxDelay = Args.notNegative("maxDelay", maxDelay);
            return this;
        }

        /**
         * Sets the maximum wait that the service may request; 5 minutes by default. If the service requests a longer
         * wait, the call fails, and its exception reports the requested wait.
         *
         * @param maxRetryAfter not negative
         * @return this builder
         */
        public Builder maxRetryAfter(Duration maxRetryAfter) {
            this.maxRetryAfter = Args.notNegative("maxRetryAfter", maxRetryAfter);
            return this;
        }

        /**
         * Sets the retry budget of all calls of a client, which protects a failing service from too many retries; 100
         * by default. Each retry uses one unit. A success after a retry restores one unit, a success at the first
         * attempt a fifth of one.
         *
         * @param budget the number of retries; not negative
         * @return this builder
         */
        public Builder budget(int budget) {
            this.budget = Args.notNegative("budget", budget);
            return this;
        }

        /**
         * Creates the policy.
         *
         * @return the policy
         */
        public RetryPolicy build() {
            return new RetryPolicy(this);
        }
    }
}

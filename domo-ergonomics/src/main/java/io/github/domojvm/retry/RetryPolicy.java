package io.github.domojvm.retry;

import io.github.domojvm.internal.Args;
import java.time.Duration;

/**
 * How often and how patiently a failed call is sent again. Immutable.
 *
 * <p>What may be sent again at all does not depend on these numbers: reads and parts of an upload are, a call that the
 * service surely has not seen is, a commit only where doubled rows cannot come of it.
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
     * Gives the policy that a client uses unless told otherwise.
     *
     * @return the policy with the defaults of the builder
     */
    public static RetryPolicy defaults() {
        return DEFAULTS;
    }

    /**
     * Gives the policy that sends each call once and never waits. An expired token is still renewed.
     *
     * @return the policy without repetitions
     */
    public static RetryPolicy none() {
        return NONE;
    }

    /**
     * Starts from the defaults.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns how often a read is sent at most.
     *
     * @return 1 or more
     */
    public int readAttempts() {
        return readAttempts;
    }

    /**
     * Returns how often one part of an upload is sent at most.
     *
     * @return 1 or more
     */
    public int partAttempts() {
        return partAttempts;
    }

    /**
     * Returns how often any other call is sent at most, while the service surely has not accepted it.
     *
     * @return 1 or more
     */
    public int unsentAttempts() {
        return unsentAttempts;
    }

    /**
     * Returns the longest wait before the first repetition; it doubles each time.
     *
     * @return not negative
     */
    public Duration baseDelay() {
        return baseDelay;
    }

    /**
     * Returns the longest wait before the first repetition after an answer 429.
     *
     * @return not negative
     */
    public Duration throttledBaseDelay() {
        return throttledBaseDelay;
    }

    /**
     * Returns the longest wait that is drawn.
     *
     * @return not negative
     */
    public Duration maxDelay() {
        return maxDelay;
    }

    /**
     * Returns the longest wait that the service may ask for.
     *
     * @return not negative
     */
    public Duration maxRetryAfter() {
        return maxRetryAfter;
    }

    /**
     * Returns how many repetitions may be outstanding over all calls of a client.
     *
     * @return not negative
     */
    public int budget() {
        return budget;
    }

    /** Collects the settings of a {@link RetryPolicy}; not for use by several threads. */
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
         * Sets how often a read is sent at most; 4 by default.
         *
         * @param readAttempts 1 or more
         * @return this builder
         */
        public Builder readAttempts(int readAttempts) {
            this.readAttempts = Args.positive("readAttempts", readAttempts);
            return this;
        }

        /**
         * Sets how often one part of an upload is sent at most; 6 by default.
         *
         * @param partAttempts 1 or more
         * @return this builder
         */
        public Builder partAttempts(int partAttempts) {
            this.partAttempts = Args.positive("partAttempts", partAttempts);
            return this;
        }

        /**
         * Sets how often any other call is sent at most, while the service surely has not accepted it; 3 by default.
         *
         * @param unsentAttempts 1 or more
         * @return this builder
         */
        public Builder unsentAttempts(int unsentAttempts) {
            this.unsentAttempts = Args.positive("unsentAttempts", unsentAttempts);
            return this;
        }

        /**
         * Sets the longest wait before the first repetition; it doubles each time, and the wait itself is drawn evenly
         * between zero and it. 200 ms by default.
         *
         * @param baseDelay not negative
         * @return this builder
         */
        public Builder baseDelay(Duration baseDelay) {
            this.baseDelay = Args.notNegative("baseDelay", baseDelay);
            return this;
        }

        /**
         * Sets the longest wait before the first repetition after an answer 429 that names no time; 1 s by default.
         *
         * @param throttledBaseDelay not negative
         * @return this builder
         */
        public Builder throttledBaseDelay(Duration throttledBaseDelay) {
            this.throttledBaseDelay = Args.notNegative("throttledBaseDelay", throttledBaseDelay);
            return this;
        }

        /**
         * Sets the longest wait that is drawn; 20 s by default.
         *
         * @param maxDelay not negative
         * @return this builder
         */
        public Builder maxDelay(Duration maxDelay) {
            this.maxDelay = Args.notNegative("maxDelay", maxDelay);
            return this;
        }

        /**
         * Sets the longest wait that the service may ask for; beyond it the call fails and says how long to wait. 5
         * minutes by default.
         *
         * @param maxRetryAfter not negative
         * @return this builder
         */
        public Builder maxRetryAfter(Duration maxRetryAfter) {
            this.maxRetryAfter = Args.notNegative("maxRetryAfter", maxRetryAfter);
            return this;
        }

        /**
         * Sets how many repetitions may be outstanding over all calls of a client, so that a failing service is not
         * stormed: each takes one, each success gives some back. 100 by default.
         *
         * @param budget not negative
         * @return this builder
         */
        public Builder budget(int budget) {
            this.budget = Args.notNegative("budget", budget);
            return this;
        }

        /**
         * Makes the policy.
         *
         * @return the policy
         */
        public RetryPolicy build() {
            return new RetryPolicy(this);
        }
    }
}

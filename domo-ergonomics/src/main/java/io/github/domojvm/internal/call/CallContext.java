package io.github.domojvm.internal.call;

import io.github.domojvm.internal.retry.RetryBudget;
import io.github.domojvm.retry.RetryPolicy;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** The state and settings that the calls of a client share. */
record CallContext(
        TokenRenewal tokens,
        CallSettings settings,
        RandomGenerator random,
        Timing timing,
        Observation observation,
        RetryBudget budget,
        SharedPause pause,
        Cancellation cancellation) {

    CallContext with(CallSettings other) {
        return new CallContext(tokens, other, random, timing, observation, budget, pause, cancellation);
    }

    CallContext with(Cancellation other) {
        return new CallContext(tokens, settings, random, timing, observation, budget, pause, other);
    }

    Duration longestWait() {
        RetryPolicy policy = settings.policy();
        return policy.maxRetryAfter().compareTo(policy.maxDelay()) > 0 ? policy.maxRetryAfter() : policy.maxDelay();
    }
}

package io.github.domojvm.observe;

import java.time.Duration;

/**
 * Receives the events of a client's calls. All methods do nothing by default.
 *
 * <p>The methods are called on the threads that run the calls, including those of uploads, and concurrently.
 * Implementations must be thread-safe and return quickly. An exception that a method throws is logged and otherwise
 * ignored.
 */
public interface CallListener {
    /**
     * Called when an attempt of a call has ended, whether it succeeded or failed.
     *
     * @param attempt the attempt and its result
     */
    default void attempted(CallAttempt attempt) {}

    /**
     * Called when an attempt failed and the call will be retried.
     *
     * @param attempt the attempt that failed
     * @param wait the wait before the next attempt
     */
    default void retrying(CallAttempt attempt, Duration wait) {}

    /**
     * Called when a call waits before its first attempt, because the service requested a wait from another call of this
     * client.
     *
     * @param wait the duration of the wait
     */
    default void holdingBack(Duration wait) {}

    /**
     * Called when a call that was sent at least once has ended, whether it succeeded or failed.
     *
     * @param end the last attempt and the result
     */
    default void ended(CallEnd end) {}

    /** Called when an access token was requested successfully. */
    default void tokenFetched() {}
}

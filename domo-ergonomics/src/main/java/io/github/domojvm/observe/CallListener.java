package io.github.domojvm.observe;

import java.time.Duration;

/**
 * Is told what goes on inside a client. Every method does nothing unless it is overridden.
 *
 * <p>Called on the threads that make the calls, those of uploads included, so that it must be quick and safe for
 * several threads. What it throws is logged and changes nothing.
 */
public interface CallListener {
    /**
     * An attempt of a call has ended, well or not.
     *
     * @param attempt what was sent and what came of it
     */
    default void attempted(CallAttempt attempt) {}

    /**
     * A call failed and will be sent again.
     *
     * @param attempt the attempt that failed
     * @param wait how long the client waits before the next
     */
    default void retrying(CallAttempt attempt, Duration wait) {}

    /**
     * A call holds back before its first attempt, since the service asked another call of this client to wait.
     *
     * @param wait how long
     */
    default void holdingBack(Duration wait) {}

    /**
     * A call that was sent at least once has ended, well or not.
     *
     * @param end what came of it
     */
    default void ended(CallEnd end) {}

    /** An access token was fetched. */
    default void tokenFetched() {}
}

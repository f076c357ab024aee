package io.github.domojvm.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The root of all that this library throws on purpose, mistakes in arguments excepted: those are
 * {@link IllegalArgumentException} or {@link IllegalStateException} and come before any call.
 *
 * <p>No message and no part of one holds a credential or a token.
 */
public abstract class DomoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whether the request cannot have been processed. */
    private final boolean requestNotSent;

    /** The reason. */
    private final FailureReason reason;

    /** What was attempted and what happened. */
    private final String problem;

    /** What to do next. */
    private final String advice;

    /**
     * Creates an exception.
     *
     * @param reason why it failed
     * @param problem what was attempted, what happened
     * @param advice what to do next; may be empty
     * @param requestNotSent whether the request cannot have been processed, see {@link #requestNotSent()}
     * @param cause the failure below, null when there is none
     */
    protected DomoException(
            FailureReason reason, String problem, String advice, boolean requestNotSent, @Nullable Throwable cause) {
        super(advice.isEmpty() ? problem : problem + " " + advice, cause);
        this.reason = reason;
        this.problem = problem;
        this.advice = advice;
        this.requestNotSent = requestNotSent;
    }

    /**
     * Returns why it failed.
     *
     * @return the reason, for programs that branch on it
     */
    public final FailureReason reason() {
        return reason;
    }

    /**
     * Returns the message without the advice in terms of this library, for programs that give advice of their own, such
     * as the option of a command.
     *
     * @return what was attempted and what happened; the whole message where its advice concerns no setting of this
     *     library
     */
    public final String problem() {
        return problem;
    }

    /**
     * Returns the advice that follows {@link #problem()} in the message.
     *
     * @return what to do next in terms of this library; empty where the problem says it already
     */
    public final String advice() {
        return advice;
    }

    /**
     * Says what was attempted, what happened and what to do next.
     *
     * @return the message, never null
     */
    @Override
    public String getMessage() {
        return Objects.requireNonNullElse(super.getMessage(), "");
    }

    /**
     * Returns whether the request cannot have been processed: no attempt sent it, or the service refused each attempt
     * before processing it, for want of a valid token or with status 425 or 429. Retrying is then safe for every
     * operation. Any other status does not prove that nothing was done: a proxy may have sent the request twice and
     * returned the second response.
     *
     * @return false when any attempt may have been processed, and for exceptions that do not report a single call
     */
    public final boolean requestNotSent() {
        return requestNotSent;
    }
}

package io.github.domojvm.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The superclass of all exceptions that report a failed operation.
 *
 * <pre>{@code
 * try {
 *     domo.dataSets().get(id);
 * } catch (NotFoundException e) {
 *     System.err.println("No DataSet has the id " + id);
 * } catch (DomoException e) {
 *     System.err.println(e.reason() + ": " + e.getMessage());
 * }
 * }</pre>
 *
 * <p>Unchecked and thread-safe. Calls throw it after all attempts that the {@link io.github.domojvm.retry.RetryPolicy}
 * permits, so catching it to retry a call immediately is rarely useful.
 *
 * <p>Each message states what was attempted, what happened and what to do next, and contains no credential or token. Do
 * not parse it: branch on the class or on {@link #reason()}. Do not retry a write unless {@link #requestNotSent()} is
 * true or repeating it is harmless.
 *
 * <p>Invalid arguments are not reported by this class: they throw {@link IllegalArgumentException},
 * {@link NullPointerException} or {@link IllegalStateException} before any request.
 *
 * <ul>
 *   <li>{@link DomoApiException}: the service returned an error status. Subclasses: {@link NotFoundException},
 *       {@link AuthenticationException}, {@link PermissionException}, {@link BadRequestException},
 *       {@link ConflictException}, {@link RateLimitException}, {@link ServerException}.
 *   <li>{@link DomoIoException}: no complete response arrived, or a local file could not be read or written.
 *   <li>{@link DomoDataException}: the response has unexpected content.
 *   <li>{@link CsvException}: the rows are not valid for Domo.
 *   <li>{@link io.github.domojvm.stream.UploadException}: an upload failed; it has the outcome.
 *   <li>{@link io.github.domojvm.CreatedDataSetException}: a DataSet was created, but its rows were not loaded.
 * </ul>
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
     * @param cause the underlying failure; null if there is none
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
     * Returns the reason of the failure, for programs that branch on it.
     *
     * @return the reason; later versions may return new constants
     */
    public final FailureReason reason() {
        return reason;
    }

    /**
     * Returns the message without advice that refers to this library, for programs that give their own advice, such as
     * an option of a command.
     *
     * @return what was attempted and what happened; the complete message if its advice does not refer to this library
     */
    public final String problem() {
        return problem;
    }

    /**
     * Returns the advice that follows {@link #problem()} in the message.
     *
     * @return what to do next with this library; empty if {@link #problem()} includes the advice
     */
    public final String advice() {
        return advice;
    }

    /**
     * Returns what was attempted, what happened and what to do next.
     *
     * @return the message, never null
     */
    @Override
    public String getMessage() {
        return Objects.requireNonNullElse(super.getMessage(), "");
    }

    /**
     * Returns whether the request cannot have been processed: no attempt sent it, or the service rejected each attempt
     * before processing it, because the token was missing or invalid, or with status 425 or 429. Retrying is then safe
     * for every operation. No other status proves that the request was not processed: a proxy may have sent it twice
     * and returned the second response.
     *
     * @return true if no attempt can have been processed; false otherwise, and for exceptions that do not report a
     *     single call
     */
    public final boolean requestNotSent() {
        return requestNotSent;
    }
}

package io.github.domojvm.internal.call;

import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.internal.retry.Backoff;
import io.github.domojvm.observe.CallAttempt;
import io.github.domojvm.rest.api.Retry;
import java.time.Duration;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** Runs one call from its first attempt to its end. Used once. */
final class CallRun<T, R> {
    private static final Duration LONGEST_CLEANUP_WAIT = Duration.ofSeconds(5);

    private final CallContext parts;
    private final Timing timing;
    private final Call<T> prototype;
    private final Cancellation cancellation;
    private final Attempt.Content<T, R> content;
    private final Deadline deadline;
    private final Backoff backoff;
    private final long began;
    private boolean renewed;
    private boolean mayHaveActed;
    private int failures;
    private int nonDomoResponses;
    private @Nullable DomoException last;
    private @Nullable CallAttempt lastAttempt;

    CallRun(CallContext parts, Call<T> prototype, Attempt.Content<T, R> content) {
        this.parts = parts;
        this.timing = parts.timing();
        this.prototype = prototype;
        this.cancellation = parts.cancellation();
        this.content = content;
        this.deadline = new Deadline(timing, parts.settings());
        this.backoff = new Backoff(parts.settings().policy(), parts.random());
        this.began = timing.nanos();
    }

    @Nullable
    R run() {
        RunningCall previous = new RunningCall(deadline, cancellation).begin();
        try {
            R made = attempts();
            ended(null);
            return made;
        } catch (DomoException e) {
            ended(e);
            throw e;
        } finally {
            RunningCall.restore(previous);
        }
    }

    private @Nullable R attempts() {
        for (int number = 1; ; number++) {
            waitForSharedPause();
            if (number > 1) {
                throwIfCancelled();
            }
            Call<T> call = number == 1 ? prototype : prototype.clone();
            // Fetches the token if needed, so that its request is not part of the attempt. Throws if the client is
            // closed.
            Request request = prepare(call);
            throwIfCancelled();
            if (!deadline.allows(Duration.ZERO)) {
                throw late(TransportErrors.describe(request) + " was not sent: " + deadline.over() + ".");
            }
            deadline.bound(call);
            long sent = timing.nanos();
            Attempt.Outcome<R> outcome =
                    new Attempt(history(number, request), cancellation, timing).send(call, content);
            Failure failure = outcome.failure();
            CallAttempt attempt = parts.observation()
                    .attempted(
                            request,
                            number,
                            outcome.status(),
                            Duration.ofNanos(timing.nanos() - sent),
                            failure == null ? null : failure.error());
            lastAttempt = attempt;
            if (failure == null || isGone(failure, request)) {
                parts.budget().succeeded(number > 1);
                return outcome.content();
            }
            if (!renews(failure, request)) {
                waitAfter(failure, request, attempt);
            }
        }
    }

    private void throwIfCancelled() {
        if (cancellation.isCancelled()) {
            throw late("A call was cancelled before it was sent" + cancellation.because() + ".");
        }
    }

    /** Status 404 after a lost response: an earlier attempt must have deleted the object. */
    private boolean isGone(Failure failure, Request request) {
        return mayHaveActed
                && failure.error() instanceof NotFoundException
                && Operation.retryMode(request) == Retry.Mode.DELETE;
    }

    private boolean renews(Failure failure, Request request) {
        String authorization = request.header("Authorization");
        if (failure.kind() != Failure.Kind.TOKEN_REJECTED
                || authorization == null
                || renewed
                || !isReplayable(request)) {
            return false;
        }
        renewed = true;
        try {
            return parts.tokens().renew(authorization);
        } catch (DomoException e) {
            throw withoutToken(e);
        }
    }

    private Request prepare(Call<T> call) {
        try {
            return Attempt.prepare(call);
        } catch (DomoException e) {
            throw withoutToken(e);
        }
    }

    /** The attempt that needs the token was not sent, but an earlier attempt may have been processed. */
    private DomoException withoutToken(DomoException failure) {
        if (!mayHaveActed) {
            return failure;
        }
        return notRetried("no access token could be fetched. " + failure.getMessage(), failure);
    }

    private DomoIoException notRetried(String why, Throwable cause) {
        Request request = prototype.request();
        String message = TransportErrors.describe(request) + " was not retried: " + why + " "
                + history(failures, request).warning(request, false);
        DomoIoException error = new DomoIoException(message.stripTrailing(), !mayHaveActed, cause);
        if (last != null) {
            error.addSuppressed(last);
        }
        return error;
    }

    private CallHistory history(int attempts, Request request) {
        boolean forToken = parts.settings().purpose() == CallSettings.Purpose.TOKEN;
        return new CallHistory(attempts, mayHaveActed, Operation.retryMode(request), forToken);
    }

    private boolean cleansUp() {
        return parts.settings().purpose() == CallSettings.Purpose.CLEANUP;
    }

    /** Waits before the next attempt, or throws the failure if the call must not be retried. */
    private void waitAfter(Failure failure, Request request, CallAttempt attempt) {
        failures++;
        nonDomoResponses += failure.kind() == Failure.Kind.NON_DOMO ? 1 : 0;
        boolean throttled = failure.kind() == Failure.Kind.THROTTLED;
        last = failure.error();
        Duration requested = failure.requestedWait();
        Duration wait = requested == null ? backoff.delay(failures, throttled) : requested;
        Duration longest = cleansUp() ? LONGEST_CLEANUP_WAIT : parts.longestWait();
        boolean acceptable = wait.compareTo(longest) <= 0 && deadline.allows(wait);
        if (throttled && acceptable) {
            parts.pause().extend(wait);
        }
        Retry.Mode mode = Operation.retryMode(request);
        if (!failure.mayRetry(mode, nonDomoResponses)
                || failures >= parts.settings().attempts(mode)
                || !acceptable
                || !isReplayable(request)
                || cancellation.isCancelled()
                || !parts.budget().tryTake()) {
            throw failure.error();
        }
        mayHaveActed |= !failure.kind().notProcessed();
        parts.observation().retrying(attempt, wait);
        if (!throttled || cleansUp()) {
            sleep(wait);
        }
    }

    /** Waits for the pause that the service requested from any call of this client. */
    private void waitForSharedPause() {
        Duration hold = cleansUp() ? Duration.ZERO : parts.pause().left();
        if (hold.isZero()) {
            return;
        }
        if (!deadline.allows(hold)) {
            throw late("A call was not sent: the service limited the rate of calls, and " + deadline.over() + ".");
        }
        if (last == null) {
            parts.observation().holdingBack(hold);
        }
        sleep(hold);
    }

    private DomoException late(String message) {
        return last != null ? last : new DomoIoException(message, true, null);
    }

    private void ended(@Nullable DomoException failure) {
        CallAttempt attempt = lastAttempt;
        if (attempt != null) {
            parts.observation().ended(attempt, Duration.ofNanos(timing.nanos() - began), failure);
        }
    }

    private void sleep(Duration wait) {
        if (wait.isZero()) {
            return;
        }
        try {
            timing.sleep(wait, cancellation);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw last == null
                    ? new DomoIoException("Interrupted while waiting to send a call. It was not sent.", true, e)
                    : notRetried("the thread was interrupted while waiting for the next attempt.", e);
        }
    }

    private static boolean isReplayable(Request request) {
        RequestBody body = request.body();
        return body == null || !body.isOneShot();
    }
}

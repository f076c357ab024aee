package io.github.domojvm.internal;

import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.observe.CallAttempt;
import io.github.domojvm.retry.Backoff;
import io.github.domojvm.retry.RetryBudget;
import io.github.domojvm.retry.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;

/**
 * Runs every call: sends it, renews the token once, repeats what may be repeated, and turns what went wrong into an
 * exception. The only place that does. Blocks; safe for use by several threads.
 */
public final class CallExecutor {
    private static final Cancellation NEVER = new Cancellation();
    private static final Duration LONGEST_CLEANUP_WAIT = Duration.ofSeconds(5);

    private final TokenRenewal tokens;
    private final CallSettings settings;
    private final RandomGenerator random;
    private final Backoff backoff;
    private final RetryBudget budget;
    private final Timing timing;
    private final Duration longestWait;
    private final SharedPause pause;
    private final Observation observation;

    /**
     * Makes one.
     *
     * @param tokens replaces a rejected token
     * @param settings how calls are made
     * @param random the jitter of the waits
     * @param timing the clock and the waits
     * @param observation is told of every attempt
     */
    public CallExecutor(
            TokenRenewal tokens,
            CallSettings settings,
            RandomGenerator random,
            Timing timing,
            Observation observation) {
        this(
                tokens,
                settings,
                random,
                timing,
                observation,
                new RetryBudget(settings.policy().budget()),
                new SharedPause(timing));
    }

    private CallExecutor(
            TokenRenewal tokens,
            CallSettings settings,
            RandomGenerator random,
            Timing timing,
            Observation observation,
            RetryBudget budget,
            SharedPause pause) {
        RetryPolicy policy = settings.policy();
        this.tokens = tokens;
        this.settings = settings;
        this.random = random;
        this.backoff = new Backoff(policy, random);
        this.budget = budget;
        this.timing = timing;
        this.longestWait =
                policy.maxRetryAfter().compareTo(policy.maxDelay()) > 0 ? policy.maxRetryAfter() : policy.maxDelay();
        this.pause = pause;
        this.observation = observation;
    }

    /**
     * Makes calls in another way, with the same token, and holding back together with this one.
     *
     * @param other how calls are made
     * @return the other executor
     */
    public CallExecutor with(CallSettings other) {
        return new CallExecutor(tokens, other, random, timing, observation, budget, pause);
    }

    /**
     * Tells how calls are made.
     *
     * @return the settings
     */
    public CallSettings settings() {
        return settings;
    }

    /**
     * Reads what an answer's body streams.
     *
     * @param <R> what it makes of it
     */
    @FunctionalInterface
    public interface BodyReader<R> {
        /**
         * Reads the body to its end.
         *
         * @param body the body; the executor closes it
         * @return what was made of it
         * @throws IOException when reading fails, which counts as a broken connection, or storing, see {@link LocalIoException}
         */
        R read(ResponseBody body) throws IOException;
    }

    /**
     * Runs a call whose answer has content.
     *
     * @param <T> the content
     * @param call the call, not sent yet
     * @param repeat what may be sent again
     * @return the content
     * @throws DomoException when it failed, or the answer was empty
     */
    public <T> T get(Call<T> call, Repeat repeat) {
        T content = run(call, repeat, NEVER);
        if (content == null) {
            throw new DomoDataException(
                    Broken.describe(call.request())
                            + " succeeded, and the answer is empty where its content is needed. Read"
                            + " the object anew to see what was done.",
                    null);
        }
        return content;
    }

    /**
     * Runs a call whose answer need not have content.
     *
     * @param <T> the content
     * @param call the call, not sent yet
     * @param repeat what may be sent again
     * @return the content, null when the answer was empty
     * @throws DomoException when it failed
     */
    public <T> @Nullable T run(Call<T> call, Repeat repeat) {
        return run(call, repeat, NEVER);
    }

    /**
     * Runs a call for one page of a list.
     *
     * @param <T> the items
     * @param call the call, not sent yet
     * @return the items; an empty answer is an empty page
     * @throws DomoException when it failed
     */
    public <T> List<T> page(Call<List<T>> call) {
        List<T> items = run(call, Repeat.READ);
        return items == null ? List.of() : items;
    }

    /**
     * Runs a call that another thread may end.
     *
     * @param <T> the content
     * @param call the call, not sent yet
     * @param repeat what may be sent again
     * @param cancellation ends it
     * @return the content, null when the answer was empty
     * @throws DomoException when it failed or was ended
     */
    public <T> @Nullable T run(Call<T> call, Repeat repeat, Cancellation cancellation) {
        return attempts(call, repeat, cancellation, response -> response.body());
    }

    /**
     * Runs a call that only reads, and reads its body; a connection that breaks on the way starts it anew.
     *
     * @param <R> what is made of the body
     * @param call the call, not sent yet
     * @param reader reads the body, from its start at each attempt
     * @return what the reader made
     * @throws DomoException when it failed
     */
    public <R> R stream(Call<ResponseBody> call, BodyReader<R> reader) {
        R made = attempts(call, Repeat.READ, NEVER, response -> {
            try (ResponseBody body = response.body()) {
                return reader.read(body == null ? ResponseBody.create("", null) : body);
            }
        });
        return Objects.requireNonNull(made, "a body reader returned null");
    }

    /**
     * Runs a call and makes anything of its answer, headers and status included.
     *
     * @param <T> what Retrofit makes of the body
     * @param <R> what is made of the answer
     * @param call the call, not sent yet
     * @param repeat what may be sent again
     * @param content makes something of an answer of success
     * @return what was made of it
     * @throws DomoException when it failed
     */
    public <T, R> R exchange(Call<T> call, Repeat repeat, Function<Response<T>, R> content) {
        R made = attempts(call, repeat, NEVER, content::apply);
        return Objects.requireNonNull(made, "nothing was made of the answer");
    }

    private <T, R> @Nullable R attempts(
            Call<T> prototype, Repeat repeat, Cancellation cancellation, Attempt.Content<T, R> content) {
        Deadline deadline = new Deadline(timing, settings);
        boolean renewed = false;
        int foreignPages = 0;
        DomoException last = null;
        for (int attempt = 1, failures = 1; ; attempt++) {
            if (repeat != Repeat.CLEANUP) {
                sleep(pause.left(), cancellation);
            }
            if (cancellation.isCancelled()) {
                throw last != null ? last : neverSent();
            }
            Call<T> call = attempt == 1 ? prototype : prototype.clone();
            deadline.bound(call);
            long began = timing.nanos();
            Attempt.Outcome<R> outcome = new Attempt(repeat, attempt, cancellation).send(call, content);
            Failure failure = outcome.failure();
            CallAttempt told = observation.attempted(
                    call.request(),
                    attempt,
                    outcome.status(),
                    Duration.ofNanos(timing.nanos() - began),
                    failure == null ? null : failure.error());
            if (failure == null) {
                budget.succeeded(attempt > 1);
                return outcome.content();
            }
            String authorization = call.request().header("Authorization");
            if (failure.tokenRejected() && authorization != null && !renewed && repeatable(call.request())) {
                renewed = true;
                if (tokens.renew(authorization)) {
                    continue;
                }
            }
            foreignPages += failure.foreignPage() ? 1 : 0;
            Duration wait =
                    failure.askedWait() == null ? backoff.delay(failures, failure.throttled()) : failure.askedWait();
            last = failure.error();
            Duration longest = repeat == Repeat.CLEANUP ? LONGEST_CLEANUP_WAIT : longestWait;
            boolean bearable = wait.compareTo(longest) <= 0 && deadline.allows(wait);
            if (failure.throttled() && bearable) {
                pause.extend(wait);
            }
            if (!failure.mayRepeat(repeat, foreignPages)
                    || ++failures > repeat.attempts(settings.policy())
                    || !bearable
                    || !repeatable(call.request())
                    || cancellation.isCancelled()
                    || !budget.tryTake()) {
                throw failure.error();
            }
            observation.retrying(told, wait);
            if (!failure.throttled() || repeat == Repeat.CLEANUP) {
                sleep(wait, cancellation);
            }
        }
    }

    private static DomoIoException neverSent() {
        return new DomoIoException("A call was cancelled before it was sent.", true, null);
    }

    private void sleep(Duration wait, Cancellation cancellation) {
        if (wait.isZero()) {
            return;
        }
        try {
            timing.sleep(wait, cancellation);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DomoIoException("Interrupted while waiting to send a call again; it was not sent.", true, e);
        }
    }

    private static boolean repeatable(Request request) {
        RequestBody body = request.body();
        return body == null || !body.isOneShot();
    }
}

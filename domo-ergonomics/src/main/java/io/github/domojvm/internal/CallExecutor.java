package io.github.domojvm.internal;

import com.squareup.moshi.JsonDataException;
import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.rest.UnreadableAnswerException;
import io.github.domojvm.retry.Backoff;
import io.github.domojvm.retry.RetryBudget;
import io.github.domojvm.retry.RetryPolicy;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import retrofit2.Call;
import retrofit2.Response;

/**
 * Runs every call: sends it, renews the token once, repeats what may be repeated, and turns what went wrong into an
 * exception. The only place that does. Blocks; safe for use by several threads.
 */
public final class CallExecutor {
    private static final Logger LOG = LoggerFactory.getLogger(CallExecutor.class);
    private static final Cancellation NEVER = new Cancellation();

    private static final Duration LONGEST_CLEANUP_WAIT = Duration.ofSeconds(5);

    private final TokenRenewal tokens;
    private final RetryPolicy policy;
    private final Backoff backoff;
    private final RetryBudget budget;
    private final Timing timing;
    private final Duration longestWait;
    /** Until when all calls hold back, on the clock of {@link Timing}, after the service asked for it. */
    private final AtomicLong pausedUntil;

    /**
     * Makes one.
     *
     * @param tokens replaces a rejected token
     * @param policy how often and how patiently to repeat
     * @param random the jitter of the waits
     * @param timing the clock and the waits
     */
    public CallExecutor(TokenRenewal tokens, RetryPolicy policy, RandomGenerator random, Timing timing) {
        this.tokens = tokens;
        this.policy = policy;
        this.backoff = new Backoff(policy, random);
        this.budget = new RetryBudget(policy.budget());
        this.timing = timing;
        this.longestWait =
                policy.maxRetryAfter().compareTo(policy.maxDelay()) > 0 ? policy.maxRetryAfter() : policy.maxDelay();
        this.pausedUntil = new AtomicLong(timing.nanos());
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

    private <T, R> @Nullable R attempts(
            Call<T> prototype, Repeat repeat, Cancellation cancellation, Content<T, R> content) {
        boolean renewed = false;
        int foreignPages = 0;
        DomoException last = null;
        for (int attempt = 1, failures = 1; ; attempt++) {
            if (repeat != Repeat.CLEANUP) {
                pause(cancellation);
            }
            if (cancellation.isCancelled()) {
                throw last != null ? last : neverSent();
            }
            Call<T> call = attempt == 1 ? prototype : prototype.clone();
            Outcome<R> outcome = attempt(call, repeat, attempt, cancellation, content);
            Failure failure = outcome.failure();
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
            boolean bearable = wait.compareTo(longest) <= 0;
            if (failure.throttled() && bearable) {
                holdBack(wait);
            }
            if (!failure.mayRepeat(repeat, foreignPages)
                    || ++failures > repeat.attempts(policy)
                    || !bearable
                    || !repeatable(call.request())
                    || cancellation.isCancelled()
                    || !budget.tryTake()) {
                throw failure.error();
            }
            LOG.debug("{}; once more in {}", failure.error().getMessage(), wait);
            if (!failure.throttled() || repeat == Repeat.CLEANUP) {
                sleep(wait, cancellation);
            }
        }
    }

    private <T, R> Outcome<R> attempt(
            Call<T> call, Repeat repeat, int attempt, Cancellation cancellation, Content<T, R> content) {
        cancellation.add(call);
        try {
            Response<T> response = call.execute();
            okhttp3.Response raw = response.raw();
            if (!response.isSuccessful()) {
                try (ResponseBody error = response.errorBody()) {
                    return Outcome.failed(Answers.read(raw, error == null ? "" : error.string(), attempt));
                }
            }
            if (Excerpt.isMarkup(raw.header("Content-Type", ""), "")) {
                return Outcome.failed(page(call.request(), response, attempt));
            }
            return new Outcome<>(content.of(response), null);
        } catch (UnreadableAnswerException e) {
            Failure failure = Broken.answer(call.request(), e, attempt);
            // A part is acknowledged by its status; what the answer says beside it decides nothing.
            return repeat == Repeat.PART && !failure.foreignPage()
                    ? new Outcome<>(null, null)
                    : Outcome.failed(failure);
        } catch (LocalIoException e) {
            throw new DomoIoException(String.valueOf(e.getMessage()), false, e.getCause());
        } catch (IOException e) {
            return Outcome.failed(broken(call, e, attempt, cancellation));
        } catch (RuntimeException e) {
            if (e instanceof JsonDataException) {
                // Answers that cannot be read come as UnreadableAnswerException: this one is the request's.
                throw new IllegalArgumentException("The request cannot be written: " + e.getMessage(), e);
            }
            throw e;
        } catch (Exception e) {
            // OkHttp, written in Kotlin, lets an InterruptedException through that its signature does not name.
            return Outcome.failed(broken(call, new InterruptedIOException(e.getMessage()), attempt, cancellation));
        } finally {
            cancellation.remove(call);
        }
    }

    private static Failure page(Request request, Response<?> response, int attempt) throws IOException {
        if (!(response.body() instanceof ResponseBody body)) {
            return Broken.page(request, "", new IOException("text/html"), attempt);
        }
        try (body) {
            body.source().request(4096);
            String head = body.source().getBuffer().clone().readUtf8();
            return Broken.page(request, head, new IOException("text/html"), attempt);
        }
    }

    private static Failure broken(Call<?> call, IOException cause, int attempt, Cancellation cancellation) {
        Request request = call.request();
        WireMark mark = request.tag(WireMark.class);
        boolean reached = mark == null || mark.reached();
        boolean timeout = cause instanceof SocketTimeoutException || "timeout".equals(cause.getMessage());
        if (cancellation.isCancelled()) {
            return Failure.lasting(new DomoIoException(Broken.describe(request) + " was cancelled.", !reached, cause));
        }
        if (cause instanceof InterruptedIOException && !timeout) {
            Thread.currentThread().interrupt();
            return Failure.lasting(new DomoIoException(
                    Broken.describe(request) + " was interrupted" + (reached ? "; the service may have seen it." : "."),
                    !reached,
                    cause));
        }
        return Broken.connection(request, reached, cause, attempt);
    }

    private static DomoIoException neverSent() {
        return new DomoIoException("A call was cancelled before it was sent.", true, null);
    }

    /** All calls of the client: the service counts them together. */
    private void holdBack(Duration wait) {
        long until = timing.nanos() + wait.toNanos();
        pausedUntil.accumulateAndGet(until, (a, b) -> a - b > 0 ? a : b);
    }

    private void pause(Cancellation cancellation) {
        long left = pausedUntil.get() - timing.nanos();
        if (left > 0) {
            sleep(Duration.ofNanos(left), cancellation);
        }
    }

    private void sleep(Duration wait, Cancellation cancellation) {
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

    @FunctionalInterface
    private interface Content<T, R> {
        @Nullable
        R of(Response<T> response) throws IOException;
    }

    private record Outcome<R>(@Nullable R content, @Nullable Failure failure) {
        static <R> Outcome<R> failed(Failure failure) {
            return new Outcome<>(null, failure);
        }
    }
}

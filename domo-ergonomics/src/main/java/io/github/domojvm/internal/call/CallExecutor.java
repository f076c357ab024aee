package io.github.domojvm.internal.call;

import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.internal.retry.RetryBudget;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;

/**
 * Runs every call of a client: sends it, renews the token once, retries where this is allowed, and converts failures to
 * exceptions. Methods block. Safe for use by several threads.
 */
public final class CallExecutor {
    private static final int NO_CONTENT = 204;

    private final CallContext parts;

    /**
     * Creates an executor.
     *
     * @param tokens replaces a rejected token
     * @param settings the settings of the calls
     * @param random the source of jitter
     * @param timing the clock, also used for waits
     * @param observation receives every attempt
     */
    public CallExecutor(
            TokenRenewal tokens,
            CallSettings settings,
            RandomGenerator random,
            Timing timing,
            Observation observation) {
        RetryBudget budget = new RetryBudget(settings.policy().budget());
        SharedPause pause = new SharedPause(timing);
        parts = new CallContext(tokens, settings, random, timing, observation, budget, pause, new Cancellation());
    }

    private CallExecutor(CallContext parts) {
        this.parts = parts;
    }

    /**
     * Returns an executor with other settings. It shares the token, the retry budget and the pause after throttling
     * with this one.
     *
     * @param other the settings of the calls
     * @return the other executor
     */
    public CallExecutor with(CallSettings other) {
        return new CallExecutor(parts.with(other));
    }

    /**
     * Returns an executor whose calls end when they are cancelled, instead of those of this one. Otherwise, it shares
     * all that {@link #with(CallSettings)} shares.
     *
     * @param cancellation ends the calls, their waits and the token requests that they need
     * @return the other executor
     */
    public CallExecutor with(Cancellation cancellation) {
        return new CallExecutor(parts.with(cancellation));
    }

    /** {@return what ends the calls} */
    public Cancellation cancellation() {
        return parts.cancellation();
    }

    /** {@return the settings of the calls} */
    public CallSettings settings() {
        return parts.settings();
    }

    /**
     * Runs a call whose response has content.
     *
     * @param <T> the content
     * @param call the call, not yet sent
     * @return the content
     * @throws DomoException if the call failed or the response was empty
     */
    public <T> T get(Call<T> call) {
        return get(call, ResponseCheck.none());
    }

    /**
     * Runs a call whose response has content, and checks it.
     *
     * @param <T> the content
     * @param call the call, not yet sent
     * @param check returns whether the content can be from the service
     * @return the content
     * @throws DomoException if the call failed, or the response was empty or not from the service
     */
    public <T> T get(Call<T> call, ResponseCheck<T> check) {
        T content = run(call, check);
        if (content == null) {
            throw empty(call);
        }
        return content;
    }

    private static DomoDataException empty(Call<?> call) {
        return new DomoDataException(
                TransportErrors.describe(call.request())
                        + " succeeded with an empty response, but content is required. Read the object"
                        + " to check its current state.",
                null);
    }

    /**
     * Runs a call whose response may be empty.
     *
     * @param <T> the content
     * @param call the call, not yet sent
     * @return the content, null if the response was empty
     * @throws DomoException if it failed
     */
    public <T> @Nullable T run(Call<T> call) {
        return run(call, ResponseCheck.none());
    }

    /**
     * Runs a call whose response may be empty, and checks its content.
     *
     * @param <T> the content
     * @param call the call, not yet sent
     * @param check returns whether the response can be from the service; it may be empty
     * @return the content, null if the response was empty
     * @throws DomoException if the call failed or the response was not from the service
     */
    public <T> @Nullable T run(Call<T> call, ResponseCheck<T> check) {
        // A rejected response is handled like an HTML page: one retry if the call allows it, then a failure.
        return attempts(call, (attempt, response) -> {
            T content = response.body();
            if (!check.accepts(content)) {
                throw new ResponseCheck.RejectedResponseException();
            }
            return content;
        });
    }

    /**
     * Runs a call whose content is not needed.
     *
     * @param call the call, not yet sent
     * @throws DomoException if it failed
     */
    public void send(Call<?> call) {
        send(call, ResponseCheck.none());
    }

    /**
     * Runs a call whose content is only checked.
     *
     * @param <T> the content
     * @param call the call, not yet sent
     * @param check returns whether the response can be from the service; it may be empty
     * @throws DomoException if the call failed or the response was not from the service
     */
    public <T> void send(Call<T> call, ResponseCheck<T> check) {
        run(call, check);
    }

    /**
     * Runs a call that looks up one object, and checks the object.
     *
     * @param <T> the object
     * @param call the call, not yet sent
     * @param check returns whether the object can be the requested one
     * @return the object, empty if no object has that id
     * @throws DomoException if the call failed for another reason
     */
    public <T> Optional<T> find(Call<T> call, ResponseCheck<T> check) {
        try {
            return Optional.of(get(call, check));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    /**
     * Runs a call that deletes an object.
     *
     * @param call the call, not yet sent
     * @return true if the object was deleted, including by an earlier attempt whose response was lost; false if no
     *     object has that id
     * @throws DomoException if the call failed for another reason
     */
    public boolean delete(Call<Void> call) {
        try {
            send(call);
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    /**
     * Runs a call for one page of a list.
     *
     * @param <T> the items
     * @param call the call, not yet sent
     * @return the items; status 204 is an empty page
     * @throws DomoException if the call failed, or the response has another status and no content
     */
    public <T> List<T> page(Call<List<T>> call) {
        List<T> items =
                attempts(call, (attempt, response) -> response.code() == NO_CONTENT ? List.of() : response.body());
        if (items == null) {
            throw empty(call);
        }
        return items;
    }

    /**
     * Runs a read-only call and reads its body to the end. If the connection breaks while reading, the call is retried
     * from the start.
     *
     * @param <R> the result of the reader
     * @param call the call, not yet sent
     * @param reader reads the body from the start in each attempt; the body is closed afterwards
     * @return the result of the reader
     * @throws DomoException if it failed
     */
    public <R> R stream(Call<ResponseBody> call, BodyReader<R> reader) {
        return content(call, (attempt, response) -> {
            R made = reader.read(response);
            close(response);
            return made;
        });
    }

    /**
     * Runs a read-only call and leaves its body open. A failure after this method returns is not retried. Reading the
     * body ends when the call is cancelled or the reading thread is interrupted.
     *
     * @param <R> the object that reads the body
     * @param call the call, not yet sent
     * @param opener checks the start of the body in each attempt; the body is closed if it throws
     * @return the result of the opener, which closes the body
     * @throws DomoException if it failed
     */
    public <R> R open(Call<ResponseBody> call, BodyReader<R> opener) {
        return content(
                call,
                (attempt, response) ->
                        opener.read(OpenBody.of(attempt, response, parts.cancellation(), parts.timing())));
    }

    private <R> R content(Call<ResponseBody> call, Attempt.Content<ResponseBody, R> reader) {
        R made = attempts(call, (attempt, response) -> {
            try {
                return reader.of(attempt, response);
            } catch (IOException | RuntimeException e) {
                close(response);
                throw e;
            }
        });
        return Objects.requireNonNull(made, "a body reader returned null");
    }

    private static void close(Response<ResponseBody> response) {
        ResponseBody body = response.body();
        if (body != null) {
            body.close();
        }
    }

    /**
     * Runs a call and converts the response, with access to status and headers.
     *
     * @param <T> the type that Retrofit decodes the body to
     * @param <R> the result of the conversion
     * @param call the call, not yet sent
     * @param content converts a response with a success status
     * @return the result of the conversion
     * @throws DomoException if it failed
     */
    public <T, R> R executeWithResponse(Call<T> call, Function<Response<T>, R> content) {
        R made = attempts(call, (attempt, response) -> content.apply(response));
        return Objects.requireNonNull(made, "the conversion of a response returned null");
    }

    private <T, R> @Nullable R attempts(Call<T> prototype, Attempt.Content<T, R> content) {
        return new CallRun<>(parts, prototype, content).run();
    }
}

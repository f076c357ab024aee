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
 * Runs every call: sends it, renews the token once, repeats what may be repeated, and turns what went wrong into an
 * exception. The only place that does. Blocks; safe for use by several threads.
 */
public final class CallExecutor {
    private static final int NO_CONTENT = 204;
    private static final Cancellation NEVER = new Cancellation();

    private final CallContext parts;

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
        this(new CallContext(
                tokens,
                settings,
                random,
                timing,
                observation,
                new RetryBudget(settings.policy().budget()),
                new SharedPause(timing)));
    }

    private CallExecutor(CallContext parts) {
        this.parts = parts;
    }

    /**
     * Makes calls in another way, with the same token, and holding back together with this one.
     *
     * @param other how calls are made
     * @return the other executor
     */
    public CallExecutor with(CallSettings other) {
        return new CallExecutor(parts.with(other));
    }

    /**
     * Tells how calls are made.
     *
     * @return the settings
     */
    public CallSettings settings() {
        return parts.settings();
    }

    /**
     * Runs a call whose answer has content.
     *
     * @param <T> the content
     * @param call the call, not sent yet
     * @return the content
     * @throws DomoException when it failed, or the answer was empty
     */
    public <T> T get(Call<T> call) {
        return get(call, ResponseCheck.none());
    }

    /**
     * Runs a call whose response has content, and checks it.
     *
     * @param <T> the content
     * @param call the call, not sent yet
     * @param check decides whether the content can be the service's
     * @return the content
     * @throws DomoException when the call failed, or the response was empty or not the service's
     */
    public <T> T get(Call<T> call, ResponseCheck<T> check) {
        T content = run(call, NEVER, check);
        if (content == null) {
            throw empty(call);
        }
        return content;
    }

    private static DomoDataException empty(Call<?> call) {
        return new DomoDataException(
                TransportErrors.describe(call.request())
                        + " succeeded, and the answer is empty where its content is needed. Read"
                        + " the object anew to see what was done.",
                null);
    }

    /**
     * Runs a call whose answer need not have content.
     *
     * @param <T> the content
     * @param call the call, not sent yet
     * @return the content, null when the answer was empty
     * @throws DomoException when it failed
     */
    public <T> @Nullable T run(Call<T> call) {
        return run(call, NEVER, ResponseCheck.none());
    }

    /**
     * Runs a call whose content is not needed.
     *
     * @param call the call, not sent yet
     * @throws DomoException if it failed
     */
    public void send(Call<?> call) {
        send(call, NEVER, ResponseCheck.none());
    }

    /**
     * Runs a call whose content is only checked.
     *
     * @param <T> the content
     * @param call the call, not sent yet
     * @param check decides whether the response can be the service's; it may be empty
     * @throws DomoException if the call failed, or the response was not the service's
     */
    public <T> void send(Call<T> call, ResponseCheck<T> check) {
        send(call, NEVER, check);
    }

    /**
     * Runs a call that another thread may cancel, and whose content is only checked.
     *
     * @param <T> the content
     * @param call the call, not sent yet
     * @param cancellation cancels it
     * @param check decides whether the response can be the service's; it may be empty
     * @throws DomoException if the call failed or was cancelled, or the response was not the service's
     */
    public <T> void send(Call<T> call, Cancellation cancellation, ResponseCheck<T> check) {
        run(call, cancellation, check);
    }

    /**
     * Runs a call that looks up one object, and checks what it returns.
     *
     * @param <T> the object
     * @param call the call, not sent yet
     * @param check decides whether the object can be the one that was addressed
     * @return the object, empty when there is none with that id
     * @throws DomoException when the call failed otherwise
     */
    public <T> Optional<T> find(Call<T> call, ResponseCheck<T> check) {
        try {
            return Optional.of(get(call, check));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    /**
     * Runs a call that deletes.
     *
     * @param call the call, not sent yet
     * @return whether something was deleted, by an attempt whose answer was lost too; false when there was none of that
     *     id
     * @throws DomoException when it failed otherwise
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
     * @param call the call, not sent yet
     * @return the items; the status "no content" is an empty page
     * @throws DomoException when it failed, or nothing came where a list was promised
     */
    public <T> List<T> page(Call<List<T>> call) {
        List<T> items = attempts(call, NEVER, response -> response.code() == NO_CONTENT ? List.of() : response.body());
        if (items == null) {
            throw empty(call);
        }
        return items;
    }

    /**
     * A response that the check does not accept is handled like an HTML page: retried once if it may be, then refused.
     */
    private <T> @Nullable T run(Call<T> call, Cancellation cancellation, ResponseCheck<T> check) {
        return attempts(call, cancellation, response -> {
            T content = response.body();
            if (!check.accepts(content)) {
                throw new ResponseCheck.RejectedResponseException();
            }
            return content;
        });
    }

    /**
     * Runs a call that only reads, and reads its body to the end; a connection that breaks meanwhile is retried from
     * the start.
     *
     * @param <R> what is made of the body
     * @param call the call, not sent yet
     * @param reader reads the body, from its start at each attempt; the body is closed afterwards
     * @return what the reader made
     * @throws DomoException when it failed
     */
    public <R> R stream(Call<ResponseBody> call, BodyReader<R> reader) {
        return open(call, response -> {
            R made = reader.read(response);
            close(response);
            return made;
        });
    }

    /**
     * Runs a call that only reads, and leaves its body open; what breaks after this method is not retried.
     *
     * @param <R> what reads the body
     * @param call the call, not sent yet
     * @param opener checks the start of the body at each attempt; the body is closed when it throws
     * @return what the opener made, which closes the body
     * @throws DomoException when it failed
     */
    public <R> R open(Call<ResponseBody> call, BodyReader<R> opener) {
        R made = attempts(call, NEVER, response -> {
            try {
                return opener.read(response);
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
     * Runs a call and makes anything of its answer, headers and status included.
     *
     * @param <T> what Retrofit makes of the body
     * @param <R> what is made of the answer
     * @param call the call, not sent yet
     * @param content makes something of an answer of success
     * @return what was made of it
     * @throws DomoException when it failed
     */
    public <T, R> R executeWithResponse(Call<T> call, Function<Response<T>, R> content) {
        R made = attempts(call, NEVER, content::apply);
        return Objects.requireNonNull(made, "nothing was made of the answer");
    }

    private <T, R> @Nullable R attempts(Call<T> prototype, Cancellation cancellation, Attempt.Content<T, R> content) {
        return new CallRun<>(parts, prototype, cancellation, content).run();
    }
}

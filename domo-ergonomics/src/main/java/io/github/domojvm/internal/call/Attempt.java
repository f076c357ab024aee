package io.github.domojvm.internal.call;

import com.squareup.moshi.JsonDataException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.internal.http.WireMark;
import io.github.domojvm.rest.UnreadableResponseException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import okhttp3.Request;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;

/** Sends a call once and classifies the response, or the failure if there is none. */
final class Attempt {
    /**
     * Converts a response with a success status to the content of the call.
     *
     * @param <T> the type that Retrofit decodes the body to
     * @param <R> the content
     */
    @FunctionalInterface
    interface Content<T, R> {
        @Nullable
        R of(Call<T> attempt, Response<T> response) throws IOException;
    }

    /**
     * The result of an attempt.
     *
     * @param content the content, null if there was none
     * @param status the HTTP status, 0 if no response arrived
     * @param failure the failure, null if the attempt succeeded
     */
    record Outcome<R>(
            @Nullable R content, int status, @Nullable Failure failure) {}

    private final CallHistory history;
    private final Cancellation cancellation;
    private final Timing timing;

    Attempt(CallHistory history, Cancellation cancellation, Timing timing) {
        this.history = history;
        this.cancellation = cancellation;
        this.timing = timing;
    }

    /** Creates the request, including its token, without sending it. */
    static Request prepare(Call<?> call) {
        try {
            return call.request();
        } catch (JsonDataException e) {
            throw unwritable(e);
        }
    }

    <T, R> Outcome<R> send(Call<T> call, Content<T, R> content) {
        CallGuard guard = CallGuard.begin(timing, cancellation, call::cancel);
        int status = 0;
        try {
            Response<T> response = call.execute();
            status = response.code();
            okhttp3.Response raw = response.raw();
            if (!response.isSuccessful()) {
                try (ResponseBody error = response.errorBody()) {
                    return failed(status, ErrorResponses.read(raw, error == null ? "" : error.string(), history));
                }
            }
            if (Markup.isMarkup(raw.header("Content-Type", ""), "")) {
                return failed(status, htmlPage(call.request(), response));
            }
            return new Outcome<>(content.of(call, response), status, null);
        } catch (UnreadableResponseException e) {
            return failed(status, TransportErrors.unreadable(call.request(), e, history));
        } catch (ResponseCheck.RejectedResponseException e) {
            return failed(status, TransportErrors.rejected(call.request(), status, e, history));
        } catch (UnusableBodyException e) {
            return failed(status, e.failure(call.request(), history));
        } catch (LocalIoException e) {
            return failed(
                    status,
                    new Failure(
                            new DomoIoException(String.valueOf(e.getMessage()), false, e.getCause()),
                            Failure.Kind.FINAL));
        } catch (IOException e) {
            return failed(status, broken(call, e));
        } catch (JsonDataException e) {
            throw unwritable(e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            // OkHttp is written in Kotlin and can throw an InterruptedException that its signature does not declare.
            return failed(status, broken(call, new InterruptedIOException(e.getMessage())));
        } finally {
            guard.end();
        }
    }

    /** A response that cannot be decoded is an UnreadableResponseException, so this exception is about the request. */
    private static IllegalArgumentException unwritable(JsonDataException cause) {
        return new IllegalArgumentException("The request cannot be serialized: " + cause.getMessage(), cause);
    }

    private static <R> Outcome<R> failed(int status, Failure failure) {
        return new Outcome<>(null, status, failure);
    }

    private Failure htmlPage(Request request, Response<?> response) throws IOException {
        if (!(response.body() instanceof ResponseBody body)) {
            return TransportErrors.htmlPage(request, "", new IOException("text/html"), history);
        }
        try (body) {
            body.source().request(4096);
            String head = body.source().getBuffer().clone().readUtf8();
            return TransportErrors.htmlPage(request, head, new IOException("text/html"), history);
        }
    }

    private Failure broken(Call<?> call, IOException cause) {
        Request request = call.request();
        WireMark mark = request.tag(WireMark.class);
        boolean reached = mark == null || mark.reached();
        boolean timeout = cause instanceof SocketTimeoutException || "timeout".equals(cause.getMessage());
        if (cancellation.isCancelled()) {
            return ended(request, " was cancelled" + cancellation.because() + ".", reached, cause);
        }
        if (Thread.currentThread().isInterrupted() || (cause instanceof InterruptedIOException && !timeout)) {
            Thread.currentThread().interrupt();
            return ended(
                    request,
                    " was interrupted" + (reached ? "; the service may have received it." : "."),
                    reached,
                    cause);
        }
        return TransportErrors.connection(request, reached, cause, history);
    }

    private Failure ended(Request request, String how, boolean reached, IOException cause) {
        String message = TransportErrors.describe(request) + how + " " + history.warning(request, reached);
        return new Failure(
                new DomoIoException(message.stripTrailing(), history.notSent(!reached), cause), Failure.Kind.FINAL);
    }
}

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

/** Sends a call once and makes of the answer, or of its absence, what it means. */
final class Attempt {
    /**
     * Makes content of an answer of success.
     *
     * @param <T> what Retrofit makes of the body
     * @param <R> the content
     */
    @FunctionalInterface
    interface Content<T, R> {
        @Nullable
        R of(Response<T> response) throws IOException;
    }

    /**
     * What came of it.
     *
     * @param content the content, null when there was none
     * @param status the HTTP status, 0 when no answer came
     * @param failure what went wrong, null when nothing did
     */
    record Outcome<R>(
            @Nullable R content, int status, @Nullable Failure failure) {}

    private final CallHistory history;
    private final Cancellation cancellation;

    Attempt(CallHistory history, Cancellation cancellation) {
        this.history = history;
        this.cancellation = cancellation;
    }

    /** Makes the request, its token included, without sending it. */
    static Request prepare(Call<?> call) {
        try {
            return call.request();
        } catch (JsonDataException e) {
            throw unwritable(e);
        }
    }

    <T, R> Outcome<R> send(Call<T> call, Content<T, R> content) {
        cancellation.add(call);
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
            if (Excerpt.isMarkup(raw.header("Content-Type", ""), "")) {
                return failed(status, page(call.request(), response));
            }
            return new Outcome<>(content.of(response), status, null);
        } catch (UnreadableResponseException e) {
            return failed(status, TransportErrors.answer(call.request(), e, history));
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
            // OkHttp, written in Kotlin, lets an InterruptedException through that its signature does not name.
            return failed(status, broken(call, new InterruptedIOException(e.getMessage())));
        } finally {
            cancellation.remove(call);
        }
    }

    /** ErrorResponses that cannot be read come as UnreadableResponseException: this one is the request's. */
    private static IllegalArgumentException unwritable(JsonDataException cause) {
        return new IllegalArgumentException("The request cannot be written: " + cause.getMessage(), cause);
    }

    private static <R> Outcome<R> failed(int status, Failure failure) {
        return new Outcome<>(null, status, failure);
    }

    private Failure page(Request request, Response<?> response) throws IOException {
        if (!(response.body() instanceof ResponseBody body)) {
            return TransportErrors.page(request, "", new IOException("text/html"), history);
        }
        try (body) {
            body.source().request(4096);
            String head = body.source().getBuffer().clone().readUtf8();
            return TransportErrors.page(request, head, new IOException("text/html"), history);
        }
    }

    private Failure broken(Call<?> call, IOException cause) {
        Request request = call.request();
        WireMark mark = request.tag(WireMark.class);
        boolean reached = mark == null || mark.reached();
        boolean timeout = cause instanceof SocketTimeoutException || "timeout".equals(cause.getMessage());
        if (cancellation.isCancelled()) {
            return ended(request, " was cancelled.", reached, cause);
        }
        if (cause instanceof InterruptedIOException && !timeout) {
            Thread.currentThread().interrupt();
            return ended(
                    request, " was interrupted" + (reached ? "; the service may have seen it." : "."), reached, cause);
        }
        return TransportErrors.connection(request, reached, cause, history);
    }

    private Failure ended(Request request, String how, boolean reached, IOException cause) {
        String message = TransportErrors.describe(request) + how + " " + history.warning(request, reached);
        return new Failure(
                new DomoIoException(message.stripTrailing(), history.notSent(!reached), cause), Failure.Kind.FINAL);
    }
}

package io.github.domojvm.internal.call;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import io.github.domojvm.error.ApiFailure;
import io.github.domojvm.error.AuthenticationException;
import io.github.domojvm.error.BadRequestException;
import io.github.domojvm.error.ConflictException;
import io.github.domojvm.error.DomoApiException;
import io.github.domojvm.error.NotFoundException;
import io.github.domojvm.error.PermissionException;
import io.github.domojvm.error.RateLimitException;
import io.github.domojvm.error.ServerException;
import io.github.domojvm.internal.http.WireInterceptor;
import io.github.domojvm.internal.retry.RetryAfter;
import io.github.domojvm.rest.DomoJson;
import io.github.domojvm.rest.model.ErrorResponse;
import java.io.IOException;
import java.time.Duration;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Turns an error answer into the exception that tells of it. */
final class ErrorResponses {
    private static final JsonAdapter<ErrorResponse> ERROR = DomoJson.moshi().adapter(ErrorResponse.class);

    private ErrorResponses() {}

    static Failure read(Response answer, String body, CallHistory history) {
        String contentType = answer.header("Content-Type", "");
        boolean markup = Excerpt.isMarkup(contentType, body);
        ErrorResponse error = markup ? null : parse(body);
        boolean wantsCsv = "text/csv".equals(answer.request().header("Accept"));
        ErrorKind meaning = ErrorKind.of(answer.code(), wantsCsv, error, markup);
        ApiFailure failure = new ApiFailure(
                answer.request().method(),
                answer.request().url().encodedPath(),
                answer.code(),
                error == null ? null : error.toe(),
                words(answer, body, error),
                history.attempts(),
                history.notSent(meaning.failureKind().notProcessed()));
        Duration wait = RetryAfter.parse(WireInterceptor.retryAfter(answer), answer.header("Date"))
                .orElse(null);
        return new Failure(
                exception(
                        meaning,
                        failure,
                        error,
                        wait,
                        answer,
                        history.warning(answer.request(), meaning.leavesOpen()),
                        markup),
                meaning.failureKind(),
                wait);
    }

    private static DomoApiException exception(
            ErrorKind meaning,
            ApiFailure failure,
            @Nullable ErrorResponse error,
            @Nullable Duration wait,
            Response answer,
            String warning,
            boolean markup) {
        String page = (markup ? "That was a web page, not Domo's JSON: is a proxy or a maintenance in between? " : "")
                + warning;
        return switch (meaning) {
            case TOKEN_REJECTED ->
                answer.code() == 406
                        ? new NotFoundException(
                                failure,
                                "On exports the service answers so when the DataSet does not exist or the client may not read"
                                        + " it: check the id.")
                        : new AuthenticationException(
                                failure,
                                page
                                        + "The service accepts no token of this client: check that the client still exists and"
                                        + " that the URL is that of its service.");
            case SCOPE_MISSING ->
                new PermissionException(
                        failure,
                        error == null ? null : error.scope(),
                        page + "The token lacks the scope '" + (error == null ? "" : error.scope())
                                + "': tick it for this client in Domo's developer portal and ask for it in the client's scopes.");
            case NO_RIGHT ->
                new PermissionException(
                        failure,
                        null,
                        page + "The user who owns this client may not do that: ask for the right in Domo.");
            case GONE -> new NotFoundException(failure, page + "Check the id; the object may have been deleted.");
            case THROTTLED ->
                new RateLimitException(
                        failure,
                        wait,
                        page + "Send fewer calls"
                                + (wait == null ? "." : ", and none for " + wait.toSeconds() + " s."));
            case CONFLICT ->
                new ConflictException(failure, page + "Read the object again and decide on its present state.");
            case BAD_REQUEST ->
                new BadRequestException(failure, page + "Mend the request; sending it again will not help.");
            case SERVER ->
                new ServerException(
                        failure,
                        page + "The service failed" + (warning.isEmpty() ? "; try later, and give" : ". Give")
                                + " the trace to Domo's support if it stays so.");
            case REDIRECT ->
                new DomoApiException(
                        failure,
                        warning + "The answer points to " + target(answer)
                                + ", which is not followed, since the token must not go there:"
                                + " check the URL of the service.");
            case TOO_LARGE ->
                new DomoApiException(
                        failure,
                        page + "Send less in one request: smaller parts of an upload, fewer rows of an import.");
            case FOREIGN ->
                new DomoApiException(
                        failure,
                        "That was an HTML page, not Domo's response, so the status says nothing of the object. "
                                + warning
                                + "Check the URL (https://api.domo.com for every customer) and any proxy in between.");
            case TIMED_OUT, TOO_EARLY ->
                new DomoApiException(failure, page + (warning.isEmpty() ? "Try later." : "Check the network."));
            case OTHER ->
                new DomoApiException(
                        failure,
                        answer.code() == 407
                                ? TransportErrors.PROXY_WANTS_USER
                                : page + "Domo's API does not document this status: check the URL, the request and any"
                                        + " proxy in between.");
        };
    }

    /** Names host only: a redirect of a login page carries state in its query. */
    private static String target(Response answer) {
        String location = answer.header("Location", "");
        var url = answer.request().url().resolve(location);
        return url == null ? "an address that cannot be read" : url.scheme() + "://" + url.host();
    }

    private static String words(Response answer, String body, @Nullable ErrorResponse error) {
        if (error == null) {
            String excerpt = Excerpt.of(body);
            return excerpt.isEmpty() ? describedByHeader(answer) : excerpt;
        }
        for (String text :
                new String[] {error.message(), error.errorDescription(), error.error(), error.statusReason()}) {
            if (text != null && !text.isBlank()) {
                return Excerpt.of(text);
            }
        }
        return "";
    }

    /** An expired token has an empty body; what there is to say stands in the header (Domo docs, DataSet API). */
    private static String describedByHeader(Response answer) {
        String header = answer.header("WWW-Authenticate", "");
        int start = header.indexOf("error_description=\"");
        if (start < 0) {
            return "";
        }
        String description = header.substring(start + "error_description=\"".length());
        int end = description.indexOf('"');
        return Excerpt.of(end < 0 ? description : description.substring(0, end));
    }

    private static @Nullable ErrorResponse parse(String body) {
        // Some gateways wrap the object in an array (domo-gopher's fixtures).
        String object = body.strip();
        if (object.startsWith("[") && object.endsWith("]")) {
            object = object.substring(1, object.length() - 1);
        }
        try {
            return object.isEmpty() ? null : ERROR.fromJson(object);
        } catch (IOException | JsonDataException e) {
            return null;
        }
    }
}

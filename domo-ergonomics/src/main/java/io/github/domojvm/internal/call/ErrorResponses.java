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

/** Converts an error response to an exception. */
final class ErrorResponses {
    private static final JsonAdapter<ErrorResponse> ERROR = DomoJson.moshi().adapter(ErrorResponse.class);

    private ErrorResponses() {}

    static Failure read(Response response, String body, CallHistory history) {
        String contentType = response.header("Content-Type", "");
        boolean markup = Markup.isMarkup(contentType, body);
        ErrorResponse error = markup ? null : parse(body);
        boolean wantsCsv = "text/csv".equals(response.request().header("Accept"));
        ErrorKind meaning = ErrorKind.of(response.code(), wantsCsv, error, markup);
        ApiFailure failure = new ApiFailure(
                response.request().method(),
                response.request().url().encodedPath(),
                response.code(),
                error == null ? null : error.toe(),
                reason(response, body, error),
                history.attempts(),
                history.notSent(meaning.failureKind().notProcessed()));
        Duration wait = RetryAfter.parse(WireInterceptor.retryAfter(response), response.header("Date"))
                .orElse(null);
        return new Failure(
                exception(
                        meaning,
                        failure,
                        error,
                        wait,
                        response,
                        history.warning(response.request(), meaning.leavesOpen()),
                        markup),
                meaning.failureKind(),
                wait);
    }

    private static DomoApiException exception(
            ErrorKind meaning,
            ApiFailure failure,
            @Nullable ErrorResponse error,
            @Nullable Duration wait,
            Response response,
            String warning,
            boolean markup) {
        String context = (markup
                        ? "The response is an HTML page, not Domo's JSON: check for a proxy or a maintenance window. "
                        : "")
                + warning;
        return switch (meaning) {
            case TOKEN_REJECTED ->
                response.code() == 406
                        ? new NotFoundException(
                                failure,
                                "For exports, this status means that the DataSet does not exist or that the client may"
                                        + " not read it. Check the id.")
                        : new AuthenticationException(
                                failure,
                                context
                                        + "The service rejects the tokens of this client. Check that the client still"
                                        + " exists and that the URL is that of its service.");
            case SCOPE_MISSING ->
                new PermissionException(
                        failure,
                        error == null ? null : error.scope(),
                        context + "The token lacks the scope '" + (error == null ? "" : error.scope())
                                + "'. Enable it for this client in Domo's developer portal, and add it to the scopes"
                                + " that the client requests.");
            case NO_RIGHT ->
                new PermissionException(
                        failure,
                        null,
                        context + "The user who owns this client lacks the permission. Request it in Domo.");
            case GONE -> new NotFoundException(failure, context + "Check the id; the object may have been deleted.");
            case THROTTLED ->
                new RateLimitException(
                        failure,
                        wait,
                        context + "Reduce the rate of calls"
                                + (wait == null ? "." : ", and wait " + wait.toSeconds() + " s before the next one."));
            case CONFLICT ->
                new ConflictException(failure, context + "Read the object again and check its current state.");
            case BAD_REQUEST ->
                new BadRequestException(failure, context + "Correct the request; a retry without changes fails again.");
            case SERVER ->
                new ServerException(
                        failure,
                        context
                                + (warning.isEmpty() ? "Retry later. " : "")
                                + "If the error persists, report the trace id to Domo's support.");
            case REDIRECT ->
                new DomoApiException(
                        failure,
                        warning + "The response redirects to " + target(response)
                                + ". Redirects are not followed, so that the token is not sent to another host."
                                + " Check the URL of the service.");
            case TOO_LARGE ->
                new DomoApiException(
                        failure,
                        context
                                + "Send less data per request: smaller parts of an upload, or fewer rows of an"
                                + " import.");
            case FOREIGN ->
                new DomoApiException(
                        failure,
                        "The response is an HTML page, not Domo's, so the status does not describe the object. "
                                + warning
                                + "Check the URL (https://api.domo.com for every customer) and any proxy.");
            case TIMED_OUT, TOO_EARLY ->
                new DomoApiException(failure, context + (warning.isEmpty() ? "Retry later." : "Check the network."));
            case OTHER ->
                new DomoApiException(
                        failure,
                        response.code() == 407
                                ? TransportErrors.PROXY_CREDENTIALS
                                : context
                                        + "Domo's API does not document this status. Check the URL, the request and"
                                        + " any proxy.");
        };
    }

    /** Returns only scheme and host: the redirect of a login page carries state in its query. */
    private static String target(Response response) {
        String location = response.header("Location", "");
        var url = response.request().url().resolve(location);
        return url == null ? "an invalid address" : url.scheme() + "://" + url.host();
    }

    private static String reason(Response response, String body, @Nullable ErrorResponse error) {
        if (error == null) {
            String excerpt = Excerpt.of(body);
            return excerpt.isEmpty() ? describedByHeader(response) : excerpt;
        }
        for (String text :
                new String[] {error.message(), error.errorDescription(), error.error(), error.statusReason()}) {
            if (text != null && !text.isBlank()) {
                return Excerpt.of(text);
            }
        }
        return "";
    }

    /** For an expired token, the body is empty and the header has the description (Domo docs, DataSet API). */
    private static String describedByHeader(Response response) {
        String header = response.header("WWW-Authenticate", "");
        int start = header.indexOf("error_description=\"");
        if (start < 0) {
            return "";
        }
        String description = header.substring(start + "error_description=\"".length());
        int end = description.indexOf('"');
        return Excerpt.of(end < 0 ? description : description.substring(0, end));
    }

    private static @Nullable ErrorResponse parse(String body) {
        // Some gateways wrap the object in an array (fixtures of domo-gopher).
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

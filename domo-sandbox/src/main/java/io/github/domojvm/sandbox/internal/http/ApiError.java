package io.github.domojvm.sandbox.internal.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.jetty.http.HttpStatus;

/** An answer that ends a request early; the one place that knows the shapes of Domo's errors. */
public final class ApiError extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String TRACE_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private final transient Answer answer;

    private ApiError(String message, Answer answer) {
        super(message, null, false, false);
        this.answer = answer;
    }

    public Answer answer() {
        return answer;
    }

    public static ApiError standard(int status, String message) {
        ObjectNode body = body(status, HttpStatus.getMessage(status), message);
        return new ApiError(message, Answer.json(status, body));
    }

    public static ApiError badRequest(String message) {
        return standard(400, message);
    }

    public static ApiError notFound(String what, Object id) {
        return standard(404, what + " " + id + " not found");
    }

    public static ApiError methodNotAllowed(String method, String allowed) {
        ApiError error = standard(405, "Request method '" + method + "' not supported");
        return new ApiError("method", error.answer.with("Allow", allowed));
    }

    public static ApiError tooManyRequests(long retryAfterSeconds) {
        ApiError error = standard(429, "Too many requests");
        return new ApiError("rate", error.answer.with("Retry-After", Long.toString(retryAfterSeconds)));
    }

    public static ApiError badCredentials() {
        return standard(401, "Bad credentials");
    }

    /** Refusals of the token endpoint in the form of RFC 6749. */
    public static ApiError oauth(int status, String error, String description) {
        return new ApiError(
                error, Answer.json(status, Json.object().put("error", error).put("error_description", description)));
    }

    public static ApiError insufficientScope(String scope) {
        ObjectNode body = Json.object()
                .put("error", "insufficient_scope")
                .put("error_description", "Insufficient scope for this resource")
                .put("scope", scope);
        return new ApiError("scope", Answer.json(403, body));
    }

    public static ApiError expiredToken(Instant expired) {
        String challenge = "Bearer error=\"invalid_token\", error_description=\"An error occurred while attempting to"
                + " decode the Jwt: Jwt expired at " + Json.seconds(expired)
                + "\", error_uri=\"https://tools.ietf.org/html/rfc6750#section-3.1\"";
        return new ApiError("expired", Answer.empty(401).with("WWW-Authenticate", challenge));
    }

    public static ApiError noToken() {
        return new ApiError(
                "no token", Answer.json(403, Json.object().put("status", 403).put("toe", trace())));
    }

    public static ApiError noTokenOlderForm(String path) {
        String message =
                "An Authentication object was not found: Full authentication is required to access this resource";
        ObjectNode body = body(401, "Internal Server Error", message).put("path", path);
        return new ApiError("no token", Answer.json(401, body));
    }

    public static Answer notAcceptablePage() {
        String page = "<html><head><title>Error 406 Not Acceptable</title></head>"
                + "<body><h2>HTTP ERROR 406</h2><p>Reason: Not Acceptable</p></body></html>\n";
        return Answer.bytes(406, "text/html;charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode body(int status, String reason, String message) {
        return Json.object()
                .put("status", status)
                .put("statusReason", reason)
                .put("message", message)
                .put("toe", trace());
    }

    /** Makes a support reference ("thread of execution") of the shape Domo shows. */
    private static String trace() {
        StringBuilder trace = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            if (i == 10 || i == 15) {
                trace.append('-');
            }
            trace.append(TRACE_LETTERS.charAt(ThreadLocalRandom.current().nextInt(TRACE_LETTERS.length())));
        }
        return trace.toString();
    }
}

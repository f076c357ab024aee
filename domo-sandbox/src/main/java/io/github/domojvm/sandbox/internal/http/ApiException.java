package io.github.domojvm.sandbox.internal.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.jetty.http.HttpStatus;

/** An error response. Defines the formats of Domo's errors. */
public final class ApiException extends RuntimeException {
    public static final int TOO_MANY_REQUESTS = 429;

    private static final long serialVersionUID = 1L;
    private static final String TRACE_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private final transient ApiResponse response;

    private ApiException(String message, ApiResponse response) {
        super(message, null, false, false);
        this.response = response;
    }

    public ApiResponse response() {
        return response;
    }

    public static ApiException standard(int status, String message) {
        ObjectNode body = body(status, HttpStatus.getMessage(status), message);
        return new ApiException(message, ApiResponse.json(status, body));
    }

    public static ApiException badRequest(String message) {
        return standard(400, message);
    }

    public static ApiException notFound(String what, Object id) {
        return standard(404, what + " " + id + " not found");
    }

    public static ApiException methodNotAllowed(String method, String allowed) {
        ApiException error = standard(405, "Request method '" + method + "' not supported");
        return new ApiException("method", error.response.with("Allow", allowed));
    }

    public static ApiException unsupportedContentType(String type, String accepted) {
        return standard(415, "Content type '" + type + "' not supported; send " + accepted);
    }

    /** Creates an error with {@code Retry-After}, the time to wait in whole seconds. */
    public static ApiException tooManyRequests(String message, Duration wait) {
        ApiException error = standard(TOO_MANY_REQUESTS, message);
        String seconds = Long.toString(wait.plusMillis(999).toSeconds());
        return new ApiException("rate", error.response.with("Retry-After", seconds));
    }

    public static ApiException badCredentials() {
        return standard(401, "Bad credentials");
    }

    /** Creates an error of the token endpoint in the format of RFC 6749. */
    public static ApiException oauth(int status, String error, String description) {
        return new ApiException(
                error,
                ApiResponse.json(status, Json.object().put("error", error).put("error_description", description)));
    }

    public static ApiException insufficientScope(String scope) {
        ObjectNode body = Json.object()
                .put("error", "insufficient_scope")
                .put("error_description", "Insufficient scope for this resource")
                .put("scope", scope);
        return new ApiException("scope", ApiResponse.json(403, body));
    }

    public static ApiException expiredToken(Instant expired) {
        String challenge = "Bearer error=\"invalid_token\", error_description=\"An error occurred while attempting to"
                + " decode the Jwt: Jwt expired at " + Json.seconds(expired)
                + "\", error_uri=\"https://tools.ietf.org/html/rfc6750#section-3.1\"";
        return new ApiException("expired", ApiResponse.empty(401).with("WWW-Authenticate", challenge));
    }

    public static ApiException noToken() {
        return new ApiException(
                "no token",
                ApiResponse.json(403, Json.object().put("status", 403).put("toe", trace())));
    }

    public static ApiException noTokenOlderForm(String path) {
        String message =
                "An Authentication object was not found: Full authentication is required to access this resource";
        ObjectNode body = body(401, "Internal Server Error", message).put("path", path);
        return new ApiException("no token", ApiResponse.json(401, body));
    }

    public static ApiResponse notAcceptablePage() {
        String page = "<html><head><title>Error 406 Not Acceptable</title></head>"
                + "<body><h2>HTTP ERROR 406</h2><p>Reason: Not Acceptable</p></body></html>\n";
        return ApiResponse.bytes(406, "text/html;charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode body(int status, String reason, String message) {
        return Json.object()
                .put("status", status)
                .put("statusReason", reason)
                .put("message", message)
                .put("toe", trace());
    }

    /** Creates a support reference ("thread of execution") in Domo's format. */
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

package io.github.domojvm.internal.call;

import io.github.domojvm.rest.model.ErrorResponse;
import org.jspecify.annotations.Nullable;

/** The meaning of an error response, which the status alone does not determine. */
enum ErrorKind {
    /** The token is missing or invalid. The request was not processed, and may succeed with a new token. */
    TOKEN_REJECTED,
    SCOPE_MISSING,
    NO_RIGHT,
    GONE,
    THROTTLED,
    CONFLICT,
    BAD_REQUEST,
    REDIRECT,
    SERVER,
    /** 408: the service reports that it did not receive the complete request in time. */
    TIMED_OUT,
    /** 425: the service has not processed the request (RFC 8470). */
    TOO_EARLY,
    TOO_LARGE,
    /**
     * An error status with an HTML page: it comes from a proxy, a gateway or another host, and does not describe the
     * object.
     */
    FOREIGN,
    OTHER;

    /** Returns what the error means for another attempt. */
    Failure.Kind failureKind() {
        return switch (this) {
            case TOKEN_REJECTED -> Failure.Kind.TOKEN_REJECTED;
            case THROTTLED -> Failure.Kind.THROTTLED;
            case TOO_EARLY -> Failure.Kind.NOT_PROCESSED;
            case SERVER, TIMED_OUT -> Failure.Kind.UNCERTAIN;
            default -> Failure.Kind.FINAL;
        };
    }

    /** Returns whether the request may have been processed. */
    boolean leavesOpen() {
        return switch (this) {
            case SERVER, TIMED_OUT, REDIRECT, FOREIGN -> true;
            default -> false;
        };
    }

    /**
     * Determines the kind of an error response.
     *
     * @param status the HTTP status
     * @param wantsCsv whether the request accepts only CSV, so that the service cannot send a JSON error
     * @param body the error body, null if it is not JSON
     * @param markup whether the body is HTML
     */
    static ErrorKind of(int status, boolean wantsCsv, @Nullable ErrorResponse body, boolean markup) {
        if (markup && isRefusal(status, wantsCsv)) {
            return FOREIGN;
        }
        return switch (status) {
            case 401 -> TOKEN_REJECTED;
            case 403 -> forbidden(body);
            case 406 -> wantsCsv && markup ? TOKEN_REJECTED : OTHER;
            // "Infrastructure problem (403): Access is denied" (domo-node-sdk issue 6).
            case 400 ->
                body != null && contains(body.message(), "Infrastructure problem (403)") ? NO_RIGHT : BAD_REQUEST;
            case 404 -> GONE;
            case 408 -> TIMED_OUT;
            case 409 -> CONFLICT;
            case 413 -> TOO_LARGE;
            case 415, 422 -> BAD_REQUEST;
            case 425 -> TOO_EARLY;
            case 429 -> THROTTLED;
            default -> status >= 500 ? SERVER : status < 400 ? REDIRECT : OTHER;
        };
    }

    /** On exports, Domo itself sends HTML with 406. The statuses listed mean the same when a proxy sends them. */
    private static boolean isRefusal(int status, boolean wantsCsv) {
        return switch (status) {
            case 401, 407, 408, 413, 425, 429 -> false;
            case 406 -> !wantsCsv;
            default -> status >= 400 && status < 500;
        };
    }

    /**
     * For a missing or malformed token, the service returns 403 with only a status and a trace id (Domo docs, DataSet
     * API).
     */
    private static ErrorKind forbidden(@Nullable ErrorResponse body) {
        if (body == null) {
            return NO_RIGHT;
        }
        if ("insufficient_scope".equals(body.error())) {
            return SCOPE_MISSING;
        }
        boolean unexplained = body.message() == null && body.error() == null && body.statusReason() == null;
        return unexplained && body.toe() != null ? TOKEN_REJECTED : NO_RIGHT;
    }

    private static boolean contains(@Nullable String text, String part) {
        return text != null && text.contains(part);
    }
}

package io.github.domojvm.internal.call;

import io.github.domojvm.rest.model.ErrorResponse;
import org.jspecify.annotations.Nullable;

/** What an error answer means: the one table, since the status alone does not tell. */
enum ErrorKind {
    /** No valid token came with the call; a fresh one may help, and the call was not accepted. */
    TOKEN_REJECTED,
    SCOPE_MISSING,
    NO_RIGHT,
    GONE,
    THROTTLED,
    CONFLICT,
    BAD_REQUEST,
    REDIRECT,
    SERVER,
    /** 408: the service did not get the whole call in time, as far as it says. */
    TIMED_OUT,
    /** 425: the service is unwilling to process the call yet (RFC 8470), so it has not. */
    TOO_EARLY,
    TOO_LARGE,
    /**
     * A refusal by an HTML page: the status is that of a proxy, a gateway or another host, and says nothing of the
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

    /** Returns whether the call may well have been processed; a plain refusal is none of these. */
    boolean leavesOpen() {
        return switch (this) {
            case SERVER, TIMED_OUT, REDIRECT, FOREIGN -> true;
            default -> false;
        };
    }

    /**
     * Reads the table.
     *
     * @param status the HTTP status
     * @param wantsCsv whether the call asked for CSV only, so that the service could not render a JSON error
     * @param body the error as far as it was JSON, null when it was not
     * @param markup whether the body was a web page
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

    /** Domo itself sends HTML with 406 on exports; the other statuses mean the same from whatever is in between. */
    private static boolean isRefusal(int status, boolean wantsCsv) {
        return switch (status) {
            case 401, 407, 408, 413, 425, 429 -> false;
            case 406 -> !wantsCsv;
            default -> status >= 400 && status < 500;
        };
    }

    /**
     * A missing or garbage token is answered 403 with a status and a trace, and no word more (Domo docs, DataSet API).
     */
    private static ErrorKind forbidden(@Nullable ErrorResponse body) {
        if (body == null) {
            return NO_RIGHT;
        }
        if ("insufficient_scope".equals(body.error())) {
            return SCOPE_MISSING;
        }
        boolean silent = body.message() == null && body.error() == null && body.statusReason() == null;
        return silent && body.toe() != null ? TOKEN_REJECTED : NO_RIGHT;
    }

    private static boolean contains(@Nullable String text, String part) {
        return text != null && text.contains(part);
    }
}

package io.github.domojvm.internal;

import io.github.domojvm.rest.model.ErrorAnswer;
import org.jspecify.annotations.Nullable;

/** What an error answer means: the one table, since the status alone does not tell. */
enum Meaning {
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
    /** 408 and 425: the service wants the call again. */
    TRY_AGAIN,
    OTHER;

    /**
     * Reads the table.
     *
     * @param status the HTTP status
     * @param wantsCsv whether the call asked for CSV only, so that the service could not render a JSON error
     * @param body the error as far as it was JSON, null when it was not
     * @param markup whether the body was a web page
     */
    static Meaning of(int status, boolean wantsCsv, @Nullable ErrorAnswer body, boolean markup) {
        return switch (status) {
            case 401 -> TOKEN_REJECTED;
            case 403 -> forbidden(body);
            case 406 -> wantsCsv && markup ? TOKEN_REJECTED : OTHER;
            // "Infrastructure problem (403): Access is denied" (domo-node-sdk issue 6).
            case 400 ->
                body != null && contains(body.message(), "Infrastructure problem (403)") ? NO_RIGHT : BAD_REQUEST;
            case 404 -> GONE;
            case 408, 425 -> TRY_AGAIN;
            case 409 -> CONFLICT;
            case 415, 422 -> BAD_REQUEST;
            case 429 -> THROTTLED;
            default -> status >= 500 ? SERVER : status < 400 ? REDIRECT : OTHER;
        };
    }

    /** A missing or garbage token is answered 403 with a status and a trace, and no word more (Domo docs, DataSet API). */
    private static Meaning forbidden(@Nullable ErrorAnswer body) {
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

package io.github.domojvm.simulation;

/** What can happen to a request on its way to the service, and to its response on the way back. */
enum Fault {
    CONNECTION_REFUSED(4, "no connection; the request is not sent"),
    RESET_BEFORE_BODY(3, "the connection breaks before the body; the request is not processed"),
    RESET_IN_BODY(3, "the connection breaks in the body; the request is not processed"),
    RESPONSE_LOST(10, "the request is processed, and the connection breaks before the response"),
    RESPONSE_TRUNCATED(3, "the request is processed, and the connection breaks in the body of the response"),
    DUPLICATED(6, "the request is processed twice, and the second response is returned"),
    RESPONSE_EMPTY(2, "the request is processed, and the response has no body"),
    SLOW_PROCESSING(4, "the request is processed after up to 100 seconds"),
    SLOW_RESPONSE(4, "the request is processed, and the response arrives up to 100 seconds later"),
    REQUEST_STALLED(3, "the request is not processed, and no response arrives"),
    RESPONSE_STALLED(3, "the request is processed, and no response arrives"),
    BAD_REQUEST(2, "status 400, processed or not"),
    UNAUTHORIZED(3, "status 401, not processed"),
    FORBIDDEN(2, "status 403, processed or not"),
    NOT_FOUND(3, "status 404, processed or not"),
    REQUEST_TIMEOUT(2, "status 408, processed or not"),
    CONFLICT(2, "status 409, processed or not"),
    TOO_LARGE(1, "status 413, not processed"),
    TOO_EARLY(2, "status 425, not processed"),
    THROTTLED(3, "status 429 without Retry-After, not processed"),
    THROTTLED_WITH_WAIT(3, "status 429 with Retry-After, not processed"),
    SERVER_ERROR(4, "status 500, processed or not"),
    BAD_GATEWAY(3, "status 502 with an HTML page, processed or not"),
    UNAVAILABLE(4, "status 503 with Retry-After, not processed"),
    GATEWAY_TIMEOUT(4, "status 504, processed"),
    HTML_PAGE(4, "status 200 with an HTML page, processed or not"),
    HTML_ERROR(2, "status 403 or 404 with an HTML page, processed or not"),
    PORTAL_JSON(3, "status 200 with JSON of a portal, not processed"),
    REDIRECT(2, "status 302 to another host, not processed");

    /** How often this fault occurs in comparison with the others. */
    final int weight;

    final String meaning;

    Fault(int weight, String meaning) {
        this.weight = weight;
        this.meaning = meaning;
    }
}

package io.github.domojvm.observe;

import io.github.domojvm.error.DomoException;
import java.time.Duration;
import java.util.Optional;

/**
 * One attempt of a call. It holds no query, header or body, and so no secret.
 *
 * @param method the HTTP method
 * @param path the path, with the ids of what the call was about
 * @param number which attempt it was, from 1
 * @param status the HTTP status, 0 when no answer came
 * @param duration how long it took, from sending to the end of the answer
 * @param failure what went wrong, empty when it succeeded
 */
public record CallAttempt(
        String method, String path, int number, int status, Duration duration, Optional<DomoException> failure) {
    /**
     * Gives the path without ids, as metrics want it: a segment with a digit stands for any.
     *
     * @return such as {@code /v1/streams/{id}/executions/{id}/commit}
     */
    public String pathTemplate() {
        return path.replaceAll("/[^/]*\\d[^/]*(?=/|$)", "/{id}").replaceFirst("^/\\{id}/", "/v1/");
    }
}

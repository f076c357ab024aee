package io.github.domojvm.observe;

import io.github.domojvm.error.DomoException;
import java.time.Duration;
import java.util.Optional;

/**
 * One attempt of a call. It holds no query, header or body, and of the path only what is known to be an id.
 *
 * @param operation the name of the operation, such as {@code commitExecution}; {@code other} for one that is not of
 *     this API
 * @param method the HTTP method
 * @param pathTemplate the path without ids, as metrics want it, such as {@code /v1/datasets/{dataSetId}}
 * @param path the path with its numbers and UUIDs; any other text stays the name of its place
 * @param number which attempt it was, from 1
 * @param status the HTTP status, 0 when no answer came
 * @param duration how long it took, from sending to the end of the answer
 * @param failure what went wrong, empty when it succeeded
 */
public record CallAttempt(
        String operation,
        String method,
        String pathTemplate,
        String path,
        int number,
        int status,
        Duration duration,
        Optional<DomoException> failure) {}

package io.github.domojvm.observe;

import io.github.domojvm.error.DomoException;
import java.time.Duration;
import java.util.Optional;

/**
 * One attempt of a call. Contains no query, header or body, and only those parts of the path that are known to be ids.
 *
 * @param operation the name of the operation, such as {@code commitExecution}; {@code other} for a request that is not
 *     part of this API
 * @param method the HTTP method
 * @param pathTemplate the path without ids, suitable for metrics, such as {@code /v1/datasets/{dataSetId}}
 * @param path the path with ids that are numbers or UUIDs; any other value is replaced by the name of its parameter
 * @param number the number of the attempt, from 1
 * @param status the HTTP status; 0 if no response arrived
 * @param duration the time from sending the request to the end of the response
 * @param failure the failure; empty if the attempt succeeded
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

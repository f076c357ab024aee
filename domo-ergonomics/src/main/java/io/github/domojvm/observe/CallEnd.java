package io.github.domojvm.observe;

import io.github.domojvm.error.DomoException;
import java.time.Duration;
import java.util.Optional;

/**
 * The end of a call, after all its attempts.
 *
 * @param last the last attempt; its number is the number of attempts
 * @param duration the duration of the call, including all attempts and the waits between them
 * @param failure the exception that the caller received; empty if the call succeeded
 */
public record CallEnd(CallAttempt last, Duration duration, Optional<DomoException> failure) {}

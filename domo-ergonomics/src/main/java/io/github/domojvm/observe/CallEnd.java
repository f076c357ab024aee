package io.github.domojvm.observe;

import io.github.domojvm.error.DomoException;
import java.time.Duration;
import java.util.Optional;

/**
 * The end of a call, after all its attempts.
 *
 * @param last the last attempt; its number tells how often the call was sent
 * @param duration how long the call took with all attempts and the waits between
 * @param failure what the caller was told, empty when the call succeeded
 */
public record CallEnd(CallAttempt last, Duration duration, Optional<DomoException> failure) {}

package io.github.domojvm.sandbox;

import io.github.domojvm.sandbox.internal.http.ApiException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Limits the number of requests in a time window. A limit of 0 disables it. */
final class RateLimit {
    private final int limit;
    private final Duration window;
    private final Clock clock;
    private Instant windowEnd = Instant.MIN;
    private int seen;

    RateLimit(Settings settings) {
        limit = settings.requestLimit();
        window = settings.requestWindow();
        clock = settings.clock();
    }

    synchronized void count() {
        if (limit == 0) {
            return;
        }
        Instant now = clock.instant();
        if (!now.isBefore(windowEnd)) {
            windowEnd = now.plus(window);
            seen = 0;
        }
        seen++;
        if (seen > limit) {
            throw ApiException.tooManyRequests("Too many requests", Duration.between(now, windowEnd));
        }
    }
}

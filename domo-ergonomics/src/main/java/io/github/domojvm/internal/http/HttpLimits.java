package io.github.domojvm.internal.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The limits of responses.
 *
 * @param responseTimeout the time until the headers of a response arrive, for a request without a body; null for no
 *     limit
 * @param minUploadRate the rate in bytes per second at which the body of a request extends that time
 * @param minDownloadRate the minimum rate of a body in bytes per second, 0 for none
 * @param window the waiting time over which the minimum rate is measured
 * @param maxJsonBytes the maximum size of a body that is decoded in memory, {@link Long#MAX_VALUE} for none
 */
public record HttpLimits(
        @Nullable Duration responseTimeout,
        long minUploadRate,
        long minDownloadRate,
        Duration window,
        long maxJsonBytes) {
    /** No limits. */
    public static final HttpLimits NONE = new HttpLimits(null, 1, 0, Duration.ZERO, Long.MAX_VALUE);

    private static final double NANOS_PER_SECOND = 1e9;

    /** About 146 years, small enough to be added to the value of a clock. */
    private static final long LONGEST_NANOS = Long.MAX_VALUE / 2;

    /**
     * Returns the time until the headers of a response must arrive.
     *
     * @param requestBytes the size of the request's body, negative if it is unknown
     * @return nanoseconds; 0 if there is no limit
     */
    long responseNanos(long requestBytes) {
        if (responseTimeout == null || requestBytes < 0) {
            return 0;
        }
        long nanos = nanos(responseTimeout);
        double upload = (double) requestBytes / minUploadRate * NANOS_PER_SECOND;
        return upload < LONGEST_NANOS - nanos ? nanos + (long) upload : LONGEST_NANOS;
    }

    /** Returns whether a body that received these bytes while waiting for the window is too slow. */
    boolean isTooSlow(long bytes) {
        return bytes < minDownloadRate * (windowNanos() / NANOS_PER_SECOND);
    }

    long windowNanos() {
        return nanos(window);
    }

    private static long nanos(Duration time) {
        return time.compareTo(Duration.ofNanos(LONGEST_NANOS)) < 0 ? time.toNanos() : LONGEST_NANOS;
    }
}

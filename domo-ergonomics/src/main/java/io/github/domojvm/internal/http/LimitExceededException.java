package io.github.domojvm.internal.http;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A response exceeded one of the {@link HttpLimits}. The message names the limit and the setting. */
public final class LimitExceededException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Which limit was exceeded. */
    private final Limit limit;

    /** What happened. */
    private final String problem;

    /** What to do next. */
    private final String advice;

    private enum Limit {
        TIME,
        RATE,
        SIZE
    }

    private LimitExceededException(Limit limit, String problem, String advice, @Nullable IOException cause) {
        super(problem + ". " + advice, cause);
        this.limit = limit;
        this.problem = problem;
        this.advice = advice;
    }

    static LimitExceededException noResponse(Duration time, long requestBytes, IOException cause) {
        boolean body = requestBytes > 0;
        return new LimitExceededException(
                Limit.TIME,
                "no response arrived within " + seconds(time)
                        + (body ? ", the limit for a request of " + requestBytes + " bytes" : ""),
                "Check the network, or set a longer responseTimeout" + (body ? " or a lower minUploadRate" : "")
                        + " in the ResponseLimits of the client.",
                cause);
    }

    static LimitExceededException tooSlow(HttpLimits limits) {
        return new LimitExceededException(
                Limit.RATE,
                "the response was slower than " + limits.minDownloadRate() + " bytes/s over "
                        + seconds(limits.window()),
                "Check the network, or set a lower minDownloadRate in the ResponseLimits of the client.",
                null);
    }

    static LimitExceededException tooLarge(long maxBytes) {
        return new LimitExceededException(
                Limit.SIZE,
                "the response is larger than " + maxBytes + " bytes after decompression",
                "Request less data, or set a larger maxJsonBytes in the ResponseLimits of the client.",
                null);
    }

    /**
     * Returns what happened.
     *
     * @return a clause
     */
    public String problem() {
        return problem;
    }

    /**
     * Returns what to do next.
     *
     * @return a sentence
     */
    public String advice() {
        return advice;
    }

    /**
     * Returns whether the response was too large, so that a retry would fail in the same way.
     *
     * @return false if it was late or slow
     */
    public boolean isTooLarge() {
        return limit == Limit.SIZE;
    }

    private static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }
}

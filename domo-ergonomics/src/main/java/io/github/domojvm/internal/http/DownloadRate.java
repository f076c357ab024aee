package io.github.domojvm.internal.http;

import java.io.IOException;
import java.util.function.LongSupplier;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Source;

/**
 * Measures the rate of a body. Only the time within reads counts, so that a slow reader does not affect it. The wait
 * for the first byte and a read that receives nothing are limited by the idle timeout.
 *
 * <p>Bytes are counted as they arrive and after decompression, and the larger number counts: highly compressed rows may
 * arrive slowly, and a decompressor may read many bytes without producing any.
 */
final class DownloadRate {
    private final HttpLimits limits;
    private final LongSupplier nanos;
    private boolean begun;
    private long waited;
    private long received;
    private long decoded;

    DownloadRate(HttpLimits limits, LongSupplier nanos) {
        this.limits = limits;
        this.nanos = nanos;
    }

    /** Returns the body as it arrives. Its reads throw {@link LimitExceededException} if it is too slow. */
    Source measured(Source body) {
        return new ForwardingSource(body) {
            @Override
            public long read(Buffer sink, long byteCount) throws IOException {
                long start = nanos.getAsLong();
                long count = super.read(sink, byteCount);
                if (count >= 0) {
                    received(count, nanos.getAsLong() - start);
                }
                return count;
            }
        };
    }

    void decoded(long count) {
        decoded += count;
    }

    private void received(long count, long time) throws LimitExceededException {
        received += count;
        waited += begun ? time : 0;
        begun = true;
        if (waited < limits.windowNanos()) {
            return;
        }
        if (limits.isTooSlow(Math.max(received, decoded))) {
            throw LimitExceededException.tooSlow(limits);
        }
        waited = 0;
        received = 0;
        decoded = 0;
    }
}

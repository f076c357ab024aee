package io.github.domojvm.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import okio.Buffer;
import okio.Source;
import okio.Timeout;
import org.junit.jupiter.api.Test;

class DownloadRateTest {
    private static final HttpLimits LIMITS = new HttpLimits(null, 1, 1_000, Duration.ofMinutes(1), Long.MAX_VALUE);

    private long now = Long.MAX_VALUE - 1; // overflows, as System.nanoTime() may
    private final Server server = new Server();
    private final DownloadRate rate = new DownloadRate(LIMITS, () -> now);
    private final Source body = rate.measured(server);

    @Test
    void endsABodyThatDrips() throws IOException {
        read(1, Duration.ZERO);
        for (int second = 1; second < 60; second++) {
            read(1, Duration.ofSeconds(1));
        }
        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> read(1, Duration.ofSeconds(1)))
                .withMessage("the response was slower than 1000 bytes/s over 60 s. Check the network, or set a lower"
                        + " minDownloadRate in the ResponseLimits of the client.");
    }

    @Test
    void acceptsABodyAtTheMinimumRate() throws IOException {
        for (int second = 0; second < 1_000; second++) {
            read(1_000, Duration.ofSeconds(1));
        }
    }

    @Test
    void measuresEachWindowSeparately() throws IOException {
        read(1_000_000, Duration.ZERO);
        read(1, Duration.ofSeconds(60));
        assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> read(1, Duration.ofSeconds(60)));
    }

    @Test
    void doesNotCountTheTimeBetweenReads() throws IOException {
        for (int row = 0; row < 1_000; row++) {
            read(1, Duration.ZERO);
            now += Duration.ofHours(1).toNanos();
        }
    }

    @Test
    void doesNotCountTheWaitForTheFirstByte() throws IOException {
        read(1, Duration.ofMinutes(10));
        read(1, Duration.ofSeconds(59));
    }

    @Test
    void doesNotCountTheEndOfTheBody() throws IOException {
        read(1, Duration.ZERO);
        server.plan(-1, Duration.ofMinutes(10));
        assertThat(body.read(new Buffer(), 8192)).isEqualTo(-1);
    }

    @Test
    void countsTheBytesAfterDecompression() throws IOException {
        for (int second = 0; second < 1_000; second++) {
            read(1, Duration.ofSeconds(1));
            rate.decoded(1_000);
        }
    }

    private void read(int bytes, Duration wait) throws IOException {
        server.plan(bytes, wait);
        assertThat(body.read(new Buffer(), Long.MAX_VALUE)).isEqualTo(bytes);
    }

    /** Returns the planned number of bytes in each read, after the planned wait. */
    private final class Server implements Source {
        private int bytes;
        private Duration wait = Duration.ZERO;

        void plan(int count, Duration duration) {
            bytes = count;
            wait = duration;
        }

        @Override
        public long read(Buffer sink, long byteCount) {
            now += wait.toNanos();
            if (bytes > 0) {
                sink.write(new byte[bytes]);
            }
            return bytes;
        }

        @Override
        public Timeout timeout() {
            return Timeout.NONE;
        }

        @Override
        public void close() {}
    }
}

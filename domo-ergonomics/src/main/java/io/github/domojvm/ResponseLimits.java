package io.github.domojvm;

import io.github.domojvm.internal.Args;
import io.github.domojvm.internal.http.HttpLimits;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The limits of responses: when a response must begin, its minimum rate, and the maximum size of JSON. They protect a
 * program from a service or proxy that responds slowly, without end or with too much. Immutable and thread-safe.
 *
 * <pre>{@code
 * DomoClient domo = DomoClient.builder()
 *         .environment(System.getenv())
 *         .responseLimits(ResponseLimits.builder().responseTimeout(Duration.ofMinutes(10)).build())
 *         .build();
 * }</pre>
 *
 * <p>A response that begins too late or is too slow counts as a lost response and is retried like one; finally
 * {@link io.github.domojvm.error.DomoIoException} is thrown. JSON that is too large is not retried and throws
 * {@link io.github.domojvm.error.DomoDataException} with the reason
 * {@link io.github.domojvm.error.FailureReason#RESPONSE_TOO_LARGE RESPONSE_TOO_LARGE}.
 *
 * <p>These limits apply to each attempt, in addition to the timeouts of {@link DomoClientBuilder}: the first one that
 * is exceeded ends the attempt. The idle timeout limits the time without any traffic, also before a response begins.
 */
public final class ResponseLimits {
    private static final ResponseLimits DEFAULTS = builder().build();

    private static final ResponseLimits NONE = new ResponseLimits(HttpLimits.NONE);

    final HttpLimits http;

    private ResponseLimits(HttpLimits http) {
        this.http = http;
    }

    /**
     * Returns the default limits of a client.
     *
     * @return the limits with the defaults of the builder
     */
    public static ResponseLimits defaults() {
        return DEFAULTS;
    }

    /**
     * Returns limits that are all switched off.
     *
     * @return no limits
     */
    public static ResponseLimits none() {
        return NONE;
    }

    /**
     * Returns a builder with the default limits.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link ResponseLimits}. Not thread-safe. */
    public static final class Builder {
        private @Nullable Duration responseTimeout = Duration.ofMinutes(2);
        private long minUploadRate = 50_000;
        private long minDownloadRate = 1_000;
        private Duration window = Duration.ofMinutes(1);
        private long maxJsonBytes = 64 << 20;

        private Builder() {}

        /**
         * Sets the time within which the headers of a response must arrive, including connecting and sending the
         * request; by default 2 minutes. The body of a request extends it, see {@link #minUploadRate}.
         *
         * @param responseTimeout positive
         * @return this builder
         */
        public Builder responseTimeout(Duration responseTimeout) {
            this.responseTimeout = Args.positive("responseTimeout", responseTimeout);
            return this;
        }

        /**
         * Switches off the response timeout, so that only the idle timeout limits the wait for a response.
         *
         * @return this builder
         */
        public Builder withoutResponseTimeout() {
            this.responseTimeout = null;
            return this;
        }

        /**
         * Sets the rate at which the body of a request extends the response timeout; by default 50,000 bytes/s, so that
         * a part of 5 MB has 100 s more. Parts that are sent in parallel share the bandwidth. The limit does not apply
         * to bodies of unknown size, which this library does not send.
         *
         * @param bytesPerSecond positive
         * @return this builder
         */
        public Builder minUploadRate(long bytesPerSecond) {
            this.minUploadRate = Args.positive("bytesPerSecond", bytesPerSecond);
            return this;
        }

        /**
         * Sets the minimum rate of a response, measured from the first byte of its body; by default 1,000 bytes/s over
         * 1 minute. It applies to exports too. Only the time spent waiting for the response counts, so that rows may be
         * read slowly. Of a compressed response, the larger of both sizes counts.
         *
         * @param bytesPerSecond positive
         * @param window the waiting time over which the rate is measured, positive
         * @return this builder
         */
        public Builder minDownloadRate(long bytesPerSecond, Duration window) {
            this.minDownloadRate = Args.positive("bytesPerSecond", bytesPerSecond);
            this.window = Args.positive("window", window);
            return this;
        }

        /**
         * Switches off the minimum rate, so that only the idle timeout limits the time of a response.
         *
         * @return this builder
         */
        public Builder withoutMinDownloadRate() {
            this.minDownloadRate = 0;
            return this;
        }

        /**
         * Sets the maximum size of JSON after decompression; by default 64 MiB. It applies to every response but
         * exports, which {@link io.github.domojvm.dataset.ExportOptions.Builder#maxBytes} limits, and attachments.
         *
         * @param maxJsonBytes positive
         * @return this builder
         */
        public Builder maxJsonBytes(long maxJsonBytes) {
            this.maxJsonBytes = Args.positive("maxJsonBytes", maxJsonBytes);
            return this;
        }

        /**
         * Switches off the maximum size of JSON.
         *
         * @return this builder
         */
        public Builder withoutMaxJsonBytes() {
            this.maxJsonBytes = Long.MAX_VALUE;
            return this;
        }

        /**
         * Creates the limits.
         *
         * @return the limits
         */
        public ResponseLimits build() {
            return new ResponseLimits(
                    new HttpLimits(responseTimeout, minUploadRate, minDownloadRate, window, maxJsonBytes));
        }
    }
}

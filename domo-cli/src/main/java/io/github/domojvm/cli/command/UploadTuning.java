package io.github.domojvm.cli.command;

import io.github.domojvm.stream.CommitInterval;
import io.github.domojvm.stream.UploadRequest;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that tune the parts and the commit of an upload. The defaults suit most uploads. */
final class UploadTuning {
    /** The client has no threads for more parts; they would only wait. */
    private static final int MAX_PARALLEL = 16;

    /** Per part in flight. The library checks this as well, but only when the request is built. */
    private static final long MIN_MEMORY = 1 << 20;

    @Option(
            names = "--parallel",
            paramLabel = "N",
            defaultValue = "4",
            description = "Number of parts uploaded in parallel, 1 to 16 (default: ${DEFAULT-VALUE}).")
    private int parallel;

    @Option(
            names = "--part-rows",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Maximum number of rows in a part (default: ${DEFAULT-VALUE}).")
    private int partRows;

    @Option(
            names = "--part-bytes",
            paramLabel = "SIZE",
            defaultValue = "32m",
            converter = Size.class,
            description = "Maximum size of a part before compression. It is limited to --memory divided by --parallel"
                    + " (default: ${DEFAULT-VALUE}).")
    private long partBytes;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            defaultValue = "64m",
            converter = Size.class,
            description = "Memory for the parts in flight, at least 1m per part (default: ${DEFAULT-VALUE}).")
    private long memory;

    @Option(
            names = "--level",
            paramLabel = "1..9",
            description = "Compression level of gzip: 1 is fastest, 9 is smallest (default: 1).")
    private @Nullable Integer level;

    @Option(
            names = "--early-commit",
            paramLabel = "ACTION",
            defaultValue = "retry",
            converter = EarlyCommit.Converter.class,
            description =
                    "What to do if the Stream was committed less than --commit-interval ago: retry sends the commit"
                            + " and retries it after the interval if the service rejects it, wait waits before anything is"
                            + " sent, fail fails before anything is sent (default: ${DEFAULT-VALUE}).")
    private EarlyCommit earlyCommit = CommitInterval::waitAfterRefusal;

    @Option(
            names = "--commit-interval",
            paramLabel = "TIME",
            defaultValue = "15m",
            converter = Delay.class,
            description =
                    "Minimum time between two commits of a Stream, by your Domo plan (default: ${DEFAULT-VALUE}).")
    private Duration commitInterval = Duration.ofMinutes(15);

    @Option(names = "--no-gzip", description = "Upload the parts uncompressed. Useful only on very fast networks.")
    private boolean noGzip;

    @Option(
            names = "--adaptive-gzip",
            description = "Choose the compression of each part by the state of the network: none, or level 1 to 7.")
    private boolean adaptiveGzip;

    @Option(
            names = "--progress-timeout",
            paramLabel = "TIME",
            defaultValue = "30m",
            converter = Delay.class,
            description = "Fail if no part is acknowledged for this time while parts are being sent (default:"
                    + " ${DEFAULT-VALUE}).")
    private Duration progressTimeout = Duration.ofMinutes(30);

    @Option(
            names = "--processing-timeout",
            paramLabel = "TIME",
            defaultValue = "1h",
            converter = Delay.class,
            description = "Maximum time to wait for the processing after the commit (default: ${DEFAULT-VALUE}). The"
                    + " rows are then committed but not verified.")
    private Duration processingTimeout = Duration.ofHours(1);

    /** Checks the settings before any request is sent. */
    void check() {
        require(parallel >= 1 && parallel <= MAX_PARALLEL, "--parallel", "1 to " + MAX_PARALLEL, parallel);
        require(partRows > 0, "--part-rows", "positive", partRows);
        require(partBytes > 0, "--part-bytes", "positive", partBytes);
        require(!progressTimeout.isZero(), "--progress-timeout", "positive", 0);
        require(
                memory / parallel >= MIN_MEMORY,
                "--memory",
                "at least 1m for each of the " + parallel + " parts in flight",
                memory);
        if (level != null) {
            require(level >= 1 && level <= 9, "--level", "1 to 9", level);
        }
        if (Stream.of(level != null, noGzip, adaptiveGzip)
                        .filter(given -> given)
                        .count()
                > 1) {
            throw new IllegalArgumentException("--level, --no-gzip and --adaptive-gzip are mutually exclusive");
        }
    }

    /** Applies the settings to a request. */
    void apply(UploadRequest.Builder request) {
        request.parallelism(parallel).partRows(partRows).partBytes(partBytes).memoryBudgetBytes(memory);
        request.commitInterval(earlyCommit.apply(commitInterval));
        request.progressTimeout(progressTimeout).processingTimeout(processingTimeout);
        if (noGzip) {
            request.uncompressed();
        } else if (adaptiveGzip) {
            request.adaptiveGzip();
        } else if (level != null) {
            request.gzipLevel(level);
        }
    }

    private static void require(boolean accepted, String option, String range, long value) {
        if (!accepted) {
            throw new IllegalArgumentException(option + " must be " + range + ": " + value);
        }
    }
}

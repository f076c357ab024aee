package io.github.domojvm.cli.command;

import io.github.domojvm.stream.UploadRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How an upload is cut and sent; nobody needs to set these. */
final class UploadTuning {
    /** More parts than the client has threads would only wait. */
    private static final int MOST_PARALLEL = 16;

    /** For each part in flight; the library refuses less, but only when the request is built. */
    private static final long LEAST_MEMORY = 1 << 20;

    @Option(
            names = "--parallel",
            paramLabel = "N",
            defaultValue = "4",
            description = "Parts in flight at once, 1 to 16 (default: ${DEFAULT-VALUE}).")
    private int parallel;

    @Option(
            names = "--part-rows",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Rows of a part at most (default: ${DEFAULT-VALUE}).")
    private int partRows;

    @Option(
            names = "--part-bytes",
            paramLabel = "SIZE",
            defaultValue = "32m",
            converter = Size.class,
            description =
                    "Bytes of a part at most, before compression, and never more than the memory divided by the parts"
                            + " in flight (default: ${DEFAULT-VALUE}).")
    private long partBytes;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            defaultValue = "64m",
            converter = Size.class,
            description = "Memory for the parts in flight, at least 1m for each (default: ${DEFAULT-VALUE}).")
    private long memory;

    @Option(
            names = "--level",
            paramLabel = "1..9",
            description = "How hard gzip compresses: 1 is fast, 9 is small (default: 1).")
    private @Nullable Integer level;

    @Option(names = "--no-gzip", description = "Send the parts as they are; pays on very fast networks only.")
    private boolean noGzip;

    /** Checks the settings, before anything is sent. */
    void check() {
        require(parallel >= 1 && parallel <= MOST_PARALLEL, "--parallel", "1 to " + MOST_PARALLEL, parallel);
        require(partRows > 0, "--part-rows", "positive", partRows);
        require(partBytes > 0, "--part-bytes", "positive", partBytes);
        require(
                memory / parallel >= LEAST_MEMORY,
                "--memory",
                "at least 1m for each of the " + parallel + " parts in flight",
                memory);
        if (level != null) {
            require(level >= 1 && level <= 9, "--level", "1 to 9", level);
        }
        if (noGzip && level != null) {
            throw new IllegalArgumentException("--level and --no-gzip contradict one another");
        }
    }

    /** Adds the settings to a request. */
    void apply(UploadRequest.Builder request) {
        request.parallelism(parallel).partRows(partRows).partBytes(partBytes).memoryBudgetBytes(memory);
        if (noGzip) {
            request.uncompressed();
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

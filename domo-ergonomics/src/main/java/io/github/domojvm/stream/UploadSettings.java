package io.github.domojvm.stream;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The settings of an upload with their defaults; see {@link UploadRequest.Builder} for their meaning. */
final class UploadSettings {
    /** The level of each part depends on the line. */
    static final int ADAPTIVE_GZIP = -1;

    UploadStage until = UploadStage.PROCESSED;
    int partRows = 100_000;
    long partBytes = 32L << 20;
    int parallelism = 4;
    long memoryBudgetBytes = 64L << 20;
    /** 1 to 9, 0 for uncompressed parts, or {@link #ADAPTIVE_GZIP}. */
    int gzipLevel = 1;

    boolean abortOpenExecution;
    boolean allowEmpty;
    boolean ignoreHeaderNames;
    Duration processingTimeout = Duration.ofHours(1);
    Duration progressTimeout = Duration.ofMinutes(30);

    @Nullable
    Path journal;

    CommitInterval commitInterval = CommitInterval.defaults();
    UploadListener listener = new UploadListener() {};

    UploadSettings() {}

    UploadSettings(UploadSettings other) {
        this.until = other.until;
        this.partRows = other.partRows;
        this.partBytes = other.partBytes;
        this.parallelism = other.parallelism;
        this.memoryBudgetBytes = other.memoryBudgetBytes;
        this.gzipLevel = other.gzipLevel;
        this.abortOpenExecution = other.abortOpenExecution;
        this.allowEmpty = other.allowEmpty;
        this.ignoreHeaderNames = other.ignoreHeaderNames;
        this.processingTimeout = other.processingTimeout;
        this.progressTimeout = other.progressTimeout;
        this.journal = other.journal;
        this.commitInterval = other.commitInterval;
        this.listener = other.listener;
    }
}

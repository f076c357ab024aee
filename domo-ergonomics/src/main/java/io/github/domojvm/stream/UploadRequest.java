package io.github.domojvm.stream;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.internal.Args;
import io.github.domojvm.rest.model.UpdateMethod;
import java.time.Duration;

/**
 * What to upload, where to, and how. Immutable.
 *
 * <pre>{@code
 * UploadRequest request = UploadRequest.builder(streamId, CsvSource.fromFile(csv).withHeader(), UpdateMethod.REPLACE).build();
 * }</pre>
 *
 * <p>Memory: beside some 10 MiB of fixed blocks an upload holds at most the memory budget, whatever the size of the
 * source.
 */
public final class UploadRequest {
    private static final long MAX_PART_BYTES = 32L << 20;
    private static final long MAX_RECORD_BYTES = 16L << 20;

    private final long streamId;
    final CsvSource source;
    final UpdateMethod updateMethod;
    final UploadStage until;
    final int partRows;
    final long partBytes;
    final int parallelism;
    private final long memoryBudgetBytes;
    /** 0 sends the parts uncompressed. */
    final int gzipLevel;

    final boolean abortOpenExecution;
    final boolean allowEmpty;
    final boolean ignoreHeaderNames;
    final Duration processingTimeout;
    final UploadListener listener;

    private UploadRequest(Builder builder) {
        this.streamId = builder.streamId;
        this.source = builder.source;
        this.updateMethod = builder.updateMethod;
        this.until = builder.until;
        this.partRows = builder.partRows;
        this.partBytes = Math.min(builder.partBytes, builder.memoryBudgetBytes / builder.parallelism);
        this.parallelism = builder.parallelism;
        this.memoryBudgetBytes = builder.memoryBudgetBytes;
        this.gzipLevel = builder.gzipLevel;
        this.abortOpenExecution = builder.abortOpenExecution;
        this.allowEmpty = builder.allowEmpty;
        this.ignoreHeaderNames = builder.ignoreHeaderNames;
        this.processingTimeout = builder.processingTimeout;
        this.listener = builder.listener;
    }

    /**
     * Starts a request.
     *
     * @param streamId the Stream to upload into
     * @param source the rows
     * @param updateMethod how the rows meet those that are there; it is always said, and sent with the execution,
     *     whatever method the Stream was created with
     * @return a new builder
     * @throws IllegalArgumentException when the method is {@link UpdateMethod#UNKNOWN}
     */
    public static Builder builder(long streamId, CsvSource source, UpdateMethod updateMethod) {
        return new Builder(
                Args.positive("streamId", streamId),
                Args.notNull("source", source),
                Args.known("updateMethod", updateMethod));
    }

    long streamId() {
        return streamId;
    }

    int maxRecordBytes() {
        return (int) Math.min(MAX_RECORD_BYTES, memoryBudgetBytes / parallelism);
    }

    /** Collects the settings of an {@link UploadRequest}; not for use by several threads. */
    public static final class Builder {
        private final long streamId;
        private final CsvSource source;
        private final UpdateMethod updateMethod;
        private UploadStage until = UploadStage.PROCESSED;
        private int partRows = 100_000;
        private long partBytes = MAX_PART_BYTES;
        private int parallelism = 4;
        private long memoryBudgetBytes = 64L << 20;
        private int gzipLevel = 1;
        private boolean abortOpenExecution;
        private boolean allowEmpty;
        private boolean ignoreHeaderNames;
        private Duration processingTimeout = Duration.ofHours(1);
        private UploadListener listener = new UploadListener() {};

        private Builder(long streamId, CsvSource source, UpdateMethod updateMethod) {
            this.streamId = streamId;
            this.source = source;
            this.updateMethod = updateMethod;
        }

        /**
         * Sets until when the upload is waited for; {@link UploadStage#PROCESSED} by default.
         *
         * @param until the stage
         * @return this builder
         */
        public Builder until(UploadStage until) {
            this.until = Args.notNull("until", until);
            return this;
        }

        /**
         * Sets how many rows a part holds at most; 100,000 by default, as Domo Workbench does.
         *
         * @param partRows 1 or more
         * @return this builder
         */
        public Builder partRows(int partRows) {
            this.partRows = Args.positive("partRows", partRows);
            return this;
        }

        /**
         * Sets how large a part is at most before compression; 32 MiB by default, and never more than the memory budget
         * divided by the parallelism. A part always ends with a whole row.
         *
         * @param partBytes 1 or more
         * @return this builder
         */
        public Builder partBytes(long partBytes) {
            this.partBytes = Args.positive("partBytes", partBytes);
            return this;
        }

        /**
         * Sets how many parts are in flight at once; 4 by default. The client's own threads allow 16; more needs an
         * executor given to the client.
         *
         * @param parallelism 1 to 64
         * @return this builder
         */
        public Builder parallelism(int parallelism) {
            this.parallelism = Args.inRange("parallelism", parallelism, 1, 64);
            return this;
        }

        /**
         * Sets how much memory the parts in flight may take; 64 MiB by default. It bounds the size of a part and of a
         * row, each to the budget divided by the parallelism.
         *
         * @param memoryBudgetBytes at least 1 MiB for each part in flight
         * @return this builder
         */
        public Builder memoryBudgetBytes(long memoryBudgetBytes) {
            this.memoryBudgetBytes = Args.positive("memoryBudgetBytes", memoryBudgetBytes);
            return this;
        }

        /**
         * Sets how hard to compress; 1 by default, which is fastest and within a fifth of the best on any network.
         *
         * @param gzipLevel 1 (fast) to 9 (small)
         * @return this builder
         */
        public Builder gzipLevel(int gzipLevel) {
            this.gzipLevel = Args.inRange("gzipLevel", gzipLevel, 1, 9);
            return this;
        }

        /**
         * Sends the parts as they are. Pays only on networks faster than some 150 MB/s.
         *
         * @return this builder
         */
        public Builder uncompressed() {
            this.gzipLevel = 0;
            return this;
        }

        /**
         * Opens the execution even when the Stream has another one that is not finished, which the service aborts then:
         * another program's upload, or a commit that is still being processed. By default such an upload is refused.
         *
         * @return this builder
         */
        public Builder abortOpenExecution() {
            this.abortOpenExecution = true;
            return this;
        }

        /**
         * Allows a source without rows: with REPLACE the DataSet is emptied, by a part without rows. By default such an
         * upload is refused, since it is mostly a mistake.
         *
         * @return this builder
         */
        public Builder allowEmpty() {
            this.allowEmpty = true;
            return this;
        }

        /**
         * Uploads a source whose header line differs from the column names of the DataSet; the order of the columns
         * counts then. By default such an upload is refused. The option concerns the header line only: no part begins
         * with a row that holds the column names, with or without it.
         *
         * @return this builder
         */
        public Builder ignoreHeaderNames() {
            this.ignoreHeaderNames = true;
            return this;
        }

        /**
         * Sets how long the service may take to process the rows after the commit; 1 hour by default. After it the
         * upload ends as {@link UploadOutcome#COMMITTED_UNVERIFIED}.
         *
         * @param processingTimeout not negative
         * @return this builder
         */
        public Builder processingTimeout(Duration processingTimeout) {
            this.processingTimeout = Args.notNegative("processingTimeout", processingTimeout);
            return this;
        }

        /**
         * Sets who hears how the upload goes; nobody by default.
         *
         * @param listener the listener
         * @return this builder
         */
        public Builder listener(UploadListener listener) {
            this.listener = Args.notNull("listener", listener);
            return this;
        }

        /**
         * Makes the request.
         *
         * @return the request
         * @throws IllegalArgumentException when the memory budget is below 1 MiB for each part in flight
         */
        public UploadRequest build() {
            if (memoryBudgetBytes / parallelism < 1 << 20) {
                throw new IllegalArgumentException("memoryBudgetBytes must be at least 1 MiB for each of the "
                        + parallelism + " parts in flight: " + memoryBudgetBytes);
            }
            return new UploadRequest(this);
        }
    }
}

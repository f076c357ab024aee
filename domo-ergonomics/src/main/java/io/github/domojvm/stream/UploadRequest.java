package io.github.domojvm.stream;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.internal.Args;
import io.github.domojvm.rest.model.UpdateMethod;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The rows, the target and the settings of an upload.
 *
 * <pre>{@code
 * CsvSource source = CsvSource.fromFile(Path.of("sales.csv")).withHeader();
 * UploadRequest request = UploadRequest.builder(streamId, source, UpdateMethod.REPLACE)
 *         .parallelism(8).build();
 * UploadResult result = domo.streams().upload(request).await();
 * }</pre>
 *
 * <p>Immutable and thread-safe; the builder is neither. Building a request sends nothing and does not open the source.
 *
 * <p>{@link Streams#upload(UploadRequest)} opens the source on the upload's thread, reads it once and closes it. A
 * request may be uploaded again if its source can be opened again; an upload of a source that is already used up fails.
 * Do not change the source while it is uploaded: the upload of a file that changes is not committed.
 *
 * <p>The builder throws {@link IllegalArgumentException} for invalid values, {@link NullPointerException} for null.
 */
public final class UploadRequest {
    private static final CsvSource PREPARED_PARTS = CsvSource.of("prepared parts", () -> {
        throw new IOException("the request is for parts that the program sends; use Streams.steps");
    });

    private final long streamId;
    final CsvSource source;
    final UpdateMethod updateMethod;
    final UploadSettings settings;

    private UploadRequest(Builder builder) {
        this.streamId = builder.streamId;
        this.source = builder.source;
        this.updateMethod = builder.updateMethod;
        this.settings = new UploadSettings(builder.settings);
    }

    /**
     * Returns a builder for an upload.
     *
     * @param streamId the id of the Stream to upload to
     * @param source the rows, with the columns in the order of the schema
     * @param updateMethod how the rows are merged with existing rows; it is sent with the execution and overrides the
     *     method of the Stream
     * @return a new builder
     * @throws IllegalArgumentException if the method is {@link UpdateMethod#UNKNOWN}
     */
    public static Builder builder(long streamId, CsvSource source, UpdateMethod updateMethod) {
        return new Builder(
                Args.positive("streamId", streamId),
                Args.notNull("source", source),
                Args.known("updateMethod", updateMethod));
    }

    /**
     * Returns a builder for an upload whose parts are cut and sent by the program, see {@link Streams#steps}. Settings
     * that concern the source and its parts have no effect.
     *
     * @param streamId the id of the Stream to upload to
     * @param updateMethod how the rows are merged with existing rows
     * @return a new builder
     * @throws IllegalArgumentException if the method is {@link UpdateMethod#UNKNOWN}
     */
    public static Builder forParts(long streamId, UpdateMethod updateMethod) {
        return builder(streamId, PREPARED_PARTS, updateMethod);
    }

    long streamId() {
        return streamId;
    }

    /** Builds an {@link UploadRequest}. Not thread-safe. */
    public static final class Builder {
        private final long streamId;
        private final CsvSource source;
        private final UpdateMethod updateMethod;
        private final UploadSettings settings = new UploadSettings();

        private Builder(long streamId, CsvSource source, UpdateMethod updateMethod) {
            this.streamId = streamId;
            this.source = source;
            this.updateMethod = updateMethod;
        }

        /**
         * Sets the stage at which the upload ends; {@link UploadStage#PROCESSED} by default.
         *
         * @param until the stage
         * @return this builder
         */
        public Builder until(UploadStage until) {
            settings.until = Args.notNull("until", until);
            return this;
        }

        /**
         * Sets the maximum number of rows of a part; 100,000 by default, as in Domo Workbench.
         *
         * @param partRows 1 or more
         * @return this builder
         */
        public Builder partRows(int partRows) {
            settings.partRows = Args.positive("partRows", partRows);
            return this;
        }

        /**
         * Sets the maximum size of a part before compression; 32 MiB by default, and never more than the memory budget
         * divided by the parallelism. A part always ends with a complete row.
         *
         * @param partBytes the size in bytes; 1 or more
         * @return this builder
         */
        public Builder partBytes(long partBytes) {
            settings.partBytes = Args.positive("partBytes", partBytes);
            return this;
        }

        /**
         * Sets the number of parts that are sent concurrently; 4 by default. The client's own threads allow 16; a
         * higher number requires an upload executor that is set on the client.
         *
         * @param parallelism 1 to 64
         * @return this builder
         */
        public Builder parallelism(int parallelism) {
            settings.parallelism = Args.inRange("parallelism", parallelism, 1, 64);
            return this;
        }

        /**
         * Sets the memory limit for the parts in flight; 64 MiB by default. A part and a row are each limited to the
         * budget divided by the parallelism. Whatever the size of the source, the heap that an upload needs is at most
         * {@code memoryBudgetBytes + 256 KiB * (processors + 2) + 2 * (largest row above 256 KiB)}; compression needs
         * 256 KiB for each processor outside the heap.
         *
         * @param memoryBudgetBytes the limit in bytes; at least 1 MiB for each part in flight
         * @return this builder
         */
        public Builder memoryBudgetBytes(long memoryBudgetBytes) {
            settings.memoryBudgetBytes = Args.positive("memoryBudgetBytes", memoryBudgetBytes);
            return this;
        }

        /**
         * Sets the compression level; 1 by default.
         *
         * @param gzipLevel 1 (fastest) to 9 (smallest)
         * @return this builder
         */
        public Builder gzipLevel(int gzipLevel) {
            settings.gzipLevel = Args.inRange("gzipLevel", gzipLevel, 1, 9);
            return this;
        }

        /**
         * Chooses the compression of each part by the state of the line: none, or a level from 1 to 7.
         * {@link UploadResult#partsByGzipLevel} returns what was chosen.
         *
         * @return this builder
         */
        public Builder adaptiveGzip() {
            settings.gzipLevel = UploadSettings.ADAPTIVE_GZIP;
            return this;
        }

        /**
         * Disables compression, which is faster only on networks above about 150 MB/s.
         *
         * @return this builder
         */
        public Builder uncompressed() {
            settings.gzipLevel = 0;
            return this;
        }

        /**
         * Creates an execution even if the newest one of the Stream is open, which the service then aborts. The open
         * one may be the upload of another program or a commit that is still being processed. By default such an upload
         * is rejected, and also one to a Stream whose list of executions does not end after 100 pages.
         *
         * @return this builder
         */
        public Builder abortOpenExecution() {
            settings.abortOpenExecution = true;
            return this;
        }

        /**
         * Allows a source without rows. With {@link UpdateMethod#REPLACE} this empties the DataSet, by uploading a part
         * without rows. By default such an upload is rejected, since it is usually a mistake.
         *
         * @return this builder
         */
        public Builder allowEmpty() {
            settings.allowEmpty = true;
            return this;
        }

        /**
         * Allows a header line that differs from the column names of the DataSet; only the order of the columns then
         * matters. By default such an upload is rejected. This affects the header line only: no part starts with a row
         * that contains the column names, regardless of this option.
         *
         * @return this builder
         */
        public Builder ignoreHeaderNames() {
            settings.ignoreHeaderNames = true;
            return this;
        }

        /**
         * Sets the maximum time to wait for the processing after the commit; 1 hour by default. When it has passed, the
         * upload ends as {@link UploadOutcome#COMMITTED_UNVERIFIED}. A wait for the commit interval does not count.
         *
         * @param processingTimeout not negative
         * @return this builder
         */
        public Builder processingTimeout(Duration processingTimeout) {
            settings.processingTimeout = Args.notNegative("processingTimeout", processingTimeout);
            return this;
        }

        /**
         * Sets the time without an acknowledged part after which the upload fails while parts are being sent; 30
         * minutes by default. Waiting for the source, for the commit and for the processing does not count.
         *
         * @param progressTimeout positive
         * @return this builder
         */
        public Builder progressTimeout(Duration progressTimeout) {
            settings.progressTimeout = Args.positive("progressTimeout", progressTimeout);
            return this;
        }

        /**
         * Sets a file that records the steps of the upload, so that it survives the end of its process; none by
         * default. An upload with the journal of an interrupted run first determines what became of that run: if its
         * rows were committed, the upload returns its result and sends nothing; otherwise it sends only the missing
         * parts. A finished journal of another source is overwritten.
         *
         * <p>The file contains no rows. It is created with its folders, readable only by its owner. A source that is
         * not a regular file is first copied to a file next to the journal, with the suffix {@code .rows}, which is
         * deleted when the upload has ended. The upload fails if the journal is damaged, in use, cannot be written, or
         * belongs to an unfinished upload of another source or Stream.
         *
         * @param file the journal of this upload only
         * @return this builder
         */
        public Builder journal(Path file) {
            settings.journal = Args.notNull("file", file);
            return this;
        }

        /**
         * Sets the minimum time between two commits of the Stream, and what the upload does if its commit would be too
         * early. By default, it sends the commit and, if the service rejects it less than 15 minutes after the previous
         * commit, waits and retries it.
         *
         * @param commitInterval the setting
         * @return this builder
         */
        public Builder commitInterval(CommitInterval commitInterval) {
            settings.commitInterval = Args.notNull("commitInterval", commitInterval);
            return this;
        }

        /**
         * Sets the listener for the events of the upload; none by default.
         *
         * @param listener the listener
         * @return this builder
         */
        public Builder listener(UploadListener listener) {
            settings.listener = Args.notNull("listener", listener);
            return this;
        }

        /**
         * Creates the request.
         *
         * @return the request
         * @throws IllegalArgumentException if the memory budget is below 1 MiB for each part in flight
         */
        public UploadRequest build() {
            if (settings.memoryBudgetBytes / settings.parallelism < 1 << 20) {
                throw new IllegalArgumentException("memoryBudgetBytes must be at least 1 MiB for each of the "
                        + settings.parallelism + " parts in flight: " + settings.memoryBudgetBytes);
            }
            return new UploadRequest(this);
        }
    }
}

package io.github.domojvm.stream;

import io.github.domojvm.rest.model.UpdateMethod;
import java.io.Serializable;
import java.util.Collections;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The result of an upload, with everything that is needed to reconcile it later. Immutable, thread-safe and
 * serializable.
 */
public final class UploadResult implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The outcome. */
    private final UploadOutcome outcome;
    /** Details of the outcome; may be empty. */
    private final String reason;
    /** The Stream. */
    private final long streamId;
    /** The execution; null if none was created. */
    private final @Nullable Long executionId;
    /** The DataSet of the Stream; null if it is unknown. */
    private final @Nullable String dataSetId;
    /** The update method. */
    private final UpdateMethod updateMethod;
    /** The final progress. */
    private final UploadProgress progress;
    /** The expected row count of the DataSet; null if it cannot be predicted. */
    private final @Nullable Long expectedRows;
    /** The row count of the DataSet that was last read; null if it was not read. */
    private final @Nullable Long foundRows;
    /** The durations of the phases. */
    private final UploadTimings timings;
    /** The number of parts that this run sent with each compression. */
    private final TreeMap<Integer, Integer> partsByGzipLevel;
    /** Whether an earlier run sent all rows. */
    private final boolean uploadedEarlier;

    UploadResult(Builder builder) {
        this.outcome = builder.outcome;
        this.reason = builder.reason;
        this.streamId = builder.streamId;
        this.executionId = builder.executionId;
        this.dataSetId = builder.dataSetId;
        this.updateMethod = builder.updateMethod;
        this.progress = builder.progress;
        this.expectedRows = builder.expectedRows;
        this.foundRows = builder.foundRows;
        this.timings = builder.timings;
        this.partsByGzipLevel = new TreeMap<>(builder.partsByGzipLevel);
        this.uploadedEarlier = builder.uploadedEarlier;
    }

    /**
     * Returns the outcome of the upload.
     *
     * @return the outcome
     */
    public UploadOutcome outcome() {
        return outcome;
    }

    /**
     * Returns the reason for the outcome.
     *
     * @return one or more sentences; empty if the outcome needs no explanation
     */
    public String reason() {
        return reason;
    }

    /**
     * Returns the id of the Stream.
     *
     * @return the id
     */
    public long streamId() {
        return streamId;
    }

    /**
     * Returns the id of the upload's execution.
     *
     * @return the id, a number within the Stream; empty if no execution was created
     */
    public OptionalLong executionId() {
        return optional(executionId);
    }

    /**
     * Returns the id of the Stream's DataSet.
     *
     * @return the id; an empty string if the upload ended before it was known
     */
    public String dataSetId() {
        return dataSetId == null ? "" : dataSetId;
    }

    /**
     * Returns how the rows were merged with existing rows.
     *
     * @return the update method of the request
     */
    public UpdateMethod updateMethod() {
        return updateMethod;
    }

    /**
     * Returns the number of rows that the service acknowledged.
     *
     * @return the number, without a header line
     */
    public long rows() {
        return progress.rowsAcknowledged();
    }

    /**
     * Returns the final progress.
     *
     * @return the numbers of parts, rows and bytes
     */
    public UploadProgress progress() {
        return progress;
    }

    /**
     * Returns the number of rows that the DataSet should have after the upload.
     *
     * @return the number; empty if it cannot be predicted, as with UPSERT
     */
    public OptionalLong expectedRows() {
        return optional(expectedRows);
    }

    /**
     * Returns the number of rows that the DataSet had when it was last read.
     *
     * @return the number; empty if it was not read
     */
    public OptionalLong foundRows() {
        return optional(foundRows);
    }

    /**
     * Returns the durations of the upload's phases.
     *
     * @return the durations
     */
    public UploadTimings timings() {
        return timings;
    }

    /**
     * Returns how the parts were compressed, see {@link UploadRequest.Builder#adaptiveGzip}. Parts that an earlier run
     * sent are not counted.
     *
     * @return the number of acknowledged parts for each gzip level, in ascending order; 0 means no compression
     */
    public SortedMap<Integer, Integer> partsByGzipLevel() {
        return Collections.unmodifiableSortedMap(partsByGzipLevel);
    }

    /**
     * Returns whether an earlier run of the upload, according to its journal, sent all rows, so that this one sent
     * none.
     *
     * @return true only for an upload with a journal
     */
    public boolean uploadedEarlier() {
        return uploadedEarlier;
    }

    @Override
    public String toString() {
        return "UploadResult{" + outcome + ", stream=" + streamId + ", execution=" + executionId + ", dataSet="
                + dataSetId
                + ", " + updateMethod + ", parts=" + progress.partsAcknowledged() + ", rows=" + rows()
                + ", expectedRows="
                + expectedRows + ", foundRows=" + foundRows + (reason.isEmpty() ? "" : ", reason=" + reason) + "}";
    }

    Builder toBuilder() {
        Builder builder = new Builder(streamId, updateMethod);
        builder.outcome = outcome;
        builder.reason = reason;
        builder.executionId = executionId;
        builder.dataSetId = dataSetId;
        builder.progress = progress;
        builder.expectedRows = expectedRows;
        builder.foundRows = foundRows;
        builder.timings = timings;
        builder.partsByGzipLevel = partsByGzipLevel;
        builder.uploadedEarlier = uploadedEarlier;
        return builder;
    }

    private static OptionalLong optional(@Nullable Long value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** What is known of an upload so far. Written by the thread of the upload only. */
    static final class Builder {
        final long streamId;
        final UpdateMethod updateMethod;
        UploadOutcome outcome = UploadOutcome.NOT_COMMITTED;
        String reason = "";

        @Nullable
        Long executionId;

        @Nullable
        String dataSetId;

        UploadProgress progress = UploadProgress.NONE;

        @Nullable
        Long expectedRows;

        @Nullable
        Long foundRows;

        UploadTimings timings = UploadTimings.NONE;
        SortedMap<Integer, Integer> partsByGzipLevel = Collections.emptySortedMap();
        boolean uploadedEarlier;
        /** Whether the execution may still be open although the upload has ended. */
        boolean open;

        Builder(long streamId, UpdateMethod updateMethod) {
            this.streamId = streamId;
            this.updateMethod = updateMethod;
        }

        /** Sets what is known of an earlier run. */
        void startWith(Builder earlier) {
            executionId = earlier.executionId;
            dataSetId = earlier.dataSetId;
            progress = earlier.progress;
            expectedRows = earlier.expectedRows;
            foundRows = earlier.foundRows;
            uploadedEarlier = earlier.uploadedEarlier;
        }

        UploadResult as(UploadOutcome outcome, String reason) {
            this.outcome = outcome;
            this.reason = reason;
            return new UploadResult(this);
        }
    }
}

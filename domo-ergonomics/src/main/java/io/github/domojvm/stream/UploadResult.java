package io.github.domojvm.stream;

import io.github.domojvm.rest.model.UpdateMethod;
import java.io.Serializable;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** How an upload ended, with all that is needed to look after it later. Immutable. */
public final class UploadResult implements Serializable {
    private static final long serialVersionUID = 1L;

    /** How it ended. */
    private final UploadOutcome outcome;
    /** Why, where the outcome does not say it all. */
    private final String reason;
    /** The Stream. */
    private final long streamId;
    /** The execution, null when none was opened. */
    private final @Nullable Long executionId;
    /** The DataSet of the Stream, null when it was not reached. */
    private final @Nullable String dataSetId;
    /** The update method. */
    private final UpdateMethod updateMethod;
    /** How much was sent. */
    private final UploadProgress progress;
    /** How many rows the DataSet should have, null when that cannot be known. */
    private final @Nullable Long expectedRows;
    /** How many rows the DataSet was last seen with, null when that was not looked at. */
    private final @Nullable Long foundRows;
    /** Where the time went. */
    private final UploadTimings timings;

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
    }

    /**
     * Returns how the upload ended.
     *
     * @return the outcome
     */
    public UploadOutcome outcome() {
        return outcome;
    }

    /**
     * Returns why, where the outcome does not say it all.
     *
     * @return a sentence, empty when there is nothing to add
     */
    public String reason() {
        return reason;
    }

    /**
     * Returns the Stream.
     *
     * @return its id
     */
    public long streamId() {
        return streamId;
    }

    /**
     * Returns the execution that carried the upload.
     *
     * @return its id, a number within the Stream; empty when none was opened
     */
    public OptionalLong executionId() {
        return optional(executionId);
    }

    /**
     * Returns the DataSet that the Stream fills.
     *
     * @return its id, empty text when the upload ended before it was known
     */
    public String dataSetId() {
        return dataSetId == null ? "" : dataSetId;
    }

    /**
     * Returns how the rows met those that were there.
     *
     * @return the update method of the request
     */
    public UpdateMethod updateMethod() {
        return updateMethod;
    }

    /**
     * Returns how many rows the service acknowledged.
     *
     * @return rows, a header line not counted
     */
    public long rows() {
        return progress.rowsAcknowledged();
    }

    /**
     * Returns how much was sent.
     *
     * @return the last reading of the progress
     */
    public UploadProgress progress() {
        return progress;
    }

    /**
     * Returns how many rows the DataSet should have after the upload.
     *
     * @return rows; empty when that cannot be known, as with UPSERT
     */
    public OptionalLong expectedRows() {
        return optional(expectedRows);
    }

    /**
     * Returns how many rows the DataSet was last seen with.
     *
     * @return rows; empty when that was not looked at
     */
    public OptionalLong foundRows() {
        return optional(foundRows);
    }

    /**
     * Returns where the time went.
     *
     * @return the times
     */
    public UploadTimings timings() {
        return timings;
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
        return builder;
    }

    private static OptionalLong optional(@Nullable Long value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** What is known of an upload so far; written by its own thread only. */
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

        Builder(long streamId, UpdateMethod updateMethod) {
            this.streamId = streamId;
            this.updateMethod = updateMethod;
        }

        UploadResult as(UploadOutcome outcome, String reason) {
            this.outcome = outcome;
            this.reason = reason;
            return new UploadResult(this);
        }
    }
}

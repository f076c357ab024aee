package io.github.domojvm;

import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.FailureReason;
import java.util.OptionalLong;

/**
 * Thrown if a DataSet was created but loading its rows failed. The DataSet is not deleted, so the rows can be loaded
 * into it again. The cause is the failure of the load; if it is an {@link io.github.domojvm.stream.UploadException},
 * its outcome states what the DataSet contains.
 */
public final class CreatedDataSetException extends DomoException {
    private static final long serialVersionUID = 1L;

    /** The id of the DataSet. */
    private final String dataSetId;

    /** The id of the Stream, 0 for none. */
    private final long streamId;

    CreatedDataSetException(String dataSetId, OptionalLong streamId, RuntimeException cause) {
        super(
                FailureReason.ROWS_NOT_LOADED,
                "The DataSet " + dataSetId
                        + (streamId.isPresent() ? " with the Stream " + streamId.getAsLong() : "")
                        + " was created, but its rows were not loaded: " + cause.getMessage(),
                "Fix the cause and load the rows into this DataSet, or delete it.",
                false,
                cause);
        this.dataSetId = dataSetId;
        this.streamId = streamId.orElse(0);
    }

    /**
     * Returns the id of the DataSet that was created.
     *
     * @return the id, a UUID
     */
    public String dataSetId() {
        return dataSetId;
    }

    /**
     * Returns the id of the Stream that was created with the DataSet.
     *
     * @return the id; empty if the DataSet was created without a Stream
     */
    public OptionalLong streamId() {
        return streamId == 0 ? OptionalLong.empty() : OptionalLong.of(streamId);
    }
}

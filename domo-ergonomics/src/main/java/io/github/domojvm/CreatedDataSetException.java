package io.github.domojvm;

import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.FailureReason;
import java.util.OptionalLong;

/**
 * A DataSet was created, and loading its rows failed; the cause reports how. The DataSet stays, so that the rows can be
 * loaded into it again. If the cause is an {@link io.github.domojvm.stream.UploadException}, its outcome states what is
 * in the DataSet.
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
                        + " was created, and its rows were not loaded: " + cause.getMessage(),
                "Load into that DataSet when this is fixed, or delete it.",
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
     * @return the id; empty when the DataSet was created without a Stream
     */
    public OptionalLong streamId() {
        return streamId == 0 ? OptionalLong.empty() : OptionalLong.of(streamId);
    }
}

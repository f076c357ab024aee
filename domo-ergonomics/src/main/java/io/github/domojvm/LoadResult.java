package io.github.domojvm.load;

import io.github.domojvm.upload.UploadResult;
import java.util.Optional;

/**
 * What a load did.
 *
 * @param road how the rows went
 * @param reason why they went so, in a sentence
 * @param rows how many rows were sent
 * @param upload the result of the upload, when they went through the Stream
 */
public record LoadResult(Road road, String reason, long rows, Optional<UploadResult> upload) {
    /** A road into a DataSet. */
    public enum Road {
        /** One request, held in memory. The service takes the rows in later, and does not tell. */
        IMPORT,
        /** An upload in parts through the Stream that fills the DataSet, committed and verified. */
        STREAM
    }
}

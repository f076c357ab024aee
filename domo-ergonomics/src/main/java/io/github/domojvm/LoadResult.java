package io.github.domojvm;

import io.github.domojvm.stream.UploadResult;
import java.util.Optional;

/**
 * The result of a load.
 *
 * @param route how the rows were sent
 * @param reason the reason for the route, in a sentence
 * @param rows the number of rows sent
 * @param upload the result of the upload; empty for an import
 */
public record LoadResult(Route route, String reason, long rows, Optional<UploadResult> upload) {
    /** How rows are sent to a DataSet. */
    public enum Route {
        /** One request, in memory. The service processes the rows later and does not report the result. */
        IMPORT,
        /** An upload in parts through the Stream that fills the DataSet, committed and verified. */
        STREAM
    }
}

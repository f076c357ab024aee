package io.github.domojvm.stream;

/** The outcome of an upload, as far as it is known. */
public enum UploadOutcome {
    /** Committed and processed, and the DataSet has the expected number of rows. */
    COMMITTED_VERIFIED,
    /** Committed, but the row count was not or could not be checked; {@link UploadResult#reason()} states why. */
    COMMITTED_UNVERIFIED,
    /** Committed and processed, but the DataSet does not have the expected number of rows. */
    COMMITTED_MISMATCH,
    /** Not committed: no row of this upload is or will be in the DataSet. */
    NOT_COMMITTED,
    /**
     * The commit may or may not have been processed: its response was lost, or the state of the execution is not
     * conclusive. Do not upload again before {@link Streams#reconcile(UploadResult)} returns another outcome.
     */
    UNKNOWN
}

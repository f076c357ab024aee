package io.github.domojvm.stream;

/** How an upload ended, as far as can honestly be said. */
public enum UploadOutcome {
    /** Committed, processed, and the service counts the rows that were expected. */
    COMMITTED_VERIFIED,
    /** The commit was acknowledged; whether all rows arrived was not or could not be checked, the reason says why. */
    COMMITTED_UNVERIFIED,
    /** Committed and processed, and the service counts another number of rows than expected. */
    COMMITTED_MISMATCH,
    /** Nothing of this upload is or will be in the DataSet. */
    NOT_COMMITTED,
    /**
     * The answer to the commit was lost and the service's state did not tell. Do not upload again before it is clear.
     */
    UNKNOWN
}

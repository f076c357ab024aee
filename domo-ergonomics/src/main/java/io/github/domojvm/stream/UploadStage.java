package io.github.domojvm.stream;

/** The stage at which an upload ends. */
public enum UploadStage {
    /** The service has acknowledged the commit. The processing of the rows follows and can still fail. */
    COMMIT_ACKNOWLEDGED,
    /** The service has processed the rows, and the row count was checked where it can be predicted. */
    PROCESSED
}

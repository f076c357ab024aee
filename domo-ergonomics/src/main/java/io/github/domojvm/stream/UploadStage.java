package io.github.domojvm.stream;

/** Until when an upload is waited for. */
public enum UploadStage {
    /** The service acknowledged the commit; it processes the rows afterwards, which can still fail. */
    COMMIT_ACKNOWLEDGED,
    /** The service processed the rows, and their number was checked where it can be. */
    PROCESSED
}

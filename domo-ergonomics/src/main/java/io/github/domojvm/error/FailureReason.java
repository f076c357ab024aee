package io.github.domojvm.error;

/** The reason of a failure, for programs that branch on it. Later versions may add constants. */
public enum FailureReason {
    /** The service rejects the token of the client, or issued none. */
    NOT_AUTHENTICATED,
    /** The client or its user lacks a scope or a permission. */
    NOT_PERMITTED,
    /** The object does not exist. */
    NOT_FOUND,
    /** The request conflicts with the state of the object. */
    CONFLICT,
    /** The service rejects the content of the request. */
    BAD_REQUEST,
    /** The service limits the rate of requests. */
    RATE_LIMITED,
    /** The service failed to process the request. */
    SERVER_ERROR,
    /** The service responded with a status that it does not document. */
    OTHER_STATUS,
    /** No complete response arrived, or a local file could not be read or written. */
    IO,
    /** A response has a success status but unexpected content, such as the login page of a proxy. */
    UNEXPECTED_RESPONSE,
    /** A response is larger than the client accepts, or an export is larger than its options accept. */
    RESPONSE_TOO_LARGE,
    /** The CSV is not valid for Domo; see {@link CsvException#line()}. */
    MALFORMED_CSV,
    /** The header line differs from the columns of the DataSet. */
    HEADER_MISMATCH,
    /** A row contains the names of the columns, so that the service could drop it as a header line. */
    HEADER_IN_ROWS,
    /** The rows have more or fewer columns than the DataSet. */
    COLUMN_COUNT,
    /** A value does not fit its column; see {@link CsvException#column()}. */
    UNFIT_VALUE,
    /** The source has no rows. */
    NO_ROWS,
    /** The Stream has an open execution, or may have one. */
    OPEN_EXECUTION,
    /** The Stream was committed too recently, and the upload was requested to fail in this case. */
    COMMIT_INTERVAL,
    /** Another program ended the execution during the upload. */
    EXECUTION_ENDED,
    /** The service opened the execution with another update method than requested. */
    UPDATE_METHOD_MISMATCH,
    /** A part is too large for the service or a proxy. */
    PART_TOO_LARGE,
    /** The service rejects the rows, when a part is uploaded or when the commit is processed. */
    ROWS_REFUSED,
    /** The columns of the DataSet changed during the upload. */
    COLUMNS_CHANGED,
    /** The Stream no longer has a DataSet. */
    NO_DATASET,
    /** The source differs from the one that an earlier run of the upload has read. */
    SOURCE_CHANGED,
    /** The journal of the upload cannot be read or written, is damaged, or belongs to another upload. */
    JOURNAL_UNUSABLE,
    /** No part was acknowledged for too long. */
    NO_PROGRESS,
    /** The program stopped the upload. */
    STOPPED,
    /** The commit was processed, but the DataSet does not have the expected number of rows. */
    ROW_COUNT_MISMATCH,
    /** It is not known whether the commit was processed. */
    OUTCOME_UNKNOWN,
    /** An export lacks rows that the DataSet reports. */
    ROWS_MISSING,
    /** A DataSet was created, but its rows were not loaded. */
    ROWS_NOT_LOADED,
    /** Any other reason; see the message and the cause. */
    OTHER
}

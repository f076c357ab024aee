package io.github.domojvm.sandbox;

/**
 * A named departure from the sandbox's defaults, for behaviour of Domo that changed over the years or that no source
 * documents. Every quirk is off unless {@link DomoSandboxBuilder#quirk(Quirk...)} names it.
 */
public enum Quirk {
    /**
     * A missing or unreadable token returns 401 with the standard error object, as Domo did in 2017 and 2018. Off: 403
     * with only {@code status} and {@code toe}, as the current pages show.
     */
    MISSING_TOKEN_RETURNS_401,

    /**
     * A caller that accepts nothing but {@code text/csv} receives an HTML page with status 406 instead of every error
     * that has a JSON body. Off: the JSON error.
     */
    CSV_ERRORS_RETURN_406_HTML,

    /** {@code PUT /v1/streams/{id}} updates a Stream like {@code PATCH}. Off: 405. */
    PUT_UPDATES_STREAM,

    /** A commit takes parts in ascending order whatever numbers are missing. Off: a gap returns 400. */
    PART_GAPS_ALLOWED,

    /** A commit without any part succeeds with no rows. Off: it returns 400 and the Execution stays open. */
    EMPTY_COMMIT_SUCCEEDS,

    /**
     * A part with broken rows is stored with 200, and the commit that follows ends as {@code INVALID}. Off: such a part
     * returns 400 at once.
     */
    ROW_ERRORS_FOUND_AT_COMMIT,

    /**
     * Only part 1 of an Execution may begin with a header line: a record that equals the column names at the start of a
     * later part is a row. Off: such a record is a header in every part, and dropped.
     */
    HEADER_IN_FIRST_PART_ONLY,

    /**
     * A second commit of an Execution that is still being processed stores its rows a second time. Off: it changes
     * nothing. Needs a {@linkplain DomoSandboxBuilder#commitDelay(java.time.Duration) commit delay} to be met.
     */
    SECOND_COMMIT_DUPLICATES_ROWS,

    /**
     * A Group with users in it can be deleted, as an older manual has it; the users stay. Off: it returns 400, as the
     * SDKs of Domo expect, which remove the users first.
     */
    NON_EMPTY_GROUPS_CAN_BE_DELETED,

    /**
     * A get of a deleted DataSet, user or Group returns 200 with its id, its name and {@code deleted}, as the reference
     * has it; lists leave it out, and everything else of it is not found. Off: 404, as live tests of domo-php have it.
     */
    DELETED_OBJECTS_LEAVE_TOMBSTONES,

    /**
     * A schema with two column names that differ only by case returns 400. Off: it is accepted, as Domo does, where
     * such a DataSet has broken its Stream later on.
     */
    NAMES_THAT_DIFFER_BY_CASE_ARE_REFUSED,

    /**
     * A policy cannot filter by a column before its DataSet has had data: 400, as domo-php found. Off: the columns of
     * the schema are known at once.
     */
    POLICIES_NEED_DATA
}

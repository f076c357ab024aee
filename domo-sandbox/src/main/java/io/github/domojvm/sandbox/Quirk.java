package io.github.domojvm.sandbox;

/**
 * A named change to the default behavior of a {@link DomoSandbox}, for behavior of Domo that changed over the years or
 * that no source documents.
 *
 * <pre>{@code
 * try (DomoSandbox sandbox =
 *         DomoSandbox.builder().quirk(Quirk.MISSING_TOKEN_RETURNS_401).start()) {
 *     System.out.println(sandbox.url());
 * }
 * }</pre>
 *
 * <p>Every quirk is off unless {@link DomoSandboxBuilder#quirk(Quirk...)} enables it. Quirks can be combined. They are
 * fixed when the sandbox starts: to test a program against both behaviors, run it against one sandbox with the quirk
 * and one without.
 *
 * <p>Below, the first sentence describes the sandbox with the quirk, and <i>Off</i> describes it without.
 */
public enum Quirk {
    /**
     * A missing or unreadable token returns status 401 with the standard error object, as Domo did in 2017 and 2018.
     *
     * <p><i>Off:</i> status 403 with only {@code status} and {@code toe}, as in the current Domo documentation.
     */
    MISSING_TOKEN_RETURNS_401,
    /**
     * A request that accepts only {@code text/csv} receives an HTML page with status 406 in place of every error with a
     * JSON body.
     *
     * <p><i>Off:</i> the JSON error.
     */
    CSV_ERRORS_RETURN_406_HTML,
    /**
     * {@code PUT /v1/streams/{id}} updates a Stream, as {@code PATCH} does.
     *
     * <p><i>Off:</i> status 405.
     */
    PUT_UPDATES_STREAM,
    /**
     * A commit processes the parts in ascending order, even if part numbers are missing.
     *
     * <p><i>Off:</i> a gap between part numbers returns status 400.
     */
    PART_GAPS_ALLOWED,
    /**
     * A commit without any part succeeds with no rows.
     *
     * <p><i>Off:</i> the commit returns status 400, and the execution stays open.
     */
    EMPTY_COMMIT_SUCCEEDS,
    /**
     * A part with invalid rows returns status 400 and is not stored.
     *
     * <p><i>Off:</i> the part is stored with status 200, as Domo's docs describe the status of a part (stored until the
     * execution ends), and the commit ends as {@code INVALID}, without a row in the DataSet.
     */
    INVALID_ROWS_REJECTED_AT_PART,
    /**
     * Only part 1 of an execution can begin with a header: in a later part, a first record that equals the column names
     * is a row.
     *
     * <p><i>Off:</i> such a record is a header in every part and is not stored.
     */
    HEADER_IN_FIRST_PART_ONLY,
    /**
     * A second commit of an execution that is still being processed stores its rows a second time. Has an effect only
     * with a {@linkplain DomoSandboxBuilder#commitDelay(java.time.Duration) commit delay}.
     *
     * <p><i>Off:</i> the second commit has no effect.
     */
    SECOND_COMMIT_DUPLICATES_ROWS,
    /**
     * A commit before the {@linkplain DomoSandboxBuilder#commitInterval(java.time.Duration) commit interval} has passed
     * returns status 409.
     *
     * <p><i>Off:</i> status 400. No source states what Domo returns.
     */
    EARLY_COMMIT_RETURNS_409,
    /**
     * A commit before the {@linkplain DomoSandboxBuilder#commitInterval(java.time.Duration) commit interval} has passed
     * returns status 429 with {@code Retry-After}. Takes precedence over {@link #EARLY_COMMIT_RETURNS_409}.
     *
     * <p><i>Off:</i> status 400. No source states what Domo returns.
     */
    EARLY_COMMIT_RETURNS_429,
    /**
     * A Group that has users can be deleted, as an older manual documents; the users are not deleted.
     *
     * <p><i>Off:</i> status 400. The SDKs of Domo expect this and remove the users first.
     */
    NON_EMPTY_GROUPS_CAN_BE_DELETED,
    /**
     * Pages are returned with {@code ownerId}, the id of their first owner, as in the guide and the models of the Java,
     * Python and Rust SDKs.
     *
     * <p><i>Off:</i> with {@code owners}, as in the current Domo documentation. Requests can contain either.
     */
    PAGES_HAVE_OWNER_ID,
    /**
     * A new project without {@code members} or {@code public} returns status 400, since the Domo documentation marks
     * them as required.
     *
     * <p><i>Off:</i> its only member is the user of the client, and it is not public. domo-java-sdk can create a
     * project with only a name.
     */
    PROJECTS_REQUIRE_MEMBERS_AND_PUBLIC,
    /**
     * An account whose type is not in the list of account types returns status 400, and getting such a type returns
     * status 404.
     *
     * <p><i>Off:</i> every id is that of an account type that requires no properties.
     */
    UNKNOWN_ACCOUNT_TYPES_ARE_REJECTED,
    /**
     * Getting a deleted DataSet, user or Group returns status 200 with its id, its name and {@code deleted}, as the
     * reference documents. Lists omit it, and all other requests for it return 404.
     *
     * <p><i>Off:</i> status 404, as the live tests of domo-php expect.
     */
    DELETED_OBJECTS_LEAVE_TOMBSTONES,
    /**
     * A schema with two column names that differ only by case returns status 400.
     *
     * <p><i>Off:</i> the schema is accepted. Domo accepts it as well, but such a DataSet has broken its Stream later.
     */
    NAMES_THAT_DIFFER_BY_CASE_ARE_REFUSED,
    /**
     * A policy that filters by a column returns status 400 until its DataSet has had data, as domo-php found.
     *
     * <p><i>Off:</i> the columns of the schema can be used immediately.
     */
    POLICIES_NEED_DATA
}

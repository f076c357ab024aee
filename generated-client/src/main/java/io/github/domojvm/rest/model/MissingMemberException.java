package io.github.domojvm.rest.model;

/**
 * An object lacks a member that every response has according to the API description ({@code x-always-present}). Only
 * the accessor of the member throws it; reading, building, changing, comparing and writing the object do not.
 */
public final class MissingMemberException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The schema of the object. */
    private final String schema;

    /** The name of the member. */
    private final String member;

    /**
     * Creates an exception.
     *
     * @param schema the object's schema, such as {@code DataSet}
     * @param member the member's name in JSON
     */
    public MissingMemberException(String schema, String member) {
        super("The member '" + member + "' of a " + schema + " is absent. Every known response has it: check that the"
                + " object comes from a response and was not built without the member.");
        this.schema = schema;
        this.member = member;
    }

    /**
     * Returns the schema of the object.
     *
     * @return the schema, such as {@code DataSet}
     */
    public String schema() {
        return schema;
    }

    /**
     * Returns the name of the member.
     *
     * @return its name in JSON
     */
    public String member() {
        return member;
    }
}

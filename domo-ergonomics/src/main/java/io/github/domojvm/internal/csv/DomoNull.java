package io.github.domojvm.internal.csv;

import java.util.Set;

/** What stands for null in the CSV that the service takes and gives. */
public final class DomoNull {
    /**
     * The R clients of Domo write it for null and read it as null (rdomo, DomoR); the documentation does not tell of
     * it.
     */
    public static final String MARK = "\\N";

    /** The bare fields that are null; quoted they are text. */
    public static final Set<String> FIELDS = Set.of("", MARK);

    private DomoNull() {}
}

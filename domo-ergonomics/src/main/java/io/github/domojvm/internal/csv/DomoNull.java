package io.github.domojvm.internal.csv;

import java.util.Set;

/** The representation of null in the CSV that the service accepts and returns. */
public final class DomoNull {
    /** Domo's R clients write it for null and read it as null (rdomo, DomoR). The documentation does not mention it. */
    public static final String MARK = "\\N";

    /** The unquoted fields that represent null. Quoted, they are text. */
    public static final Set<String> FIELDS = Set.of("", MARK);

    private DomoNull() {}
}

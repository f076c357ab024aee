package io.github.domojvm.internal.source;

import io.github.domojvm.internal.Args;
import io.github.domojvm.rest.model.ImportMethod;
import io.github.domojvm.rest.model.UpdateMethod;

/**
 * The update methods that an import has. The service takes any other word for REPLACE (Domo docs, DataSet API), so that
 * UPSERT would delete rows.
 */
public final class ImportMethods {
    private ImportMethods() {}

    /**
     * Returns the method of an import.
     *
     * @param name the name of the parameter
     * @param method the method that the caller gave
     * @return REPLACE or APPEND
     * @throws IllegalArgumentException when it is another method
     */
    public static ImportMethod of(String name, UpdateMethod method) {
        return switch (Args.known(name, method)) {
            case REPLACE -> ImportMethod.REPLACE;
            case APPEND -> ImportMethod.APPEND;
            case UPSERT, UNKNOWN ->
                throw new IllegalArgumentException(name + " must be REPLACE or APPEND for an import, not " + method
                        + ". UPSERT goes through a Stream: upload into it, or use load.");
        };
    }
}

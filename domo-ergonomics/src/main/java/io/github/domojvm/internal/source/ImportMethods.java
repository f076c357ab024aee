package io.github.domojvm.internal.source;

import io.github.domojvm.internal.Args;
import io.github.domojvm.rest.model.ImportMethod;
import io.github.domojvm.rest.model.UpdateMethod;

/**
 * The update methods of an import. The service treats any other value as REPLACE (Domo docs, DataSet API), so UPSERT
 * would delete rows.
 */
public final class ImportMethods {
    private ImportMethods() {}

    /**
     * Converts an update method to the method of an import.
     *
     * @param name the name of the parameter
     * @param method the update method
     * @return REPLACE or APPEND
     * @throws IllegalArgumentException if it is another method
     */
    public static ImportMethod of(String name, UpdateMethod method) {
        return switch (Args.known(name, method)) {
            case REPLACE -> ImportMethod.REPLACE;
            case APPEND -> ImportMethod.APPEND;
            case UPSERT, UNKNOWN ->
                throw new IllegalArgumentException(name + " must be REPLACE or APPEND for an import, not " + method
                        + ". For UPSERT, upload to a Stream, or use load.");
        };
    }
}

package io.github.domojvm.dataset;

import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.schema.SchemaDiff;

/** Checks that a DataSet has the schema that the caller expects. */
final class SchemaCheck {
    private SchemaCheck() {}

    static void requireSame(String dataSetId, SchemaDiff diff) {
        if (!diff.isEmpty()) {
            throw new DomoDataException(
                    "The DataSet " + dataSetId + " does not have the expected schema. The differences are:\n" + diff
                            + "\nFix the rows, or change the schema with changeSchema.",
                    null);
        }
    }

    static void requireUnchanged(String dataSetId, SchemaDiff approved, SchemaDiff now) {
        if (!now.changes().equals(approved.changes())) {
            throw new DomoDataException(
                    "The schema of the DataSet " + dataSetId
                            + " has changed since it was compared, so it was not updated. The differences are now:\n"
                            + now + "\nCompare the schema again and approve the new differences.",
                    null);
        }
    }
}

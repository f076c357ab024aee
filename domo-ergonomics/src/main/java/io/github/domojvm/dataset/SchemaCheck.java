package io.github.domojvm.dataset;

import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.schema.SchemaDiff;

/** Refuses to go on with a DataSet whose schema is not the one that the caller knows. */
final class SchemaCheck {
    private SchemaCheck() {}

    static void requireSame(String dataSetId, SchemaDiff diff) {
        if (!diff.isEmpty()) {
            throw new DomoDataException(
                    "The DataSet " + dataSetId + " has another schema than the rows are meant for:\n" + diff
                            + "\nFix the rows, or change the schema with changeSchema.",
                    null);
        }
    }

    static void requireUnchanged(String dataSetId, SchemaDiff approved, SchemaDiff now) {
        if (!now.changes().equals(approved.changes())) {
            throw new DomoDataException(
                    "The schema of the DataSet " + dataSetId
                            + " has changed since it was compared; now this would happen:\n" + now
                            + "\nCompare again and look at it.",
                    null);
        }
    }
}

package io.github.domojvm.dataset;

import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.error.FailureReason;
import io.github.domojvm.internal.Members;
import io.github.domojvm.internal.source.ColumnNames;
import io.github.domojvm.rest.model.DataSet;
import io.github.domojvm.rest.model.Schema;
import java.util.List;
import java.util.OptionalLong;

/**
 * The expected properties of an export, read from the DataSet immediately before it.
 *
 * @param id the DataSet's id
 * @param schema the schema of the DataSet
 * @param columns the names of the columns
 * @param rows the number of rows that the DataSet reports; empty if it reports none
 * @param options the options of the export
 */
record ExpectedExport(String id, Schema schema, List<String> columns, OptionalLong rows, ExportOptions options) {
    static ExpectedExport of(String id, DataSet dataSet, ExportOptions options) {
        Schema schema = dataSet.schema();
        List<String> columns = ColumnNames.of(schema);
        Long rows = Members.orNull(dataSet, DataSet::rows);
        if (schema == null || columns.isEmpty()) {
            throw new DomoDataException(
                    "The DataSet " + id + " was not exported. The service reports no columns for it, so the export"
                            + " could not be checked. Import rows first, or check the id.",
                    null);
        }
        if (rows == null && options.allRows()) {
            throw new DomoDataException(
                    FailureReason.ROWS_MISSING,
                    "The DataSet " + id + " was not exported. The service reports no number of rows for it.",
                    "Export without requireAllRows().");
        }
        return new ExpectedExport(
                id, schema, columns, rows == null ? OptionalLong.empty() : OptionalLong.of(rows), options);
    }

    boolean header() {
        return options.header();
    }

    /**
     * Checks the number of rows if the caller requires all of them.
     *
     * @param exported the body, read to its end
     * @param consequence a sentence about the target
     */
    ExportResult result(ExportBody exported, String consequence) {
        if (options.allRows() && rows.orElseThrow() != exported.rows()) {
            throw new DomoDataException(
                    FailureReason.ROWS_MISSING,
                    "The export of the DataSet " + id + " has " + exported.rows()
                            + (exported.rows() == 1 ? " row" : " rows")
                            + ", but the DataSet reports "
                            + rows.orElseThrow() + ". " + consequence,
                    "Export again when the last import is processed. If PDP policies hide rows from the client's user,"
                            + " export without requireAllRows().");
        }
        return new ExportResult(exported.bytes(), exported.rows(), rows);
    }
}

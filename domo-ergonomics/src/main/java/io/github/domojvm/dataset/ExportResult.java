package io.github.domojvm.dataset;

import java.util.OptionalLong;

/**
 * An export that is complete as far as its form shows: the response had status 200 and was CSV, its header line named
 * the columns of the DataSet, as read right before, each row had as many fields, quotes were closed, and a line break
 * ended the last row. An empty export without header line is accepted when the DataSet reports no rows.
 *
 * <p>A body that was cut exactly between two rows shows in the number of rows alone. Cells are as the service sends
 * them, also those that a spreadsheet would take for a formula.
 *
 * @param bytes the size of the CSV in bytes
 * @param rows the number of rows in it, a header line not counted
 * @param dataSetRows the number of rows that the DataSet reported right before the export; empty when the service
 *     reported none. It differs from {@code rows} while an import is processed, and where policies (PDP) hide rows from
 *     the client's user; see {@link ExportOptions.Builder#requireAllRows()}
 */
public record ExportResult(long bytes, long rows, OptionalLong dataSetRows) {}

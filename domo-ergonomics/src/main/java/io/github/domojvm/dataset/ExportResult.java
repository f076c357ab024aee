package io.github.domojvm.dataset;

import java.util.OptionalLong;

/**
 * The result of an export that passed all checks: the response had status 200 and was CSV, its header line matched the
 * columns of the DataSet, as read immediately before, each row had as many fields, quotes were closed, and the last row
 * ended with a line break. An empty export without header line is accepted if the DataSet reports no rows.
 *
 * <p>A body that was truncated exactly between two rows can be detected only by the number of rows. Cells are not
 * changed, including those that a spreadsheet would interpret as a formula.
 *
 * @param bytes the size of the CSV in bytes
 * @param rows the number of rows, not counting the header line
 * @param dataSetRows the number of rows that the DataSet reported immediately before the export; empty if it reported
 *     none. It differs from {@code rows} while an import is processed, and if PDP policies hide rows from the client's
 *     user; see {@link ExportOptions.Builder#requireAllRows()}
 */
public record ExportResult(long bytes, long rows, OptionalLong dataSetRows) {}

package io.github.domojvm.dataset;

import io.github.domojvm.internal.call.CallExecutor;
import io.github.domojvm.rest.api.DataSetsApi;
import io.github.domojvm.rows.Rows;
import java.io.IOException;

/** The calls of one export: the DataSet, against which the rows are checked, and the rows. */
final class Download {
    private final DataSetsApi api;
    private final CallExecutor calls;
    private final String id;
    private final ExportOptions options;

    Download(DataSetsApi api, CallExecutor calls, String id, ExportOptions options) {
        this.api = api;
        this.calls = calls;
        this.id = id;
        this.options = options;
    }

    /**
     * Reads the complete body of an export.
     *
     * @param <R> the result
     */
    @FunctionalInterface
    interface Reader<R> {
        R read(ExportBody body) throws IOException;
    }

    ExpectedExport expected() {
        return ExpectedExport.of(id, calls.get(api.getDataSet(id)), options);
    }

    /** Reads the export to its end; retries from the start if the connection breaks or the body is truncated. */
    <R> R read(ExpectedExport expected, Reader<R> reader) {
        return calls.stream(
                api.exportData(id, options.header(), null),
                response -> reader.read(ExportBody.open(response, expected)));
    }

    /** Opens the export after checking its start. A later fault throws DomoIoException from the read. */
    OneAttempt open(ExpectedExport expected, String consequence) {
        ExportBody body =
                calls.open(api.exportData(id, options.header(), null), response -> ExportBody.open(response, expected));
        return new OneAttempt(body, id, consequence);
    }

    /** Opens the export as typed rows. */
    Rows rows() {
        ExpectedExport expected = expected();
        OneAttempt csv = open(expected, "The rows read so far are incomplete: discard them and export again.");
        return Rows.fromCsv(csv, expected.schema(), options.header());
    }
}

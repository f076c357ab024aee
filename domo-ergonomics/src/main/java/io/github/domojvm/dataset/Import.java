package io.github.domojvm.dataset;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.internal.call.CallExecutor;
import io.github.domojvm.internal.source.SinglePart;
import io.github.domojvm.rest.api.DataSetsApi;
import io.github.domojvm.rest.model.ImportMethod;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.rest.model.UpdateMethod;

/** Sends rows in one request: checked, in memory, repeatable. */
final class Import {
    private final DataSetsApi api;
    private final CallExecutor calls;

    Import(DataSetsApi api, CallExecutor calls) {
        this.api = api;
        this.calls = calls;
    }

    long run(String id, CsvSource csv, UpdateMethod updateMethod) {
        ImportMethod method = method(updateMethod);
        SinglePart part = SinglePart.uncompressed(csv);
        Schema schema = calls.get(api.getDataSet(id)).schema();
        calls.send(api.importData(id, part.checkedBody(schema), method));
        return part.records();
    }

    /** The service takes any other method for REPLACE (Domo docs, DataSet API), so that UPSERT would delete rows. */
    private static ImportMethod method(UpdateMethod method) {
        return switch (method) {
            case REPLACE -> ImportMethod.REPLACE;
            case APPEND -> ImportMethod.APPEND;
            case UPSERT, UNKNOWN ->
                throw new IllegalArgumentException("method must be REPLACE or APPEND for an import, not " + method
                        + ". UPSERT goes through a Stream: upload into it, or use load.");
        };
    }
}

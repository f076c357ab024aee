package io.github.domojvm.dataset;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.internal.call.CallExecutor;
import io.github.domojvm.internal.source.SinglePart;
import io.github.domojvm.rest.api.DataSetsApi;
import io.github.domojvm.rest.model.ImportMethod;
import io.github.domojvm.rest.model.Schema;

/** Imports rows in one request, checked and in memory so that it can be retried. */
final class Import {
    private final DataSetsApi api;
    private final CallExecutor calls;

    Import(DataSetsApi api, CallExecutor calls) {
        this.api = api;
        this.calls = calls;
    }

    long run(String id, CsvSource csv, ImportMethod method) {
        SinglePart part = SinglePart.uncompressed(csv);
        Schema schema = calls.get(api.getDataSet(id)).schema();
        calls.send(api.importData(id, part.checkedBody(schema), method));
        return part.records();
    }
}

package io.github.domojvm.dataset;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.internal.call.CallExecutor;
import io.github.domojvm.internal.call.Repeat;
import io.github.domojvm.internal.source.SinglePart;
import io.github.domojvm.rest.api.DataSetsApi;
import io.github.domojvm.rest.model.ImportMethod;
import io.github.domojvm.rest.model.Schema;
import okhttp3.RequestBody;

/** Sends rows in one request: checked, in memory, repeatable. */
final class Import {
    private final DataSetsApi api;
    private final CallExecutor calls;

    Import(DataSetsApi api, CallExecutor calls) {
        this.api = api;
        this.calls = calls;
    }

    long run(String id, ImportMethod method, CsvSource csv) {
        if (method == ImportMethod.UNKNOWN) {
            throw new IllegalArgumentException("The import method UNKNOWN cannot be sent");
        }
        SinglePart part = SinglePart.uncompressed(csv);
        Schema schema = calls.get(api.getDataSet(id), Repeat.READ).schema();
        send(id, method, part.checkedBody(schema));
        return part.records();
    }

    /** Replacing twice is replacing once; appending twice is not appending once. */
    private void send(String id, ImportMethod method, RequestBody body) {
        Repeat repeat = method == ImportMethod.REPLACE ? Repeat.READ : Repeat.UNSENT_ONLY;
        calls.send(api.importData(id, body, method), repeat);
    }
}

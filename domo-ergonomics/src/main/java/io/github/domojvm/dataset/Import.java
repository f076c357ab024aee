package io.github.domojvm.dataset;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.CsvException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.internal.CallExecutor;
import io.github.domojvm.internal.ColumnNames;
import io.github.domojvm.internal.PartBody;
import io.github.domojvm.internal.Repeat;
import io.github.domojvm.rest.api.DataSetsApi;
import io.github.domojvm.rest.model.ImportMethod;
import io.github.domojvm.upload.parts.CsvFormatException;
import io.github.domojvm.upload.parts.Part;
import io.github.domojvm.upload.parts.PartCutter;
import io.github.domojvm.upload.parts.PartOptions;
import io.github.domojvm.upload.parts.PendingPart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
        List<String> header = new ArrayList<>();
        Part part = cut(csv, header);
        if (csv.hasHeader()) {
            checkHeader(id, csv, header);
        }
        send(id, method, new PartBody(part));
        return part.records();
    }

    /** Names in another order would land in the wrong columns. */
    private void checkHeader(String id, CsvSource csv, List<String> header) {
        List<String> columns =
                ColumnNames.of(calls.get(api.getDataSet(id), Repeat.READ).schema());
        ColumnNames.mismatch(csv, header, columns).ifPresent(mismatch -> {
            throw new CsvException(
                    mismatch + " Nothing was sent; mend it, or give the rows without a header.", 1, null);
        });
    }

    /** Reads all before anything is sent, so that a failing source never looks like a failing call, or the other way. */
    private static Part cut(CsvSource csv, List<String> header) {
        PartOptions options = PartOptions.builder()
                .maxRecords(Long.MAX_VALUE)
                .maxBytes(Long.MAX_VALUE)
                .header(csv.hasHeader())
                .uncompressed()
                .build();
        try (PartCutter cutter = new PartCutter(csv.open(), options, Runnable::run)) {
            PendingPart whole = cutter.next();
            if (whole == null) {
                throw new IllegalArgumentException(csv + " has no rows; nothing was sent");
            }
            header.addAll(cutter.columnNames());
            return whole.ready().join();
        } catch (CsvFormatException e) {
            throw new CsvException(
                    "The CSV of " + csv + " is not what Domo accepts; nothing was sent. " + e.getMessage(),
                    e.line(),
                    e);
        } catch (IOException e) {
            throw new DomoIoException("Cannot read " + csv + ": " + e.getMessage() + ". Nothing was sent.", true, e);
        }
    }

    /** Replacing twice is replacing once; appending twice is not appending once. */
    private void send(String id, ImportMethod method, RequestBody body) {
        Repeat repeat = method == ImportMethod.REPLACE ? Repeat.READ : Repeat.UNSENT_ONLY;
        Void unused = calls.run(api.importData(id, body, method), repeat);
    }
}

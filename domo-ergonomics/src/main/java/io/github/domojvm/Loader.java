package io.github.domojvm;

import io.github.domojvm.LoadResult.Route;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.dataset.DataSets;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.rest.model.DomoStream;
import io.github.domojvm.rest.model.ImportMethod;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.stream.Streams;
import io.github.domojvm.stream.Upload;
import io.github.domojvm.stream.UploadResult;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Chooses between the import and the Stream, see {@link DomoClient#load}. Safe for use by several threads. */
final class Loader {
    private static final int FEW_BYTES = 8 << 20;
    private static final int MOST_IMPORTED_BYTES = 50_000_000;

    private final DataSets dataSets;
    private final Streams streams;

    Loader(DataSets dataSets, Streams streams) {
        this.dataSets = dataSets;
        this.streams = streams;
    }

    LoadResult load(String dataSetId, CsvSource csv, UpdateMethod method) {
        ImportMethod importMethod = importMethod(method);
        if (importMethod == null) {
            return upload(stream(dataSetId, "UPSERT"), csv, method, "UPSERT needs a Stream");
        }
        try (PeekedSource rows = PeekedSource.of(csv)) {
            return load(dataSetId, rows, method, importMethod);
        }
    }

    private LoadResult load(String dataSetId, PeekedSource rows, UpdateMethod method, ImportMethod importMethod) {
        if (rows.fits(FEW_BYTES)) {
            return imported(dataSetId, rows.source(), importMethod, "up to 8 MiB fit one request");
        }
        Optional<DomoStream> stream = streams.findByDataSet(dataSetId);
        if (stream.isPresent()) {
            return upload(stream.get(), rows.source(), method, "more than 8 MiB go in parts");
        }
        if (rows.fits(MOST_IMPORTED_BYTES)) {
            return imported(
                    dataSetId,
                    rows.source(),
                    importMethod,
                    "no Stream fills the DataSet, and one request takes up to 50 MB");
        }
        throw noStream(dataSetId, "More than 50 MB");
    }

    /** Returns null for the one method that no import has. */
    private static @Nullable ImportMethod importMethod(UpdateMethod method) {
        return switch (method) {
            case REPLACE -> ImportMethod.REPLACE;
            case APPEND -> ImportMethod.APPEND;
            case UPSERT, UNKNOWN -> null;
        };
    }

    private LoadResult imported(String dataSetId, CsvSource csv, ImportMethod method, String reason) {
        return new LoadResult(Route.IMPORT, reason, dataSets.importCsv(dataSetId, method, csv), Optional.empty());
    }

    private LoadResult upload(DomoStream stream, CsvSource csv, UpdateMethod method, String reason) {
        long id = Objects.requireNonNull(stream.id(), "the service sent a Stream without an id");
        Upload upload = streams.upload(id, csv, method);
        try {
            UploadResult result = upload.await();
            return new LoadResult(Route.STREAM, reason, result.rows(), Optional.of(result));
        } catch (DomoIoException e) {
            if (!Thread.currentThread().isInterrupted()) {
                throw e;
            }
            upload.abort();
            throw new DomoIoException(
                    "Interrupted while loading " + csv + "; the upload into Stream " + id
                            + " was told to stop. Unless its commit was sent already, nothing of it comes into the DataSet.",
                    false,
                    e);
        }
    }

    private DomoStream stream(String dataSetId, String what) {
        return streams.findByDataSet(dataSetId).orElseThrow(() -> noStream(dataSetId, what));
    }

    private static IllegalArgumentException noStream(String dataSetId, String what) {
        return new IllegalArgumentException(what + " can only be loaded through a Stream, and none fills the DataSet "
                + dataSetId + ". A Stream is created together with its DataSet; create one and load into that");
    }
}

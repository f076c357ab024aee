package io.github.domojvm;

import io.github.domojvm.LoadResult.Route;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.dataset.DataSets;
import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.rest.model.DomoStream;
import io.github.domojvm.rest.model.StreamDataSet;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.stream.Streams;
import io.github.domojvm.stream.Upload;
import io.github.domojvm.stream.UploadException;
import io.github.domojvm.stream.UploadResult;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Chooses between import and Stream, see {@link DomoClient#load}. Thread-safe. */
final class Loader {
    private static final int FEW_BYTES = 8 << 20;
    private static final int MOST_IMPORTED_BYTES = 50_000_000;
    /** An upload that is aborted ends earlier, unless its source is blocked. */
    private static final Duration LONGEST_ABORT = Duration.ofSeconds(1);

    private final DataSets dataSets;
    private final Streams streams;

    Loader(DataSets dataSets, Streams streams) {
        this.dataSets = dataSets;
        this.streams = streams;
    }

    LoadResult load(String dataSetId, CsvSource csv, UpdateMethod method) {
        return load(
                dataSetId, csv, method, () -> streams.findByDataSet(dataSetId).map(DomoStream::id));
    }

    /** Creates a DataSet and loads its rows. */
    CreatedDataSet create(NewDataSet dataSet) {
        return dataSet.withStream() ? createWithStream(dataSet) : createWithoutStream(dataSet);
    }

    private CreatedDataSet createWithStream(NewDataSet dataSet) {
        DomoStream stream = streams.create(dataSet.toStreamRequest());
        StreamDataSet created = stream.dataSet();
        if (created == null) {
            throw new DomoDataException(
                    "Stream " + stream.id()
                            + " was created, but the response names no DataSet. Get the Stream and upload"
                            + " into it.",
                    null);
        }
        return loaded(dataSet, created.id(), OptionalLong.of(stream.id()));
    }

    private CreatedDataSet createWithoutStream(NewDataSet dataSet) {
        return loaded(dataSet, dataSets.create(dataSet.toDataSetRequest()).id(), OptionalLong.empty());
    }

    private CreatedDataSet loaded(NewDataSet dataSet, String id, OptionalLong streamId) {
        if (dataSet.rows() == 0) {
            return new CreatedDataSet(id, streamId, dataSet.schema(), Optional.empty());
        }
        Optional<Long> stream = streamId.isPresent() ? Optional.of(streamId.getAsLong()) : Optional.empty();
        try {
            LoadResult load = load(id, dataSet.source(), dataSet.updateMethod(), () -> stream);
            return new CreatedDataSet(id, streamId, dataSet.schema(), Optional.of(load));
        } catch (DomoException | IllegalArgumentException e) {
            throw new CreatedDataSetException(id, streamId, e);
        }
    }

    private LoadResult load(String dataSetId, CsvSource csv, UpdateMethod method, Supplier<Optional<Long>> stream) {
        if (method == UpdateMethod.UPSERT) {
            long id = stream.get().orElseThrow(() -> noStream(dataSetId, "UPSERT"));
            return upload(id, csv, method, "UPSERT requires a Stream");
        }
        try (PeekedSource rows = PeekedSource.of(csv)) {
            return load(dataSetId, rows, method, stream);
        }
    }

    private LoadResult load(
            String dataSetId, PeekedSource rows, UpdateMethod method, Supplier<Optional<Long>> filledBy) {
        if (rows.fits(FEW_BYTES)) {
            return imported(dataSetId, rows.source(), method, "up to 8 MiB are imported in one request");
        }
        Optional<Long> stream = filledBy.get();
        if (stream.isPresent()) {
            return upload(stream.get(), rows.source(), method, "more than 8 MiB are uploaded in parts");
        }
        if (rows.fits(MOST_IMPORTED_BYTES)) {
            return imported(
                    dataSetId,
                    rows.source(),
                    method,
                    "no Stream fills the DataSet, and up to 50 MB fit in one request");
        }
        throw noStream(dataSetId, "More than 50 MB");
    }

    private LoadResult imported(String dataSetId, CsvSource csv, UpdateMethod method, String reason) {
        return new LoadResult(Route.IMPORT, reason, dataSets.importCsv(dataSetId, csv, method), Optional.empty());
    }

    private LoadResult upload(long id, CsvSource csv, UpdateMethod method, String reason) {
        Upload upload = streams.upload(id, csv, method);
        try {
            UploadResult result = upload.await();
            return new LoadResult(Route.STREAM, reason, result.rows(), Optional.of(result));
        } catch (DomoIoException e) {
            if (!Thread.currentThread().isInterrupted()) {
                throw e;
            }
            throw new DomoIoException(
                    "The thread was interrupted while loading " + csv + ". " + aborted(upload, id), false, e);
        }
    }

    /** Aborts an upload for an interrupted thread. Returns what became of it. */
    private static String aborted(Upload upload, long streamId) {
        upload.abort();
        Thread.interrupted();
        try {
            Optional<UploadResult> ended = upload.await(LONGEST_ABORT);
            return "The upload into Stream " + streamId
                    + (ended.isPresent()
                            ? " was already committed. " + ended.get().reason()
                            : " is being aborted. Unless its commit was already sent, the DataSet does not change.");
        } catch (UploadException e) {
            return String.valueOf(e.getMessage());
        } finally {
            Thread.currentThread().interrupt();
        }
    }

    private static IllegalArgumentException noStream(String dataSetId, String what) {
        return new IllegalArgumentException(
                what + " can only be loaded through a Stream, and none fills the DataSet " + dataSetId
                        + ". A Stream is created together with its DataSet: create a DataSet with a Stream and load into it");
    }
}

package io.github.domojvm.load;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.dataset.DataSets;
import io.github.domojvm.error.DomoException;
import io.github.domojvm.error.DomoIoException;
import io.github.domojvm.load.LoadResult.Road;
import io.github.domojvm.rest.model.DomoStream;
import io.github.domojvm.rest.model.ImportMethod;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.stream.Streams;
import io.github.domojvm.upload.Upload;
import io.github.domojvm.upload.UploadResult;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Loads rows into a DataSet by the road that suits them: the simple import for a few, the Stream that fills the DataSet for
 * many.
 *
 * <ul>
 *   <li>{@code UPSERT} goes through the Stream, which alone knows key columns.
 *   <li>Up to 8 MiB are imported in one request.
 *   <li>More goes through the Stream, in parts.
 *   <li>Where no Stream fills the DataSet, up to 50 MB are imported (manual of domo-php); more is refused.
 * </ul>
 *
 * <p>A source that does not know its size, such as rows of a program, is read until it is known to be larger. When the thread is
 * interrupted during an upload, that upload is told to stop. Safe for use by several threads.
 */
public final class Loader {
    private static final int FEW_BYTES = 8 << 20;
    private static final int MOST_IMPORTED_BYTES = 50_000_000;

    private final DataSets dataSets;
    private final Streams streams;

    /**
     * Used by {@code DomoClient}; applications call {@code DomoClient.load}.
     *
     * @param dataSets imports
     * @param streams uploads
     */
    public Loader(DataSets dataSets, Streams streams) {
        this.dataSets = dataSets;
        this.streams = streams;
    }

    /**
     * Loads rows and waits until they are sent, through a Stream until they are processed.
     *
     * @param dataSetId the DataSet's id, a UUID
     * @param csv the rows, columns in the order of the schema
     * @param method how they meet the rows that are there
     * @return which road they took, why, and how many there were
     * @throws DomoException when it failed
     * @throws IllegalArgumentException when the road that suits the rows does not lead to the DataSet
     */
    public LoadResult load(String dataSetId, CsvSource csv, UpdateMethod method) {
        Objects.requireNonNull(csv, "csv");
        ImportMethod importMethod = importMethod(Objects.requireNonNull(method, "method"));
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

    /** Gives null for the one method that no import knows. */
    private static @Nullable ImportMethod importMethod(UpdateMethod method) {
        return switch (method) {
            case REPLACE -> ImportMethod.REPLACE;
            case APPEND -> ImportMethod.APPEND;
            case UPSERT -> null;
            case UNKNOWN -> throw new IllegalArgumentException("The update method UNKNOWN cannot be sent");
        };
    }

    private LoadResult imported(String dataSetId, CsvSource csv, ImportMethod method, String reason) {
        return new LoadResult(Road.IMPORT, reason, dataSets.importCsv(dataSetId, method, csv), Optional.empty());
    }

    private LoadResult upload(DomoStream stream, CsvSource csv, UpdateMethod method, String reason) {
        long id = Objects.requireNonNull(stream.id(), "the service sent a Stream without an id");
        Upload upload = streams.upload(id, csv, method);
        try {
            UploadResult result = upload.await();
            return new LoadResult(Road.STREAM, reason, result.rows(), Optional.of(result));
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

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
import io.github.domojvm.upload.UploadRequest;
import io.github.domojvm.upload.UploadResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Objects;
import java.util.Optional;

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
 * <p>Safe for use by several threads.
 */
public final class Loader {
    private static final int FEW_BYTES = 8 << 20;
    private static final long MOST_IMPORTED_BYTES = 50_000_000;

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
        if (method == UpdateMethod.UPSERT) {
            return upload(stream(dataSetId, "UPSERT"), csv, method, "UPSERT needs a Stream");
        }
        Sized sized = sized(csv);
        if (sized.isFew) {
            return imported(dataSetId, sized.csv, method, "up to " + FEW_BYTES + " bytes fit one request");
        }
        Optional<DomoStream> stream = streams.findByDataSet(dataSetId);
        if (stream.isPresent()) {
            return upload(stream.get(), sized.csv, method, "more than " + FEW_BYTES + " bytes go in parts");
        }
        if (size(sized.csv) <= MOST_IMPORTED_BYTES) {
            return imported(dataSetId, sized.csv, method, "no Stream fills the DataSet, and one request takes so much");
        }
        throw noStream(dataSetId, "More than " + MOST_IMPORTED_BYTES + " bytes, or a size that is not known,");
    }

    private LoadResult imported(String dataSetId, CsvSource csv, UpdateMethod method, String reason) {
        ImportMethod importMethod = method == UpdateMethod.APPEND ? ImportMethod.APPEND : ImportMethod.REPLACE;
        return new LoadResult(Road.IMPORT, reason, dataSets.importCsv(dataSetId, importMethod, csv), Optional.empty());
    }

    private LoadResult upload(DomoStream stream, CsvSource csv, UpdateMethod method, String reason) {
        long id = Objects.requireNonNull(stream.id(), "the service sent a Stream without an id");
        UploadResult result =
                streams.upload(UploadRequest.builder(id, csv, method).build()).await();
        return new LoadResult(Road.STREAM, reason, result.rows(), Optional.of(result));
    }

    private DomoStream stream(String dataSetId, String what) {
        return streams.findByDataSet(dataSetId).orElseThrow(() -> noStream(dataSetId, what));
    }

    private static IllegalArgumentException noStream(String dataSetId, String what) {
        return new IllegalArgumentException(what + " can only be loaded through a Stream, and none fills the DataSet "
                + dataSetId + ". A Stream is created together with its DataSet; create one and load into that");
    }

    private static long size(CsvSource csv) {
        try {
            return csv.size().orElse(Long.MAX_VALUE);
        } catch (IOException e) {
            throw unreadable(csv, e);
        }
    }

    /** A source that does not know its size is read until it has ended or is known to be large; nothing of it is lost. */
    private static Sized sized(CsvSource csv) {
        long size = size(csv);
        if (size != Long.MAX_VALUE) {
            return new Sized(csv, size <= FEW_BYTES);
        }
        try {
            InputStream rest = csv.open();
            byte[] head = rest.readNBytes(FEW_BYTES + 1);
            boolean few = head.length <= FEW_BYTES;
            if (few) {
                rest.close();
            }
            CsvSource known = few
                    ? CsvSource.of(csv.toString(), () -> new ByteArrayInputStream(head))
                    : CsvSource.of(csv.toString(), () -> new SequenceInputStream(new ByteArrayInputStream(head), rest));
            return new Sized(csv.hasHeader() ? known.withHeader() : known, few);
        } catch (IOException e) {
            throw unreadable(csv, e);
        }
    }

    private static DomoIoException unreadable(CsvSource csv, IOException e) {
        return new DomoIoException("Cannot read " + csv + ": " + e.getMessage() + ". Nothing was sent.", true, e);
    }

    private record Sized(CsvSource csv, boolean isFew) {}
}

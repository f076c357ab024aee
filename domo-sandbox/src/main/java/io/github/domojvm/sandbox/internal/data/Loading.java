package io.github.domojvm.sandbox.internal.data;

import io.github.domojvm.sandbox.internal.rows.Column;
import io.github.domojvm.sandbox.internal.rows.RowException;
import io.github.domojvm.sandbox.internal.rows.RowStore;
import io.github.domojvm.sandbox.internal.rows.Segment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts checked rows into a DataSet by an update method; rows move by reference unless keys or a new schema ask for
 * more.
 */
final class Loading {
    static final String REPLACE = "REPLACE";
    static final String APPEND = "APPEND";
    static final String UPSERT = "UPSERT";

    private final RowStore store;

    Loading(RowStore store) {
        this.store = store;
    }

    /**
     * Changes the rows of a DataSet and leaves the hold on the upload to its owner.
     *
     * @throws RowException when the schema has changed since the rows were checked and no longer takes them
     */
    void apply(DataSetState dataSet, List<Segment> upload, String method, Instant now) {
        List<Segment> fitting = new ArrayList<>();
        List<Segment> result;
        try {
            for (Segment segment : upload) {
                fitting.add(segment.fits(dataSet.columns) ? segment.retain() : store.recheck(segment, dataSet.columns));
            }
            result = joined(dataSet, fitting, method);
        } catch (IOException | RuntimeException e) {
            fitting.forEach(Segment::release);
            throw e instanceof RuntimeException problem ? problem : new UncheckedIOException((IOException) e);
        }
        dataSet.segments = result;
        dataSet.updatedAt = now;
        dataSet.dataCurrentAt = now;
    }

    private List<Segment> joined(DataSetState dataSet, List<Segment> upload, String method) throws IOException {
        List<Segment> stored = dataSet.segments;
        if (method.equals(REPLACE)) {
            stored.forEach(Segment::release);
            return List.copyOf(upload);
        }
        if (!dataSet.keyColumns.isEmpty()) {
            Segment merged = store.upsert(stored, upload, dataSet.columns, keyPlaces(dataSet));
            stored.forEach(Segment::release);
            upload.forEach(Segment::release);
            return List.of(merged);
        }
        List<Segment> all = new ArrayList<>(stored);
        all.addAll(upload);
        return List.copyOf(all);
    }

    private static List<Integer> keyPlaces(DataSetState dataSet) {
        List<String> names = dataSet.columns.stream().map(Column::name).toList();
        List<Integer> places = dataSet.keyColumns.stream().map(names::indexOf).toList();
        if (places.contains(-1)) {
            throw new RowException("a key column is missing in the schema");
        }
        return places;
    }
}

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
 * Loads checked rows into a DataSet by an update method. Row files are shared and not copied, unless keys or a changed
 * schema require it.
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
     * Updates the rows of a DataSet. The caller keeps its reference to the upload.
     *
     * @throws RowException if the schema has changed since the rows were checked and no longer accepts them
     */
    void apply(DataSetState dataSet, List<Segment> upload, String method, Instant now) {
        List<Segment> fitting = new ArrayList<>();
        List<Segment> result;
        try {
            for (Segment segment : upload) {
                fitting.add(segment.fits(dataSet.columns) ? segment.retain() : store.recheck(segment, dataSet.columns));
            }
            result = merged(dataSet, fitting, method);
        } catch (IOException | RuntimeException e) {
            fitting.forEach(Segment::release);
            throw e instanceof RuntimeException problem ? problem : new UncheckedIOException((IOException) e);
        }
        dataSet.segments = result;
        dataSet.updatedAt = now;
        dataSet.dataCurrentAt = now;
    }

    private List<Segment> merged(DataSetState dataSet, List<Segment> upload, String method) throws IOException {
        List<Segment> stored = dataSet.segments;
        if (method.equals(REPLACE)) {
            stored.forEach(Segment::release);
            return List.copyOf(upload);
        }
        if (!dataSet.keyColumns.isEmpty()) {
            Segment merged = store.upsert(stored, upload, dataSet.columns, keyIndexes(dataSet));
            stored.forEach(Segment::release);
            upload.forEach(Segment::release);
            return List.of(merged);
        }
        List<Segment> all = new ArrayList<>(stored);
        all.addAll(upload);
        return List.copyOf(all);
    }

    private static List<Integer> keyIndexes(DataSetState dataSet) {
        List<String> names = dataSet.columns.stream().map(Column::name).toList();
        List<Integer> indexes = dataSet.keyColumns.stream().map(names::indexOf).toList();
        if (indexes.contains(-1)) {
            throw new RowException("a key column is missing from the schema");
        }
        return indexes;
    }
}

package io.github.domojvm.sandbox.internal.data;

import io.github.domojvm.sandbox.internal.ActivityLog;
import io.github.domojvm.sandbox.internal.SandboxState;
import io.github.domojvm.sandbox.internal.Tombstones;
import io.github.domojvm.sandbox.internal.http.Router;
import io.github.domojvm.sandbox.internal.query.QueryEngine;
import io.github.domojvm.sandbox.internal.rows.RowStore;
import io.github.domojvm.sandbox.internal.rows.Segment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The DataSet, policy, query, Simple and Stream APIs, and direct access to the rows for tests. */
public final class DataApi implements AutoCloseable {
    private final DataState state;
    private final RowStore store;
    private final People people;
    private final QueryEngine engine;

    public DataApi(
            SandboxState state,
            ActivityLog activity,
            Tombstones tombstones,
            People people,
            RowStore store,
            DataRules rules) {
        this.state = new DataState(state, activity, tombstones, rules);
        this.people = people;
        this.engine = new QueryEngine(rules.queryRowLimit());
        this.store = store;
    }

    public void addTo(Router router) {
        Loading loading = new Loading(store);
        new DataSetResource(state, people, engine).addTo(router);
        new PolicyResource(state, people).addTo(router);
        new QueryResource(state, engine).addTo(router);
        new SimpleResource(state, store, loading).addTo(router);
        new DataResource(state, store, loading).addTo(router);
        new StreamResource(state).addTo(router);
        new ExecutionResource(state, store).addTo(router);
        new CommitResource(state, loading).addTo(router);
    }

    /** Returns whether a DataSet exists. */
    public boolean hasDataSet(String id) {
        return state.with(() -> state.dataSets().stream().anyMatch(dataSet -> dataSet.id.equals(id)));
    }

    /** Returns whether a user owns DataSets. */
    public boolean owns(long userId) {
        return state.with(() -> state.dataSets().stream().anyMatch(dataSet -> dataSet.ownerId == userId));
    }

    /**
     * Returns the number of stored rows.
     *
     * @throws IllegalArgumentException if the DataSet does not exist
     */
    public long rowCount(String dataSetId) {
        return state.with(() -> dataSet(dataSetId).rows());
    }

    /**
     * Returns the stored rows.
     *
     * @throws IllegalArgumentException if the DataSet does not exist
     */
    public List<List<@Nullable String>> rows(String dataSetId) {
        return state.with(() -> {
            DataSetState dataSet = dataSet(dataSetId);
            List<List<@Nullable String>> rows = new ArrayList<>();
            try {
                for (Segment segment : dataSet.segments) {
                    segment.read(dataSet.columns.size(), rows::add);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return rows;
        });
    }

    /** Removes all DataSets and Streams and deletes their rows. */
    public void clear() {
        state.with(() -> {
            state.streams().forEach(state::remove);
            state.dataSets().forEach(state::remove);
            return null;
        });
    }

    @Override
    public void close() {
        engine.close();
    }

    private DataSetState dataSet(String id) {
        return state.dataSets().stream()
                .filter(dataSet -> dataSet.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("dataSetId: no DataSet " + id));
    }
}

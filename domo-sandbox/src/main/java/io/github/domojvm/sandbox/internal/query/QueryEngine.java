package io.github.domojvm.sandbox.internal.query;

import io.github.domojvm.sandbox.internal.rows.Column;
import io.github.domojvm.sandbox.internal.rows.Segment;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Runs queries. The rows of a DataSet are loaded into memory by its first query, and reloaded if they have changed by
 * the next one. The number of rows is limited.
 */
public final class QueryEngine implements AutoCloseable {
    /** A SELECT or a WITH, optionally preceded by comments and parentheses. */
    private static final Pattern SELECT = Pattern.compile(
            "(?:\\s++|\\(|--[^\n]*+|/\\*.*?\\*/)*+(?:SELECT|WITH)\\b", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final long maxRows;
    private final Map<String, LoadedRows> loaded = new HashMap<>();

    public QueryEngine(long maxRows) {
        this.maxRows = maxRows;
    }

    /**
     * Runs a SELECT over the table named {@code table}.
     *
     * @throws QueryException if the SQL cannot be run, or if there are no rows or too many
     */
    public synchronized QueryResult select(String dataSetId, List<Column> columns, List<Segment> segments, String sql) {
        if (!SELECT.matcher(sql).lookingAt()) {
            throw new QueryException("Only SELECT statements are supported");
        }
        long rows = segments.stream().mapToLong(Segment::rows).sum();
        if (rows == 0) {
            throw new QueryException("Unable to query an empty dataset, or its data is not processed yet");
        }
        if (rows > maxRows) {
            throw new QueryException("The sandbox queries at most " + maxRows + " rows, but the DataSet has " + rows
                    + ". Raise queryRowLimit.");
        }
        try {
            return rowsOf(dataSetId, columns, segments).select(sql);
        } catch (SQLException e) {
            throw SqlFailure.of(e);
        }
    }

    /** Releases the loaded rows of a deleted DataSet. */
    public synchronized void release(String dataSetId) {
        LoadedRows rows = loaded.remove(dataSetId);
        if (rows != null) {
            rows.close();
        }
    }

    @Override
    public synchronized void close() {
        loaded.values().forEach(LoadedRows::close);
        loaded.clear();
    }

    private LoadedRows rowsOf(String dataSetId, List<Column> columns, List<Segment> segments) throws SQLException {
        LoadedRows rows = loaded.get(dataSetId);
        if (rows != null && rows.matches(columns, segments)) {
            return rows;
        }
        release(dataSetId);
        LoadedRows fresh = LoadedRows.load(columns, segments);
        loaded.put(dataSetId, fresh);
        return fresh;
    }
}

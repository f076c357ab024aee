package io.github.domojvm.sandbox.internal.query;

import io.github.domojvm.sandbox.internal.rows.Column;
import io.github.domojvm.sandbox.internal.rows.Segment;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Runs queries. The rows of a DataSet are loaded with its first query and dropped when they have changed by the next
 * one; loading stops short of a number of rows, since they are held in memory.
 */
public final class QueryEngine implements AutoCloseable {
    /** A SELECT, maybe with a WITH, behind comments and brackets. */
    private static final Pattern SELECT = Pattern.compile(
            "(?:\\s++|\\(|--[^\n]*+|/\\*.*?\\*/)*+(?:SELECT|WITH)\\b", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final long mostRows;
    private final Map<String, LoadedRows> loaded = new HashMap<>();

    public QueryEngine(long mostRows) {
        this.mostRows = mostRows;
    }

    /**
     * Runs a SELECT over the table named {@code table}.
     *
     * @throws QueryException when the SQL cannot be run, or there are no rows or too many
     */
    public synchronized QueryResult select(String dataSetId, List<Column> columns, List<Segment> segments, String sql) {
        if (!SELECT.matcher(sql).lookingAt()) {
            throw new QueryException("Only SELECT can be run");
        }
        long rows = segments.stream().mapToLong(Segment::rows).sum();
        if (rows == 0) {
            throw new QueryException("Unable to query an empty dataset, or its data is not processed yet");
        }
        if (rows > mostRows) {
            throw new QueryException("The sandbox queries at most " + mostRows + " rows and there are " + rows
                    + "; raise queryRowLimit");
        }
        try {
            return rowsOf(dataSetId, columns, segments).select(sql);
        } catch (SQLException e) {
            throw new QueryException("Failed to run the query: " + e.getMessage(), e);
        }
    }

    /** Lets go of the rows of a DataSet that is deleted. */
    public synchronized void forget(String dataSetId) {
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
        if (rows != null && rows.areThoseOf(columns, segments)) {
            return rows;
        }
        forget(dataSetId);
        LoadedRows fresh = LoadedRows.load(columns, segments);
        loaded.put(dataSetId, fresh);
        return fresh;
    }
}

package io.github.domojvm.stream;

import io.github.domojvm.error.FailureReason;
import io.github.domojvm.internal.Members;
import io.github.domojvm.internal.call.Cancellation;
import io.github.domojvm.internal.source.ColumnNames;
import io.github.domojvm.rest.model.Column;
import io.github.domojvm.rest.model.DataSet;
import io.github.domojvm.rest.model.DomoStream;
import io.github.domojvm.rest.model.Execution;
import io.github.domojvm.rest.model.ExecutionState;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.rest.model.StreamDataSet;
import io.github.domojvm.rest.model.UpdateMethod;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of the Stream and its DataSet before the execution is opened, as the reference for later checks.
 *
 * @param dataSetId the id of the DataSet that belongs to the Stream
 * @param columns the names and types of its columns in order; empty if the service did not return them
 * @param rowsBefore the number of its rows; null if the service did not return it
 * @param lastExecution the highest execution id of the Stream; 0 if it has no execution
 */
record Plan(
        String dataSetId, List<Column> columns, @Nullable Long rowsBefore, long lastExecution) {

    /**
     * Reads the Stream, its DataSet and its executions.
     *
     * @param own the execution of an earlier run, which may be open; 0 if there is none
     */
    static Plan read(StreamCalls service, UploadRequest request, long own, Cancellation cancellation) {
        DomoStream stream = service.stream();
        String dataSetId = Members.orNull(stream.dataSet(), StreamDataSet::id);
        if (dataSetId == null || Boolean.TRUE.equals(stream.deleted())) {
            throw new UploadRefusedException(
                    FailureReason.NO_DATASET,
                    "Stream " + request.streamId() + " no longer has a DataSet.",
                    "Create a new Stream.");
        }
        DataSet dataSet = service.dataSet(dataSetId);
        ExecutionList executions = service.executions(cancellation);
        if (own == 0 || executions.highestId() != own) {
            checkNoneOpen(request, executions);
        }
        return new Plan(
                dataSetId, columns(dataSet.schema()), Members.orNull(dataSet, DataSet::rows), executions.highestId());
    }

    /** Reads the columns of a DataSet only. */
    static Plan ofColumns(StreamCalls service, String dataSetId) {
        return new Plan(dataSetId, columns(service.dataSet(dataSetId).schema()), null, 0);
    }

    List<String> columnNames() {
        return columns.stream().map(ColumnNames::of).toList();
    }

    /**
     * Reads the DataSet again immediately before the commit, and throws if its columns changed: rows that were cut for
     * other columns must not be committed.
     *
     * @return the plan with the current number of rows
     */
    Plan checkUnchanged(StreamCalls service) {
        DataSet dataSet = service.dataSet(dataSetId);
        List<Column> present = columns(dataSet.schema());
        if (!present.equals(columns)) {
            throw new UploadRefusedException(
                    FailureReason.COLUMNS_CHANGED,
                    "The columns of DataSet " + dataSetId + " changed during the upload, from " + describe(columns)
                            + " to " + describe(present) + ".",
                    "Compare the source with the new columns and upload again.");
        }
        Long rows = Members.orNull(dataSet, DataSet::rows);
        return new Plan(dataSetId, columns, rows == null ? rowsBefore : rows, lastExecution);
    }

    /** Returns a text that differs for other columns. */
    String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(describe(columns).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String describe(List<Column> columns) {
        return columns.stream()
                .map(column -> ColumnNames.of(column) + " " + column.type())
                .toList()
                .toString();
    }

    private static List<Column> columns(@Nullable Schema schema) {
        return ColumnNames.columnsOf(schema).stream()
                .map(column -> Column.builder()
                        .name(ColumnNames.of(column))
                        .type(column.type())
                        .build())
                .toList();
    }

    @Nullable
    Long expectedRows(UpdateMethod method, long rows) {
        return switch (method) {
            case REPLACE -> Long.valueOf(rows);
            case APPEND -> rowsBefore == null ? null : Long.valueOf(rowsBefore + rows);
            default -> null;
        };
    }

    /** Throws if another upload may be in progress, unless the request permits to end it. */
    static void checkNoneOpen(UploadRequest request, ExecutionList executions) {
        if (request.settings.abortOpenExecution) {
            return;
        }
        if (!executions.complete()) {
            throw new UploadRefusedException(
                    FailureReason.OPEN_EXECUTION,
                    "The list of the executions of Stream " + request.streamId() + " did not end after "
                            + ExecutionList.MAX_PAGES
                            + " pages, so that an open execution may be missing from it. A new execution would abort it.",
                    "If no other program loads this Stream, upload with abortOpenExecution(). Otherwise create a new"
                            + " Stream.");
        }
        // Creating an execution ends the older ones, so that only the newest can belong to an upload in progress.
        Execution newest = executions.newest();
        if (newest != null && newest.currentState() == ExecutionState.ACTIVE) {
            refuseSecond(request.streamId(), newest);
        }
    }

    private static void refuseSecond(long streamId, Execution open) {
        throw new UploadRefusedException(
                FailureReason.OPEN_EXECUTION,
                "Stream " + streamId + " has the open execution "
                        + Members.orNull(open, Execution::id) + " (since " + open.createdAt()
                        + "): another upload, or a commit that is still being processed. A new execution would abort it.",
                "Wait until it ends, abort it, or upload with abortOpenExecution().");
    }
}

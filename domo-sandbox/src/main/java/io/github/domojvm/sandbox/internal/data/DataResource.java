package io.github.domojvm.sandbox.internal.data;

import io.github.domojvm.sandbox.internal.http.ApiException;
import io.github.domojvm.sandbox.internal.http.ApiResponse;
import io.github.domojvm.sandbox.internal.http.Call;
import io.github.domojvm.sandbox.internal.http.Gzip;
import io.github.domojvm.sandbox.internal.http.Params;
import io.github.domojvm.sandbox.internal.http.Router;
import io.github.domojvm.sandbox.internal.rows.Column;
import io.github.domojvm.sandbox.internal.rows.RowException;
import io.github.domojvm.sandbox.internal.rows.RowStore;
import io.github.domojvm.sandbox.internal.rows.Segment;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code /v1/datasets/{id}/data}: import and export of rows. */
final class DataResource {
    private final DataState state;
    private final RowStore store;
    private final Loading loading;

    DataResource(DataState state, RowStore store, Loading loading) {
        this.state = state;
        this.store = store;
        this.loading = loading;
    }

    void addTo(Router router) {
        router.add("PUT", "/v1/datasets/{id}/data", "data", this::importRows)
                .add("GET", "/v1/datasets/{id}/data", "data", this::export);
    }

    private ApiResponse importRows(Call call) throws IOException {
        requireCsv(call.header("Content-Type"));
        String id = call.variable(0);
        // Any other value means REPLACE (Domo docs, DataSet API).
        String method = Loading.APPEND.equals(call.params().get("updateMethod")) ? Loading.APPEND : Loading.REPLACE;
        DataSetState dataSet = state.with(() -> state.dataSet(id));
        Segment rows;
        try (PushbackInputStream csv = Gzip.peekable(call.body())) {
            if (Gzip.isGzip(csv)) {
                throw ApiException.badRequest("Data import failed for dataset " + id + ": gzip is not supported");
            }
            rows = store.store(csv, state.with(() -> dataSet.columns), true);
        } catch (RowException e) {
            throw ApiException.badRequest("Data import failed for dataset " + id + ": " + e.getMessage());
        }
        return state.with(() -> {
            state.note("UPDATED", dataSet);
            state.later(state.rules.importDelay(), () -> load(dataSet, rows, method));
            return ApiResponse.empty(204);
        });
    }

    /** Accepts the only content type of an import (Domo docs, DataSet API). Parts of Streams accept more. */
    private static void requireCsv(@Nullable String type) {
        if (type != null && !type.split(";", 2)[0].strip().equalsIgnoreCase("text/csv")) {
            throw ApiException.unsupportedContentType(type, "text/csv");
        }
    }

    private void load(DataSetState dataSet, Segment rows, String method) {
        try {
            if (state.has(dataSet)) {
                loading.apply(dataSet, List.of(rows), method, state.now());
            }
        } catch (RowException | UncheckedIOException e) {
            // The import was acknowledged before the schema changed. Domo does not report such a failure either.
            dataSet.updatedAt = state.now();
        } finally {
            rows.release();
        }
    }

    private ApiResponse export(Call call) {
        if (!call.acceptsCsv()) {
            throw ApiException.standard(406, "An export is text/csv, which the Accept header excludes");
        }
        Params params = call.params();
        boolean header = params.bool("includeHeader");
        ApiResponse response = state.with(() -> {
            DataSetState dataSet = state.dataSet(call.variable(0));
            state.note("EXPORTED", dataSet);
            return new ApiResponse(200, Map.of(), new Export(dataSet.columns, dataSet.segments, header));
        });
        String fileName = Objects.requireNonNullElse(params.get("fileName"), "");
        return fileName.isEmpty()
                ? response.with("Content-Type", "text/csv")
                : response.with("Content-Type", "text/csv")
                        .with("Content-Disposition", "attachment; filename=" + fileName.replaceAll("[\\p{Cntrl}]", ""));
    }

    /** A snapshot of the rows at the start of the export, independent of concurrent uploads. */
    private static final class Export implements ApiResponse.Body {
        private final List<Column> columns;
        private final List<Segment> segments;
        private final boolean header;

        Export(List<Column> columns, List<Segment> segments, boolean header) {
            this.columns = columns;
            this.segments = segments.stream().map(Segment::retain).toList();
            this.header = header;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            if (header) {
                RowStore.writeHeader(columns, out);
            }
            for (Segment segment : segments) {
                segment.export(columns.size(), out);
            }
        }

        @Override
        public void close() {
            segments.forEach(Segment::release);
        }
    }
}

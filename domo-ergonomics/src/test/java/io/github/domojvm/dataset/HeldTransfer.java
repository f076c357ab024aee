package io.github.domojvm.dataset;

import io.github.domojvm.DomoClient;
import io.github.domojvm.HoldingServer;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.rows.Rows;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;

/** A transfer of rows, and the request that the server does not complete. */
enum HeldTransfer {
    IMPORT_TOKEN("POST /oauth/token", HoldingServer.Mode.NO_RESPONSE),
    IMPORT_DATA_SET("GET /v1/datasets/[^/]+$", HoldingServer.Mode.NO_RESPONSE),
    IMPORT_THROTTLED("GET /v1/datasets/[^/]+$", HoldingServer.Mode.RETRY_AFTER_TWO_MINUTES),
    IMPORT_RESPONSE("PUT /v1/datasets/", HoldingServer.Mode.NO_RESPONSE),
    IMPORT_BODY("PUT /v1/datasets/", HoldingServer.Mode.UNREAD_BODY),
    LOAD_RESPONSE("PUT /v1/datasets/", HoldingServer.Mode.NO_RESPONSE),
    FILE_TOKEN("POST /oauth/token", HoldingServer.Mode.NO_RESPONSE),
    FILE_DATA_SET("GET /v1/datasets/[^/]+$", HoldingServer.Mode.NO_RESPONSE),
    FILE_RESPONSE("GET /v1/datasets/.*/data", HoldingServer.Mode.NO_RESPONSE),
    FILE_BODY("GET /v1/datasets/.*/data", HoldingServer.Mode.HALF_RESPONSE),
    STREAM_RESPONSE("GET /v1/datasets/.*/data", HoldingServer.Mode.NO_RESPONSE),
    STREAM_BODY("GET /v1/datasets/.*/data", HoldingServer.Mode.HALF_RESPONSE),
    ROWS_RESPONSE("GET /v1/datasets/.*/data", HoldingServer.Mode.NO_RESPONSE),
    ROWS_BODY("GET /v1/datasets/.*/data", HoldingServer.Mode.HALF_RESPONSE);

    /** More than the buffers of a connection hold. */
    private static final int MANY = 3_000_000;

    private final String request;
    private final HoldingServer.Mode mode;

    HeldTransfer(String request, HoldingServer.Mode mode) {
        this.request = request;
        this.mode = mode;
    }

    HoldingServer server(URI sandbox) throws IOException {
        return new HoldingServer(sandbox, request, 0, mode);
    }

    /** Blocks until the transfer fails. */
    void run(DomoClient domo, String dataSet, Path target) {
        if (this == LOAD_RESPONSE) {
            domo.load(dataSet, CsvSource.fromText("row\n"), UpdateMethod.REPLACE);
        } else if (name().startsWith("IMPORT")) {
            String rows = "row\n".repeat(this == IMPORT_BODY ? MANY : 10);
            domo.dataSets().importCsv(dataSet, CsvSource.fromText(rows), UpdateMethod.REPLACE);
        } else if (name().startsWith("FILE")) {
            domo.dataSets().export(dataSet, target);
        } else if (name().startsWith("STREAM")) {
            domo.dataSets().export(dataSet, OutputStream.nullOutputStream());
        } else {
            try (Rows rows = domo.dataSets().rows(dataSet)) {
                rows.forEach(row -> {});
            }
        }
    }
}

package io.github.domojvm.stream;

import io.github.domojvm.HoldingServer;
import java.io.IOException;
import java.net.URI;

/** The request of an upload that the server never completes. */
enum StopPhase {
    TOKEN("POST /oauth/token", 0, UploadOutcome.NOT_COMMITTED),
    STREAM("GET /v1/streams/\\d+\\?", 0, UploadOutcome.NOT_COMMITTED),
    DATA_SET("GET /v1/datasets/", 0, UploadOutcome.NOT_COMMITTED),
    EXECUTIONS("GET /v1/streams/\\d+/executions\\?", 0, UploadOutcome.NOT_COMMITTED),
    CREATE("POST /v1/streams/\\d+/executions", 0, UploadOutcome.NOT_COMMITTED),
    PART("PUT .*/part/", 0, UploadOutcome.NOT_COMMITTED),
    PART_BODY("PUT .*/part/", 0, UploadOutcome.NOT_COMMITTED),
    LAST_CHECK("GET /v1/datasets/", 1, UploadOutcome.NOT_COMMITTED),
    COMMIT("PUT .*/commit", 0, UploadOutcome.UNKNOWN),
    WATCH("GET .*/executions/\\d+$", 0, UploadOutcome.COMMITTED_UNVERIFIED),
    ROW_CHECK("GET /v1/datasets/", 2, UploadOutcome.COMMITTED_UNVERIFIED);

    final UploadOutcome outcome;
    private final String request;
    private final int matchesBefore;

    StopPhase(String request, int matchesBefore, UploadOutcome outcome) {
        this.request = request;
        this.matchesBefore = matchesBefore;
        this.outcome = outcome;
    }

    HoldingServer server(URI sandbox, boolean throttles) throws IOException {
        HoldingServer.Mode mode = this == PART_BODY
                ? HoldingServer.Mode.UNREAD_BODY
                : throttles ? HoldingServer.Mode.RETRY_AFTER_TWO_MINUTES : HoldingServer.Mode.NO_RESPONSE;
        return new HoldingServer(sandbox, request, matchesBefore, mode);
    }

    /** Returns whether the upload has an execution that the server cannot abort. */
    boolean leavesExecution() {
        return this == PART || this == PART_BODY || this == LAST_CHECK;
    }
}

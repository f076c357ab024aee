package io.github.domojvm.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.DomoClient;
import io.github.domojvm.HoldingServer;
import io.github.domojvm.Leftovers;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.error.FailureReason;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.DomoSandbox;
import io.github.domojvm.schema.SchemaBuilder;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Uploads that are ended while a server does not complete a request, including those that clean up. */
class UnresponsiveServerTest {
    /** More than the buffers of a connection hold. */
    private static final int MANY = 3_000_000;

    private static DomoSandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = DomoSandbox.start();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @EnumSource
    void abortEndsTheUpload(StopPhase phase) throws Exception {
        try (HoldingServer server = phase.server(sandbox.url(), false);
                DomoClient domo = client(server)) {
            Upload upload = domo.streams().upload(request(phase));
            server.awaitHeld();

            upload.abort();

            assertEnded(phase, upload);
            Leftovers.awaitNone(domo, server);
        }
    }

    @ParameterizedTest
    @EnumSource
    void closeEndsTheUpload(StopPhase phase) throws Exception {
        try (HoldingServer server = phase.server(sandbox.url(), false);
                DomoClient domo = client(server)) {
            Upload upload = domo.streams().upload(request(phase));
            server.awaitHeld();

            Runnable closing = domo::close;
            closing.run();

            assertEnded(phase, upload);
            Leftovers.awaitNone(domo, server);
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {"PART_BODY", "COMMIT", "WATCH", "ROW_CHECK"},
            mode = EnumSource.Mode.EXCLUDE)
    void abortEndsTheWaitThatTheServerRequested(StopPhase phase) throws Exception {
        try (HoldingServer server = phase.server(sandbox.url(), true);
                DomoClient domo = client(server)) {
            Upload upload = domo.streams().upload(request(phase));
            server.awaitHeld();

            upload.abort();

            assertThat(outcome(upload)).isEqualTo(UploadOutcome.NOT_COMMITTED);
        }
    }

    @Test
    void abortEndsTheWaitForTheTokenOfAnotherUpload() throws Exception {
        try (HoldingServer server = StopPhase.TOKEN.server(sandbox.url(), false);
                DomoClient domo = client(server)) {
            Upload requesting = domo.streams().upload(request(StopPhase.TOKEN));
            server.awaitHeld();
            Upload waiting = domo.streams().upload(request(StopPhase.TOKEN));

            waiting.abort();

            assertThat(outcome(waiting)).isEqualTo(UploadOutcome.NOT_COMMITTED);
            assertThat(requesting.await(Duration.ZERO)).isEmpty();
        }
    }

    @Test
    void abortDuringAnOrdinaryCleanupEndsIt() throws Exception {
        try (HoldingServer server =
                        new HoldingServer(sandbox.url(), "PUT .*/abort", 0, HoldingServer.Mode.NO_RESPONSE);
                DomoClient domo = client(server)) {
            Upload upload = domo.streams()
                    .upload(UploadRequest.builder(
                                    stream(),
                                    CsvSource.fromText("row\n".repeat(1_000_000) + "\"row"),
                                    UpdateMethod.APPEND)
                            .partRows(400_000)
                            .build());
            server.awaitHeld();

            upload.abort();

            assertThat(outcome(upload)).isEqualTo(UploadOutcome.NOT_COMMITTED);
        }
    }

    @Test
    void interruptEndsAStepAndItsCleanup() throws Exception {
        try (HoldingServer server =
                        new HoldingServer(sandbox.url(), "GET /v1/datasets/", 1, HoldingServer.Mode.NO_RESPONSE);
                DomoClient domo = client(server)) {
            UploadSteps steps = domo.streams()
                    .steps(UploadRequest.forParts(stream(), UpdateMethod.APPEND).build());
            steps.plan();
            steps.open();
            UploadException[] failure = new UploadException[1];
            boolean[] flag = new boolean[1];
            Thread committing = new Thread(() -> {
                try {
                    steps.commit();
                } catch (UploadException e) {
                    failure[0] = e;
                    flag[0] = Thread.currentThread().isInterrupted();
                }
            });
            committing.start();
            server.awaitHeld();

            committing.interrupt();
            committing.join();

            assertThat(failure[0])
                    .hasMessageContaining("was interrupted")
                    .hasMessageContaining("could not be aborted")
                    .extracting(e -> e.result().outcome())
                    .isEqualTo(UploadOutcome.NOT_COMMITTED);
            assertThat(flag[0]).isTrue();
        }
    }

    @Test
    void closeEndsReconciliation() throws Exception {
        try (HoldingServer server = StopPhase.WATCH.server(sandbox.url(), false);
                DomoClient domo = client(server)) {
            UploadResult result = domo.streams()
                    .upload(UploadRequest.builder(stream(), CsvSource.fromText("row\n"), UpdateMethod.APPEND)
                            .until(UploadStage.COMMIT_ACKNOWLEDGED)
                            .build())
                    .await();
            RuntimeException[] failure = new RuntimeException[1];
            Thread reconciling = new Thread(() -> {
                try {
                    assertThat(domo.streams().reconcile(result)).isNull();
                } catch (RuntimeException e) {
                    failure[0] = e;
                }
            });
            reconciling.start();
            server.awaitHeld();

            Runnable closing = domo::close;
            closing.run();
            reconciling.join();

            assertThat(failure[0]).hasMessageContaining("cancelled");
        }
    }

    private static void assertEnded(StopPhase phase, Upload upload) {
        assertThat(outcome(upload)).isEqualTo(phase.outcome);
        UploadResult result = upload.completion()
                .handle((ended, failure) -> ended == null ? ((UploadException) failure.getCause()).result() : ended)
                .join();
        if (phase.leavesExecution()) {
            assertThat(upload.completion())
                    .failsWithin(Duration.ofMinutes(1))
                    .withThrowableOfType(ExecutionException.class)
                    .havingCause()
                    .withMessageContaining("It was stopped. Execution ")
                    .withMessageContaining("could not be aborted and may still be open. End it with PUT /v1/streams/");
        }
        if (phase == StopPhase.CREATE) {
            assertThat(result.reason()).contains("may be open", "abort the open execution");
        }
    }

    private static UploadOutcome outcome(Upload upload) {
        try {
            return upload.await().outcome();
        } catch (UploadException e) {
            if (e.result().outcome() == UploadOutcome.NOT_COMMITTED
                    && e.result().executionId().isEmpty()) {
                assertThat(e.reason()).isEqualTo(FailureReason.STOPPED);
            }
            return e.result().outcome();
        }
    }

    private static UploadRequest request(StopPhase phase) {
        UploadRequest.Builder request = UploadRequest.builder(
                stream(),
                CsvSource.fromText("row\n".repeat(phase == StopPhase.PART_BODY ? MANY : 40)),
                UpdateMethod.APPEND);
        return (phase == StopPhase.PART_BODY ? request.uncompressed().partRows(MANY) : request.partRows(10)).build();
    }

    private static long stream() {
        try (DomoClient domo = DomoClient.builder()
                .apiUrl(sandbox.url().toString())
                .credentials(sandbox.clientId(), sandbox.clientSecret())
                .build()) {
            return domo.streams()
                    .create("Stopped", SchemaBuilder.builder().stringColumn("a").build(), UpdateMethod.APPEND)
                    .id();
        }
    }

    private static DomoClient client(HoldingServer server) {
        return DomoClient.builder()
                .apiUrl(server.url())
                .credentials(sandbox.clientId(), sandbox.clientSecret())
                .build();
    }
}

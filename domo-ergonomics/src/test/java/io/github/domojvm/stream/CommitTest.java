package io.github.domojvm.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.dataset.DataSets;
import io.github.domojvm.rest.model.DataSet;
import io.github.domojvm.rest.model.ExecutionState;
import io.github.domojvm.rest.model.Schema;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.Fault;
import io.github.domojvm.schema.SchemaBuilder;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Commits that are not sent, or that the service rejects or cannot process. */
@ParameterizedClass
@EnumSource
class CommitTest {
    private static final String COMMIT = "/v1/streams/*/executions/*/commit";

    @Parameter
    private InvalidRows invalidRows;

    @Test
    void doesNotCommitWhenTheColumnsChangeDuringTheUpload() {
        try (UploadFixture domo = new UploadFixture(invalidRows)) {
            Schema swapped =
                    SchemaBuilder.builder().longColumn("n").stringColumn("name").build();
            UploadListener swapColumns = new UploadListener() {
                @Override
                public void partAcknowledged(UploadProgress progress) {
                    String id = domo.stream.dataSet().id();
                    DataSet change = DataSet.builder().schema(swapped).build();
                    domo.domo.calls().get(domo.domo.rest().dataSets().updateDataSet(id, change));
                }
            };

            UploadException e =
                    domo.failure(domo.request(UpdateMethod.REPLACE, "a,1\n").listener(swapColumns));

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
            assertThat(e)
                    .hasMessageContaining(
                            "changed during the upload, from [name STRING, n LONG] to [n LONG, name STRING]");
            assertThat(domo.requests("PUT", "/commit")).isZero();
            assertThat(domo.executionStates()).containsExactly(ExecutionState.ABORTED);
        }
    }

    @Test
    void rowsThatAnotherClientImportsDuringAnAppendAreNotAMismatch() {
        try (UploadFixture domo = new UploadFixture(invalidRows)) {
            UploadListener importRow = new UploadListener() {
                @Override
                public void partAcknowledged(UploadProgress progress) {
                    domo.domo
                            .facade(DataSets.class)
                            .importCsv(
                                    domo.stream.dataSet().id(), CsvSource.fromText("other,2\n"), UpdateMethod.APPEND);
                }
            };

            UploadResult result =
                    domo.upload(domo.request(UpdateMethod.APPEND, "a,1\n").listener(importRow));

            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertThat(domo.rowCount()).isEqualTo(2);
        }
    }

    @Test
    void commitThatWasNotSentIsNotCommitted() {
        try (UploadFixture domo = new UploadFixture(invalidRows)) {
            UploadListener disconnect = new UploadListener() {
                @Override
                public void partAcknowledged(UploadProgress progress) {
                    domo.sandbox.close();
                    domo.domo.dropConnections();
                }
            };

            UploadException e =
                    domo.failure(domo.request(UpdateMethod.APPEND, "a,1\n").listener(disconnect));

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
            assertThat(e).hasMessageContaining("Nothing listens").hasMessageContaining("could not be aborted");
        }
    }

    @Test
    void commitIsNotCommittedWhenTheTokenRequestFails() {
        try (UploadFixture domo = new UploadFixture(invalidRows)) {
            domo.fault(Fault.on("PUT", COMMIT).respond(401, ""));
            domo.fault(Fault.on("POST", "/oauth/token").times(3).respond(500, ""));

            UploadException e = domo.failure(domo.request(UpdateMethod.APPEND, "a,1\n"));

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
            assertThat(e).hasMessageContaining("/oauth/token");
            assertThat(domo.rowCount()).isZero();
        }
    }

    @Test
    void throttledCommitIsNotRetriedAfterAnAbort() {
        try (UploadFixture domo = new UploadFixture(invalidRows)) {
            AtomicReference<Upload> upload = new AtomicReference<>();
            CountDownLatch started = new CountDownLatch(1);
            domo.fault(Fault.on("PUT", COMMIT).respond(429, "", "Retry-After", "4"));
            domo.timing.onSleep(() -> {
                started.await();
                upload.get().abort();
            });
            upload.set(domo.streams.upload(
                    domo.request(UpdateMethod.APPEND, UploadFixture.rows(0, 5)).build()));
            started.countDown();

            UploadException e = catchThrowableOfType(
                    UploadException.class, () -> upload.get().await());

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
            assertThat(domo.requests("PUT", "/commit")).isEqualTo(1);
            assertThat(domo.executionStates()).containsExactly(ExecutionState.ABORTED);
            assertThat(domo.rowCount()).isZero();
        }
    }
}

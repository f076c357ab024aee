package io.github.domojvm.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.DomoClient;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.Fault;
import io.github.domojvm.sandbox.FaultProxy;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uploads and exports during faults of the connection, and of other programs. */
class UploadFaultsTest {
    private static final String COMMIT = "/v1/streams/*/executions/*/commit";

    @Test
    void aPartThatIsCutIsSentAgain() {
        try (UploadFixture fixture = new UploadFixture();
                FaultProxy proxy = FaultProxy.start(fixture.sandbox.url());
                DomoClient domo = client(fixture, proxy)) {
            Fault cut = proxy.faults()
                    .add(Fault.on("PUT", UploadFixture.part("*"))
                            .inRequestBody(20)
                            .reset());

            UploadResult result = domo.streams()
                    .upload(fixture.stream.id(), CsvSource.fromText(UploadFixture.rows(0, 25)), UpdateMethod.REPLACE)
                    .await();

            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertThat(fixture.rowCount()).isEqualTo(25);
            assertThat(proxy.faults().fired(cut)).isEqualTo(1);
        }
    }

    @Test
    void anExportThatIsCutIsStartedAgain(@TempDir Path folder) {
        try (UploadFixture fixture = new UploadFixture();
                FaultProxy proxy = FaultProxy.start(fixture.sandbox.url());
                DomoClient domo = client(fixture, proxy)) {
            fixture.upload(fixture.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 25)));
            Fault cut = proxy.faults()
                    .add(Fault.on("GET", "/v1/datasets/*/data")
                            .inResponseBody(30)
                            .close());
            Path file = folder.resolve("rows.csv");

            domo.dataSets().export(fixture.stream.dataSet().id(), file);

            assertThat(file).content().hasLineCount(26).endsWith("r24,24\n");
            assertThat(proxy.faults().fired(cut)).isEqualTo(1);
        }
    }

    @Test
    void aCommitThatIsDeliveredTwiceStoresTheRowsOnce() {
        try (UploadFixture domo = new UploadFixture()) {
            Fault twice = domo.fault(Fault.on("PUT", COMMIT).performTwice());

            UploadResult result = domo.upload(domo.request(UpdateMethod.APPEND, UploadFixture.rows(0, 25)));

            assertThat(domo.fired(twice)).isEqualTo(1);
            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
            assertThat(domo.rowCount()).isEqualTo(25);
        }
    }

    @Test
    void aPartThatTheServiceAcknowledgesAndLosesIsAMismatch() {
        try (UploadFixture domo = new UploadFixture()) {
            Fault lost = domo.fault(Fault.on("PUT", UploadFixture.part("3")).acknowledge());

            UploadException e = domo.failure(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 25)));

            assertThat(domo.fired(lost)).isEqualTo(1);
            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.COMMITTED_MISMATCH);
            assertThat(domo.rowCount()).isEqualTo(20);
        }
    }

    @Test
    void anExecutionOfAnotherProgramEndsTheUpload() {
        try (UploadFixture domo = new UploadFixture()) {
            Fault competing = domo.fault(Fault.on("PUT", COMMIT).openExecutionThenPerform());

            UploadException e = domo.failure(domo.request(UpdateMethod.APPEND, UploadFixture.rows(0, 25)));

            assertThat(domo.fired(competing)).isEqualTo(1);
            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
            assertThat(domo.rowCount()).isZero();
        }
    }

    private static DomoClient client(UploadFixture fixture, FaultProxy proxy) {
        return DomoClient.builder()
                .environment(fixture.sandbox.environment())
                .apiUrl(proxy.url().toString())
                .build();
    }
}

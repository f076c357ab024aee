package io.github.domojvm.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.Fault;
import io.github.domojvm.sandbox.Quirk;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The steps after an acknowledged commit: processing and the comparison of row counts. */
@ParameterizedClass
@EnumSource
class CommitVerificationTest {
    private static final String EXECUTION = "/v1/streams/*/executions/*";

    @Parameter
    private InvalidRows invalidRows;

    @Test
    void lostPartIsReportedAsAMismatch() {
        try (UploadFixture domo = new UploadFixture(invalidRows, builder -> builder.quirk(Quirk.PART_GAPS_ALLOWED))) {
            Fault lost = domo.fault(Fault.on("PUT", UploadFixture.part("2")).respond(200, ""));

            UploadException e = domo.failure(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 30)));

            assertThat(domo.fired(lost)).isEqualTo(1);
            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.COMMITTED_MISMATCH);
            assertThat(e.result().expectedRows()).hasValue(30);
            assertThat(e.result().foundRows()).hasValue(20);
            assertThat(e).hasMessageContaining("should have 30 rows but has 20");
        }
    }

    @Test
    void processingBeyondTheTimeoutIsUnverifiedAndCanBeReconciled() {
        try (UploadFixture domo =
                new UploadFixture(invalidRows, builder -> builder.commitDelay(Duration.ofMinutes(30)))) {
            UploadResult result = domo.upload(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 5))
                    .processingTimeout(Duration.ofMinutes(10)));

            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_UNVERIFIED);
            assertThat(result.reason()).contains("still processing after PT10M");
            assertThat(domo.timing.slept()).contains(Duration.ofSeconds(5)).hasSizeLessThan(200);
            domo.timing.pass(Duration.ofMinutes(21));
            assertThat(domo.streams.reconcile(result).outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
        }
    }

    @Test
    void toleratesFailedRequestsWhileWaiting() {
        try (UploadFixture domo = new UploadFixture(invalidRows)) {
            Fault gone = domo.fault(Fault.on("GET", EXECUTION).respond(404, ""));
            Fault broken = domo.fault(Fault.on("GET", EXECUTION).times(4).respond(500, ""));

            UploadResult result = domo.upload(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 5)));

            assertThat(List.of(domo.fired(gone), domo.fired(broken))).containsExactly(1, 4);
            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
        }
    }

    @Test
    void isUnverifiedWhenTheStateCannotBeReadAfterTheCommit() {
        try (UploadFixture domo = new UploadFixture(invalidRows)) {
            domo.fault(Fault.on("GET", EXECUTION).always().respond(500, ""));

            UploadResult result = domo.upload(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 5))
                    .processingTimeout(Duration.ofMinutes(1)));

            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_UNVERIFIED);
            assertThat(result.reason()).contains("could not be read");
        }
    }

    @Test
    void isUnverifiedWhenTheRowCountCannotBeRead() {
        try (UploadFixture domo = new UploadFixture(invalidRows)) {
            domo.fault(Fault.on("GET", "/v1/datasets/*").nth(3).times(10).respond(500, ""));

            UploadResult result = domo.upload(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 5)));

            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_UNVERIFIED);
            assertThat(result.reason()).contains("could not be counted");
        }
    }

    @Test
    void waitsForADelayedRowCount() {
        try (UploadFixture domo = new UploadFixture(invalidRows)) {
            String id = domo.stream.dataSet().id();
            Fault delayed = domo.fault(Fault.on("GET", "/v1/datasets/*")
                    .nth(3)
                    .times(3)
                    .respond(200, "{\"id\":\"" + id + "\",\"rows\":0}", "Content-Type", "application/json"));
            Fault withoutCount = domo.fault(Fault.on("GET", "/v1/datasets/*")
                    .nth(3)
                    .respond(200, "{\"id\":\"" + id + "\"}", "Content-Type", "application/json"));

            UploadResult result = domo.upload(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 5)));

            assertThat(domo.fired(delayed) + domo.fired(withoutCount)).isPositive();
            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
        }
    }

    @Test
    void isUnverifiedWhenTheServiceReportsNoRowCount() {
        try (UploadFixture domo = new UploadFixture(invalidRows)) {
            domo.fault(Fault.on("GET", "/v1/datasets/*")
                    .nth(3)
                    .times(1000)
                    .respond(200, "{\"id\":\"" + domo.stream.dataSet().id() + "\"}"));

            UploadResult result = domo.upload(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 5)));

            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_UNVERIFIED);
            assertThat(result.reason()).contains("does not return the number of rows");
        }
    }

    @Test
    void deletedExecutionCannotBeReconciled() {
        try (UploadFixture domo = new UploadFixture(invalidRows)) {
            UploadResult result = domo.upload(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 5))
                    .until(UploadStage.COMMIT_ACKNOWLEDGED));
            domo.fault(Fault.on("GET", EXECUTION).always().respond(404, ""));

            assertThat(domo.streams.reconcile(result).reason()).contains("no longer exists");
        }
    }
}

package io.github.domojvm.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.internal.call.Cancellation;
import io.github.domojvm.internal.call.FakeTiming;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.sandbox.Fault;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RowCheckTest {
    @Test
    void aCountThatWasRequestedInTimeAndArrivesLateIsNotAMismatch() {
        try (UploadFixture domo = new UploadFixture()) {
            domo.upload(domo.request(UpdateMethod.REPLACE, UploadFixture.rows(0, 5)));
            String dataSetId = domo.stream.dataSet().id();
            long before = domo.requests("GET", dataSetId);
            Fault old = domo.fault(Fault.on("GET", "/v1/datasets/*")
                    .respond(200, "{\"id\":\"" + dataSetId + "\",\"rows\":0}", "Content-Type", "application/json"));
            FakeTiming slow = new FakeTiming() {
                @Override
                public synchronized long nanos() {
                    long responses = domo.requests("GET", dataSetId) - before;
                    return super.nanos() + Duration.ofSeconds(70).toNanos() * responses;
                }
            };
            UploadResult.Builder facts = new UploadResult.Builder(domo.stream.id(), UpdateMethod.REPLACE);
            facts.dataSetId = dataSetId;
            facts.expectedRows = 5L;
            StreamCalls service = new StreamCalls(domo.domo.rest(), domo.domo.calls(), domo.stream.id(), domo.timing);

            UploadResult result = new RowCheck(service, slow, new Cancellation()).check(facts);

            assertThat(domo.fired(old)).isEqualTo(1);
            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_VERIFIED);
        }
    }
}

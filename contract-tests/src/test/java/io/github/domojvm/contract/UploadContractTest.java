package io.github.domojvm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.domojvm.DomoClient;
import io.github.domojvm.csv.CsvSource;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.retry.RetryPolicy;
import io.github.domojvm.stream.UploadOutcome;
import io.github.domojvm.stream.UploadRequest;
import io.github.domojvm.stream.UploadResult;
import io.github.domojvm.stream.UploadStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests a complete upload against the description. */
@ExtendWith(PrismExtension.class)
class UploadContractTest {
    @Test
    void everyRequestOfAnUploadConformsToTheDescription(Prism prism) throws Exception {
        try (WireTap tap = WireTap.before(prism);
                DomoClient domo = DomoClient.builder()
                        .credentials("ada", "marker-secret")
                        .apiUrl(tap.url().toString())
                        .retryPolicy(RetryPolicy.none())
                        .build()) {
            UploadResult result = domo.streams()
                    .upload(UploadRequest.builder(
                                    42,
                                    CsvSource.fromText(
                                            "2025-03-04T05:00:00,3.41\n2025-03-04T06:00:00,3.87\n2025-03-04T07:00:00,\n"),
                                    UpdateMethod.APPEND)
                            .partRows(1)
                            // The example execution is open.
                            .abortOpenExecution()
                            .until(UploadStage.COMMIT_ACKNOWLEDGED)
                            .build())
                    .await();

            assertThat(result.outcome()).isEqualTo(UploadOutcome.COMMITTED_UNVERIFIED);
            assertThat(result.rows()).isEqualTo(3);
            assertThat(tap.exchanges()).allSatisfy(exchange -> {
                assertThat(exchange.violations()).isEmpty();
                assertThat(exchange.status()).isBetween(200, 299);
            });
            assertThat(tap.exchanges())
                    .extracting(exchange -> exchange.operation().id())
                    .contains("createExecution")
                    .endsWith("uploadPart", "uploadPart", "uploadPart", "getDataSet", "commitExecution");
        }
    }
}

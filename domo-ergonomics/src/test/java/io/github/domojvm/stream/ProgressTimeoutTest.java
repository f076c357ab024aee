package io.github.domojvm.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.domojvm.error.FailureReason;
import io.github.domojvm.rest.model.ExecutionState;
import io.github.domojvm.rest.model.UpdateMethod;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTimeoutTest {
    @Test
    void uploadFailsIfNoPartIsAcknowledgedForTooLong() {
        // The executor accepts tasks and runs none of them.
        try (UploadFixture domo = new UploadFixture(builder -> {}, task -> {})) {
            Upload upload = domo.streams.upload(domo.request(UpdateMethod.APPEND, UploadFixture.rows(0, 35))
                    .parallelism(1)
                    .progressTimeout(Duration.ofMinutes(10))
                    .build());

            UploadException e = catchThrowableOfType(UploadException.class, () -> {
                while (upload.await(Duration.ofMillis(20)).isEmpty()) {
                    // The clock stands still until a part waits, so that the token does not expire.
                    domo.timing.pass(upload.progress().partsCut() > 0 ? Duration.ofMinutes(1) : Duration.ZERO);
                }
            });

            assertThat(e.reason()).isEqualTo(FailureReason.NO_PROGRESS);
            assertThat(e).hasMessageContaining("No part was acknowledged for PT10M");
            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
            assertThat(domo.executionStates()).containsExactly(ExecutionState.ABORTED);
        }
    }
}

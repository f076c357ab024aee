package io.github.domojvm.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.domojvm.error.DomoDataException;
import io.github.domojvm.error.FailureReason;
import io.github.domojvm.rest.model.ExecutionState;
import io.github.domojvm.rest.model.UpdateMethod;
import io.github.domojvm.rows.Rows;
import io.github.domojvm.sandbox.Fault;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows whose values do not fit their columns, which only the service finds. */
class InvalidRowsTest {
    private static final String ROWS = UploadFixture.rows(0, 25) + "fig,x\n";

    @ParameterizedTest
    @EnumSource
    void noneOfTheRowsIsCommitted(InvalidRows invalidRows) {
        try (UploadFixture domo = new UploadFixture(invalidRows)) {
            UploadException e = domo.failure(domo.request(UpdateMethod.REPLACE, ROWS));

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
            assertThat(e.reason()).isEqualTo(FailureReason.ROWS_REFUSED);
            assertThat(domo.rowCount()).isZero();
            assertThat(domo.executionStates()).doesNotContain(ExecutionState.ACTIVE, ExecutionState.SUCCESS);
        }
    }

    @Test
    void anInvalidExecutionIsReportedWithTheLocalCheckThatFindsTheRow() {
        try (UploadFixture domo = new UploadFixture(InvalidRows.FOUND_AT_COMMIT)) {
            UploadException e = domo.failure(domo.request(UpdateMethod.REPLACE, ROWS));

            assertThat(e.problem()).contains("Execution 1 ended as INVALID").doesNotContain("Rows.fromCsv");
            assertThat(e).hasMessageContaining("Rows.fromCsv(csv, schema, header)");
            assertThat(domo.requests("PUT", "/abort")).isZero();
        }
    }

    @Test
    void theLocalCheckNamesRowAndColumn() {
        byte[] csv = ROWS.getBytes(StandardCharsets.UTF_8);

        try (Rows rows = Rows.fromCsv(new ByteArrayInputStream(csv), UploadFixture.SCHEMA, false)) {
            assertThatThrownBy(() -> rows.stream().count())
                    .isInstanceOf(DomoDataException.class)
                    .hasMessageContaining("Row 26")
                    .hasMessageContaining("'n'");
        }
    }

    @Test
    void anInvalidExecutionAfterARejectedCommitIsReportedWithTheLocalCheck() {
        try (UploadFixture domo = new UploadFixture(InvalidRows.FOUND_AT_COMMIT)) {
            domo.fault(Fault.on("PUT", "/v1/streams/*/executions/*/commit").performThenRespond(409, ""));

            UploadException e = domo.failure(domo.request(UpdateMethod.REPLACE, ROWS));

            assertThat(e.result().outcome()).isEqualTo(UploadOutcome.NOT_COMMITTED);
            assertThat(e.reason()).isEqualTo(FailureReason.ROWS_REFUSED);
            assertThat(e).hasMessageContaining("409").hasMessageContaining("Rows.fromCsv");
        }
    }
}

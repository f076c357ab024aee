package io.github.domojvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.IOException;
import mockwebserver3.MockResponse;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;

class ApiResponseTest extends TransportFixture {
    @Test
    void bodyIsNotTheOneOfTheTokenRequest() {
        enqueueToken();
        enqueueStatus(204);

        try (DomoClient domo = client().build()) {
            ApiResponse<Void> response =
                    domo.rest().executeWithResponse(domo.rest().api().dataSets().deleteDataSet("7b1c"));

            assertThat(response.status()).isEqualTo(204);
            assertThat(response.body()).isEmpty();
        }
    }

    @Test
    void bodyIsTheOneOfTheSuccessfulAttempt() {
        enqueueToken();
        server.enqueue(json("{\"status\":503}").newBuilder().code(503).build());
        enqueueDataSet();

        try (DomoClient domo = client().timing(new io.github.domojvm.internal.call.FakeTiming())
                .build()) {
            assertThat(domo.rest()
                            .executeWithResponse(domo.rest().api().dataSets().getDataSet("7b1c"))
                            .body())
                    .isEqualTo(DATA_SET);
        }
    }

    @Test
    void streamedBodyIsReadByTheCaller() throws IOException {
        enqueueToken();
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "text/csv")
                .body("1,2\n")
                .build());

        try (DomoClient domo = client().build()) {
            ApiResponse<ResponseBody> response =
                    domo.rest().executeWithResponse(domo.rest().api().dataSets().exportData("7b1c", true, null));

            assertThat(response.body()).isEmpty();
            try (ResponseBody body = response.content().orElseThrow()) {
                assertThat(body.string()).isEqualTo("1,2\n");
            }
        }
    }

    @Test
    void storedBodyIsTruncated() {
        enqueueToken();
        server.enqueue(json("{\"id\":\"7b1c\",\"name\":\"" + "x".repeat(2 << 20) + "\"}"));

        try (DomoClient domo = client().build()) {
            var response =
                    domo.rest().executeWithResponse(domo.rest().api().dataSets().getDataSet("7b1c"));

            assertThat(response.body()).hasSize(1 << 20);
            assertThat(response.content().orElseThrow().name()).hasSize(2 << 20);
        }
    }

    @Test
    void rejectsANullCall() {
        try (DomoClient domo = client().build()) {
            assertThatNullPointerException().isThrownBy(() -> domo.rest().executeWithResponse(null));
            assertThatNullPointerException()
                    .isThrownBy(() -> domo.rest().execute(null))
                    .withMessage("call is null");
        }
    }
}

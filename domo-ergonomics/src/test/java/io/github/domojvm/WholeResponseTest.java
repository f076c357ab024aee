package io.github.domojvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.IOException;
import mockwebserver3.MockResponse;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;

class WholeResponseTest extends TransportFixture {
    @Test
    void bodyIsNeverThatOfTheTokenBefore() {
        answerToken();
        answer(204);

        try (DomoClient domo = client().build()) {
            ApiResponse<Void> answer =
                    domo.rest().executeWithResponse(domo.rest().api().dataSets().deleteDataSet("7b1c"));

            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.body()).isEmpty();
        }
    }

    @Test
    void bodyIsThatOfTheAttemptThatSucceeded() {
        answerToken();
        server.enqueue(json("{\"status\":503}").newBuilder().code(503).build());
        answerDataSet();

        try (DomoClient domo = client().timing(new io.github.domojvm.internal.call.FakeTiming())
                .build()) {
            assertThat(domo.rest()
                            .executeWithResponse(domo.rest().api().dataSets().getDataSet("7b1c"))
                            .body())
                    .isEqualTo(DATA_SET);
        }
    }

    @Test
    void streamedBodyIsLeftToTheCaller() throws IOException {
        answerToken();
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "text/csv")
                .body("1,2\n")
                .build());

        try (DomoClient domo = client().build()) {
            ApiResponse<ResponseBody> answer =
                    domo.rest().executeWithResponse(domo.rest().api().dataSets().exportData("7b1c", true, null));

            assertThat(answer.body()).isEmpty();
            try (ResponseBody body = answer.content().orElseThrow()) {
                assertThat(body.string()).isEqualTo("1,2\n");
            }
        }
    }

    @Test
    void keptTextIsLimited() {
        answerToken();
        server.enqueue(json("{\"id\":\"7b1c\",\"name\":\"" + "x".repeat(2 << 20) + "\"}"));

        try (DomoClient domo = client().build()) {
            var answer =
                    domo.rest().executeWithResponse(domo.rest().api().dataSets().getDataSet("7b1c"));

            assertThat(answer.body()).hasSize(1 << 20);
            assertThat(answer.content().orElseThrow().name()).hasSize(2 << 20);
        }
    }

    @Test
    void nothingToSendIsRefused() {
        try (DomoClient domo = client().build()) {
            assertThatNullPointerException().isThrownBy(() -> domo.rest().executeWithResponse(null));
            assertThatNullPointerException()
                    .isThrownBy(() -> domo.rest().execute(null))
                    .withMessage("call is null");
        }
    }
}

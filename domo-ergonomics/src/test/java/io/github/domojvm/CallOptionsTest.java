package io.github.domojvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallOptionsTest extends TransportFixture {
    @Test
    void lastValueOfAHeaderWinsRegardlessOfCase() throws Exception {
        enqueueToken();
        enqueueDataSet();

        try (DomoClient domo = client().build()) {
            domo.with(CallOptions.builder()
                            .header("X-Request-Id", "1")
                            .header("x-request-id", "2")
                            .build())
                    .with(CallOptions.builder().header("X-REQUEST-ID", "3").build())
                    .dataSets()
                    .get("7b1c");
        }

        server.takeRequest();
        assertThat(server.takeRequest().getHeaders().values("X-Request-Id")).containsExactly("3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "accept",
                "Content-Type",
                "Host",
                "User-Agent",
                "X-DOMO-Authentication",
                "a b",
                ""
            })
    void rejectsReservedAndInvalidHeaderNames(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallOptions.builder().header(name, "x"));
    }

    @Test
    void rejectsALineBreakInAHeaderWithoutShowingTheValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallOptions.builder().header("X-Key", "marker-secret\r\nHost: evil"))
                .withMessageContaining("X-Key")
                .withMessageNotContaining("marker-secret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client().userAgent("nightly\n"))
                .withMessageContaining("userAgent");
    }

    @Test
    void userAgentNamesTheLibraryAndTheJvmBeforeTheApplication() throws Exception {
        enqueueToken();
        enqueueDataSet();

        try (DomoClient domo = client().userAgent("nightly-load/2.1").build()) {
            domo.dataSets().get("7b1c");
        }

        for (RecordedRequest request : new RecordedRequest[] {server.takeRequest(), server.takeRequest()}) {
            assertThat(request.getHeaders().get("User-Agent"))
                    .matches("domo-jvm/\\S+ \\(Java \\d\\S*\\) nightly-load/2\\.1");
        }
    }

    @Test
    void rejectsNullByParameterName() {
        assertThatNullPointerException()
                .isThrownBy(() -> client().retryPolicy(null))
                .withMessage("retryPolicy is null");
        assertThatNullPointerException().isThrownBy(() -> client().apiUrl(null)).withMessage("apiUrl is null");
        assertThatNullPointerException()
                .isThrownBy(() -> client().proxy("proxy", 8080, "ada", null))
                .withMessage("password is null");
        try (DomoClient domo = client().build()) {
            assertThatNullPointerException().isThrownBy(() -> domo.with(null)).withMessage("options is null");
        }
    }
}
